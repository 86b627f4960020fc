package io.retainer.cli;

import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.target.Assessment;
import io.retainer.model.target.GoalText;
import io.retainer.model.target.Pace;
import io.retainer.model.target.Verdict;
import java.io.PrintWriter;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/** Figures against their targets, for a reader; nothing when there are none. */
record TargetTable(PrintWriter out) {

  private static final String NOTHING = "\u2013";

  void print(List<KpiFigure> figures, Map<KpiId, Assessment> targets) {
    if (targets.isEmpty()) {
      return;
    }
    var table = new Table("KPI", "TARGET", "VALUE", "REACHED", "VERDICT", "PACE");
    for (KpiFigure figure : figures) {
      Assessment found = targets.get(figure.kpi().id());
      if (found != null) {
        table.row(
            figure.kpi().id(),
            GoalText.write(found.target().goal(), figure.kpi().unit(), found.target().currency()),
            FigureTable.value(figure.current(), figure.kpi().unit()),
            reached(found),
            verdict(found),
            found.pace().map(TargetTable::pace).orElse(NOTHING));
      }
    }
    out.println();
    table.print(out);
  }

  private static String reached(Assessment found) {
    return found
        .share()
        .map(
            share ->
                share.movePointRight(2).setScale(0, found.shareRounding()).toPlainString() + " %")
        .orElse(NOTHING);
  }

  private static String verdict(Assessment found) {
    return found.verdict().sign()
        + " "
        + found.verdict().word().replace('-', ' ')
        + found.why().map(Verdict.Why::word).map(why -> ": " + why.replace('-', ' ')).orElse("");
  }

  private static String pace(Pace pace) {
    return "%s, %s after %d of %d days"
        .formatted(
            pace.value().setScale(2, RoundingMode.HALF_UP).toPlainString(),
            pace.status().word().replace('-', ' '),
            pace.elapsed(),
            pace.days());
  }
}
