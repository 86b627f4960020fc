package io.retainer.kpi.script;

import io.retainer.kpi.formula.ConditionWords;
import io.retainer.kpi.formula.Meaning;
import io.retainer.kpi.formula.UnsaidKind;
import java.util.List;

/** Whether a definition says which rows it means, where a dataset has rows of unlike things. */
record WhichRows(Problems problems) {

  void of(Meaning meaning, Draft.Way way) {
    UnsaidKind.in(meaning.formula())
        .ifPresent(
            unsaid ->
                problems.add(
                    way.value().statements().get(0).node().at(),
                    problem(unsaid),
                    advice(unsaid, way)));
  }

  private static String problem(UnsaidKind unsaid) {
    String kinds =
        "by its %s a row of %s is %s, and "
            .formatted(
                unsaid.column(),
                unsaid.dataset().name(),
                unsaid.dataset().relations().choices(unsaid.column()).orElseThrow());
    return kinds
        + unsaid
            .excluded()
            .map(
                excluded ->
                    "%s does not name those that are meant: rows that are %s count alike"
                        .formatted(
                            ConditionWords.of(excluded), String.join(" and ", unsaid.left())))
            .orElse("nothing says which of them are meant");
  }

  /** A setting that began with a bracket would be a call. */
  private static String bracketed(String condition) {
    return condition.contains("||") ? "(" + condition + ")" : condition;
  }

  private static String advice(UnsaidKind unsaid, Draft.Way way) {
    String usual = "%s == '%s'".formatted(unsaid.column(), unsaid.kinds().get(0));
    List<String> several = unsaid.excluded().isPresent() ? unsaid.left() : unsaid.kinds();
    return where(unsaid, way, usual)
        + "; where several are meant, name them, like %s in ['%s']"
            .formatted(unsaid.column(), String.join("', '", several));
  }

  private static String where(UnsaidKind unsaid, Draft.Way way, String usual) {
    if (unsaid.excluded().isPresent()) {
      return "write " + usual + " instead of it";
    } else if (unsaid.isSaidOfOthers()) {
      return "write where(%s) after what has no %s yet".formatted(usual, unsaid.column());
    }
    return way.where().isEmpty()
        ? "add the line where " + usual
        : "write where %s && %s".formatted(usual, bracketed(way.where()));
  }
}
