package io.retainer.kpi.script;

import io.retainer.kpi.formula.Formula;
import io.retainer.kpi.formula.Meaning;
import io.retainer.kpi.formula.Measured;

/**
 * Another way to compute a KPI that answers another question. Reports print the title of the way
 * that answered, and glossaries its definition: that is where it has to be said.
 */
record OtherQuestion(Draft.Way first, Meaning asked, Problems problems) {

  void of(Draft.Way way, Meaning meaning) {
    boolean isTable =
        asked.formula() instanceof Formula.Table || meaning.formula() instanceof Formula.Table;
    if (isTable || !way.title().equals(first.title())) {
      return;
    }
    Measured wanted = Measured.in(asked.formula());
    Measured measured = Measured.in(meaning.formula());
    if (measured.isSameAs(wanted)) {
      return;
    }
    if (!measured.isNear(wanted)) {
      problems.add(
          way.at(),
          "this 'otherwise' measures %s, and the KPI %s, under one title"
              .formatted(measured, wanted),
          "a reader could not tell which of the two a figure is: write a title of its own between"
              + " its braces, like title en: '…', or make it a KPI of its own");
    } else if (way.about().equals(first.about())) {
      problems.add(
          way.at(),
          measured.toString().equals(wanted.toString())
              ? "this 'otherwise' measures %s under other conditions, and does not say so"
                  .formatted(measured)
              : "this 'otherwise' measures %s, and the KPI %s, and does not say so"
                  .formatted(measured, wanted),
          "write a title of its own between its braces, which reports print, like title en: '…',"
              + " or at least an about, which stands in their glossary");
    }
  }
}
