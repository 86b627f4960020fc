package io.retainer.kpi.script;

import java.util.ArrayList;
import java.util.List;

/** What becomes of a setting that stands in a block twice: leaving one out may lose its half. */
final class StatedTwice {

  private StatedTwice() {}

  static String advice(String word, Node.Block block) {
    List<String> texts = new ArrayList<>();
    for (Node.Statement statement : block.statements()) {
      if (statement.node() instanceof Node.Call call
          && call.word().equals(word)
          && call.target().isEmpty()) {
        texts.add(statement.text().replaceFirst("^" + word + "\\b", "").strip());
      }
    }
    return switch (word) {
      case "where" -> "join them: where " + joined(texts, " && ");
      case "by" -> "join them: by " + joined(texts, ", ");
      case "from" ->
          "a value has the rows of one dataset: make a KPI of each, and combine the two, like"
              + " kpi('orders.revenue') / kpi('web.sessions')";
      case "per" -> "it groups once: write all results between the braces of one";
      default -> "keep one of them";
    };
  }

  private static String joined(List<String> texts, String sign) {
    return String.join(
        sign,
        texts.stream()
            .map(text -> text.replaceAll("\\s+", " "))
            .map(text -> sign.equals(" && ") && text.contains("||") ? "(" + text + ")" : text)
            .map(Shown::briefly)
            .toList());
  }
}
