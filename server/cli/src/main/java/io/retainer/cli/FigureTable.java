package io.retainer.cli;

import io.retainer.model.client.Client;
import io.retainer.model.kpi.Change;
import io.retainer.model.kpi.Compared;
import io.retainer.model.kpi.Delta;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiTable;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.time.Base;
import io.retainer.model.time.ComparedPeriod;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** KPI values for a reader, rounded; scripts take {@code --json}. */
record FigureTable(PrintWriter out) {

  private static final String NOTHING = "–";

  void print(Client client, ComparedPeriod period, List<KpiFigure> figures) {
    out.println(client.name() + ", " + period.period().span());
    period.bases().forEach(base -> out.println("  " + dates(base)));
    if (period.bases().isEmpty()) {
      out.println("  compared with nothing: no day of it is over");
    }
    out.println();
    List<String> heads = new ArrayList<>(List.of("KPI", "STATUS", "VALUE"));
    period.bases().forEach(base -> heads.addAll(heads(base)));
    var table = new Table(heads.toArray(String[]::new));
    for (KpiFigure figure : figures) {
      List<Object> row = new ArrayList<>();
      row.add(figure.kpi().id());
      row.add(figure.current().status().word());
      row.add(value(figure.current(), figure.kpi().unit()));
      figure.compared().forEach(compared -> row.addAll(cells(compared, figure)));
      table.row(row.toArray());
    }
    table.print(out);
    figures.forEach(
        figure ->
            figure.current().table().ifPresent(whole -> print(figure.kpi().id().value(), whole)));
    List<String> explained = figures.stream().flatMap(FigureTable::explained).toList();
    if (!explained.isEmpty()) {
      out.println();
      explained.forEach(out::println);
    }
  }

  private static Stream<String> explained(KpiFigure figure) {
    Stream<String> value =
        figure
            .current()
            .reason()
            .map(reason -> figure.kpi().id() + ": " + reason.english())
            .stream();
    return Stream.concat(
        value, figure.compared().stream().flatMap(compared -> withoutChange(figure, compared)));
  }

  private static Stream<String> withoutChange(KpiFigure figure, Compared compared) {
    return Change.withheld(figure.kpi(), compared.now(), compared.value())
        .map(
            reason ->
                "%s: not compared with %s: %s"
                    .formatted(
                        figure.kpi().id(), compared.base().period().span(), reason.english()))
        .stream();
  }

  private static String dates(Base base) {
    String leapDay = base.isUnevenByLeapDay() ? "; only one of the two has a 29 February" : "";
    return "%s: %s compared with %s%s"
        .formatted(base.comparison().word(), base.days(), base.period().span(), leapDay);
  }

  private static List<String> heads(Base base) {
    String before =
        switch (base.comparison()) {
          case PREVIOUS -> "BEFORE";
          case PREVIOUS_EQUAL -> "DAYS BEFORE";
          case LAST_YEAR -> "LAST YEAR";
          case LAST_YEAR_WEEKDAYS -> "SAME WEEKDAYS";
        };
    return base.differsInLength()
        ? List.of(before, "CHANGE", "PER DAY")
        : List.of(before, "CHANGE");
  }

  private static List<String> cells(Compared compared, KpiFigure figure) {
    KpiUnit unit = figure.kpi().unit();
    String before = value(compared.value(), unit);
    boolean isSure = compared.value().status() == KpiValue.Status.KNOWN;
    String marked = isSure ? before : before + " (" + compared.value().status().word() + ")";
    String change = delta(compared.delta(), unit) + of(compared, figure);
    return compared.base().differsInLength()
        ? List.of(marked, change, delta(compared.perDay(), unit))
        : List.of(marked, change);
  }

  /** What changed, where that is not the value of the whole period. */
  private static String of(Compared compared, KpiFigure figure) {
    String now = value(compared.now(), figure.kpi().unit());
    boolean isOfOthers =
        compared.delta().isPresent() && !now.equals(value(figure.current(), figure.kpi().unit()));
    return isOfOthers ? " (of %s in %s)".formatted(now, compared.base().days()) : "";
  }

  /** What a value is read from, under its title. */
  void print(String title, KpiTable whole) {
    out.println();
    out.println(title);
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
    return value.value().map(number -> value(number, unit, value.currency())).orElse(NOTHING);
  }

  static String value(BigDecimal number, KpiUnit unit, Optional<String> currency) {
    return number(number, unit) + currency.map(code -> " " + code).orElse("");
  }

  private static String delta(Optional<Delta> delta, KpiUnit unit) {
    return delta
        .map(
            change ->
                size(change, unit)
                    + (change.judgement() == Delta.Judgement.TOO_SMALL ? " (not judged)" : ""))
        .orElse(NOTHING);
  }

  private static String size(Delta change, KpiUnit unit) {
    return switch (change.style()) {
      case PERCENT -> signed(format(change.amount().movePointRight(2), 1)) + " %";
      case POINTS -> signed(format(change.amount().movePointRight(2), 2)) + " pp";
      case PLACES -> signed(number(change.amount(), unit)) + " places";
      case ABSOLUTE -> signed(number(change.amount(), unit));
      case NEW -> "new";
    };
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
