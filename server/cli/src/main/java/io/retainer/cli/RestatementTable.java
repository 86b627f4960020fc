package io.retainer.cli;

import io.retainer.model.imports.Restatement;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.Optional;

/** What an import changed of what was there, for a reader. */
record RestatementTable(PrintWriter out) {

  private static final int MOST_LINES = 40;

  void print(Restatement restatement) {
    if (restatement.isWithoutChange()) {
      out.println(
          "  %s (%s) takes the place of %,d rows that say the same"
              .formatted(restatement.table(), restatement.dataset(), restatement.unchanged()));
      return;
    }
    out.println(
        "  %s (%s) takes the place of earlier rows: %,d added, %,d changed, %,d removed, %,d as they were"
            .formatted(
                restatement.table(),
                restatement.dataset(),
                restatement.added(),
                restatement.changed(),
                restatement.removed(),
                restatement.unchanged()));
    if (restatement.isOfOthers()) {
      out.println(
          "  None of the earlier rows is in this file. If it is of another account, undo the import and name"
              + " the account with --account.");
    }
    var table = new Table("  DAYS", "ADDED", "CHANGED", "REMOVED", "MEASURE", "BEFORE", "AFTER");
    int lines = 0;
    for (Restatement.Period period : restatement.periods()) {
      lines += print(table, period, MOST_LINES - lines);
    }
    table.print(out);
    if (lines >= MOST_LINES) {
      out.println("  … and more; --json names them all");
    }
  }

  private static int print(Table table, Restatement.Period period, int room) {
    int lines = 0;
    if (room > 0 && period.amounts().isEmpty()) {
      table.row(
          "  " + days(period), period.added(), period.changed(), period.removed(), "–", "", "");
      return 1;
    }
    for (Restatement.Amount amount : period.amounts()) {
      if (lines >= room) {
        return lines;
      }
      boolean isFirst = lines == 0;
      table.row(
          isFirst ? "  " + days(period) : "",
          isFirst ? period.added() : "",
          isFirst ? period.changed() : "",
          isFirst ? period.removed() : "",
          amount.measure() + amount.currency().map(code -> " " + code).orElse(""),
          number(amount.before()),
          number(amount.after()));
      lines++;
    }
    return lines;
  }

  private static String days(Restatement.Period period) {
    return period.days().days() == 1 ? period.days().start().toString() : period.days().toString();
  }

  private static String number(Optional<BigDecimal> number) {
    return number.map(BigDecimal::toPlainString).orElse("–");
  }
}
