package io.retainer.kpi.script;

import io.retainer.kpi.formula.Meaning;
import io.retainer.kpi.formula.UnsaidKind;

/** Whether a definition says which rows it means, where a dataset has rows of unlike things. */
record WhichRows(Problems problems) {

  void of(Meaning meaning, Draft.Way way) {
    UnsaidKind.in(meaning.formula())
        .ifPresent(
            unsaid ->
                problems.add(
                    way.value().statements().get(0).node().at(),
                    "by its %s a row of %s is %s, and nothing says which of them are meant"
                        .formatted(
                            unsaid.column(),
                            unsaid.dataset().name(),
                            unsaid.dataset().relations().choices(unsaid.column()).orElseThrow()),
                    advice(unsaid, way)));
  }

  /** A setting that began with a bracket would be a call. */
  private static String bracketed(String condition) {
    return condition.contains("||") ? "(" + condition + ")" : condition;
  }

  private static String advice(UnsaidKind unsaid, Draft.Way way) {
    String usual = "%s == '%s'".formatted(unsaid.column(), unsaid.kinds().get(0));
    String where =
        unsaid.isSaidOfOthers()
            ? "write where(%s) after what has no %s yet".formatted(usual, unsaid.column())
            : way.where().isEmpty()
                ? "add the line where " + usual
                : "write where %s && %s".formatted(usual, bracketed(way.where()));
    return where
        + "; where several are meant, name them, like %s in ['%s']"
            .formatted(unsaid.column(), String.join("', '", unsaid.kinds()));
  }
}
