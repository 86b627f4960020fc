package io.retainer.cli;

import io.retainer.model.client.Client;
import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.Delta;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiTable;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.time.Period;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** KPI values for a reader, rounded; scripts take {@code --json}. */
record FigureTable(PrintWriter out) {

  private static final String NOTHING = "–";

  void print(Client client, Period period, List<KpiFigure> figures) {
    out.println(
        "%s, %s, compared with %s and %s"
            .formatted(
                client.name(),
                period.span(),
                period.previous().span(),
                period.sameLastYear().span()));
    out.println();
    var table = new Table("KPI", "STATUS", "VALUE", "BEFORE", "CHANGE", "LAST YEAR", "CHANGE");
    for (KpiFigure figure : figures) {
      KpiUnit unit = figure.kpi().unit();
      table.row(
          figure.kpi().id(),
          figure.current().status().word(),
          value(figure.current(), unit),
          value(figure.previous(), unit),
          delta(figure.deltaPrevious(), unit),
          value(figure.previousYear(), unit),
          delta(figure.deltaPreviousYear(), unit));
    }
    table.print(out);
    figures.forEach(figure -> figure.current().table().ifPresent(whole -> print(figure, whole)));
    List<KpiFigure> explained =
        figures.stream().filter(figure -> figure.current().reason().isPresent()).toList();
    if (!explained.isEmpty()) {
      out.println();
      explained.forEach(
          figure ->
              out.println(
                  figure.kpi().id()
                      + ": "
                      + figure.current().reason().map(Reason::english).orElse("")));
    }
  }

  private void print(KpiFigure figure, KpiTable whole) {
    out.println();
    out.println(figure.kpi().id());
    var table = new Table(whole.columns().toArray(String[]::new));
    whole.rows().forEach(row -> table.row(row.stream().map(FigureTable::cell).toArray()));
    table.print(out);
  }

  /** A table says of none of its columns what unit it is in; shares stay fractions. */
  private static String cell(Object cell) {
    if (cell instanceof BigDecimal number) {
      return number.stripTrailingZeros().scale() <= 0 ? format(number, 0) : format(number, 4);
    }
    return cell == null ? NOTHING : (String) cell;
  }

  static String value(KpiValue value, KpiUnit unit) {
    return value
        .value()
        .map(number -> number(number, unit) + value.currency().map(code -> " " + code).orElse(""))
        .orElse(NOTHING);
  }

  private static String delta(Optional<Delta> delta, KpiUnit unit) {
    return delta
        .map(
            change ->
                switch (change.style()) {
                  case PERCENT -> signed(format(change.amount().movePointRight(2), 1)) + " %";
                  case POINTS -> signed(format(change.amount().movePointRight(2), 2)) + " pp";
                  case PLACES, ABSOLUTE -> signed(number(change.amount(), unit));
                  case NEW -> "new";
                })
        .orElse(NOTHING);
  }

  private static String signed(String number) {
    return number.startsWith("-") || number.matches("[0.,]+") ? number : "+" + number;
  }

  private static String number(BigDecimal number, KpiUnit unit) {
    return switch (unit) {
      case PERCENT -> format(number.movePointRight(2), 2) + " %";
      case MONEY -> format(number, 2);
      case COUNT, SCORE ->
          number.stripTrailingZeros().scale() <= 0 ? format(number, 0) : format(number, 2);
      default -> format(number, 2);
    };
  }

  private static String format(BigDecimal number, int places) {
    var format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setMinimumFractionDigits(places);
    format.setMaximumFractionDigits(places);
    return format.format(number.setScale(places, RoundingMode.HALF_UP));
  }
}
