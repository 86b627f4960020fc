package io.retainer.rendering.overview;

import io.retainer.model.report.exhibit.Cohorts;
import io.retainer.model.time.Period;
import io.retainer.rendering.chart.HeatMap;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.words.Formats;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The retention triangle: as many of the latest months as a page is wide and high. */
final class CohortPicture {

  private static final int MOST_ROWS = 13;
  private static final int MOST_COLUMNS = 12;
  private static final BigDecimal HALF_A_PERCENT = new BigDecimal("0.005");

  private final ReportTexts texts;
  private final Formats formats;
  private final Cohorts cohorts;
  private final List<Cohorts.Cohort> rows;
  private final int columns;

  CohortPicture(ReportTexts texts, Cohorts cohorts) {
    this.texts = texts;
    this.formats = texts.formats();
    this.cohorts = cohorts;
    int all = cohorts.rows().size();
    this.rows = cohorts.rows().subList(Math.max(0, all - MOST_ROWS), all);
    this.columns = Math.min(MOST_COLUMNS, new Cohorts(cohorts.kpi(), rows).months());
  }

  ExhibitPicture picture(String title) {
    List<Optional<BigDecimal>> all = all();
    double largest =
        rows.stream()
            .flatMap(row -> row.later().stream().limit(columns))
            .flatMap(Optional::stream)
            .mapToDouble(BigDecimal::doubleValue)
            .max()
            .orElse(0);
    List<HeatMap.Row> lines = new ArrayList<>();
    for (Cohorts.Cohort row : rows) {
      String month = Formats.capitalised(formats.shortPeriod(Period.month(row.month())));
      lines.add(line(month, row.customers(), row.later(), largest, false));
    }
    lines.add(line(texts.text("exhibit.cohorts.all"), customers(), all, largest, true));
    HeatMap map =
        new HeatMap(
            texts.text("exhibit.cohorts.corner"),
            texts.text("exhibit.customers"),
            texts.text("exhibit.cohorts.across"),
            IntStream.rangeClosed(1, columns).mapToObj(formats::number).toList(),
            lines);
    return new ExhibitPicture(title, map, note());
  }

  private String note() {
    String note = texts.text("exhibit.cohorts.note");
    int all = cohorts.rows().size();
    return rows.size() == all
        ? note
        : note
            + " "
            + texts.text("exhibit.cohorts.shown", formats.number(rows.size()), formats.number(all));
  }

  private HeatMap.Row line(
      String name,
      BigDecimal customers,
      List<Optional<BigDecimal>> shares,
      double largest,
      boolean isTotal) {
    return new HeatMap.Row(
        name,
        formats.number(customers, 0),
        shares.stream().limit(columns).map(share -> cell(share, largest)).toList(),
        isTotal);
  }

  private HeatMap.Cell cell(Optional<BigDecimal> share, double largest) {
    return share
        .map(
            found -> new HeatMap.Cell(largest > 0 ? found.doubleValue() / largest : 0, text(found)))
        .orElse(HeatMap.Cell.NONE);
  }

  /** Whole percents are read at a glance; what is not nothing must not read as nothing. */
  private String text(BigDecimal share) {
    return share.signum() > 0 && share.compareTo(HALF_A_PERCENT) < 0
        ? "<" + formats.wholePercent(new BigDecimal("0.01"), RoundingMode.HALF_UP)
        : formats.wholePercent(share, RoundingMode.HALF_UP);
  }

  private BigDecimal customers() {
    return rows.stream().map(Cohorts.Cohort::customers).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Each month over the customers of those rows that have it, never a mean of the shares. */
  private List<Optional<BigDecimal>> all() {
    List<Optional<BigDecimal>> all = new ArrayList<>();
    for (int month = 0; month < columns; month++) {
      BigDecimal base = BigDecimal.ZERO;
      BigDecimal back = BigDecimal.ZERO;
      for (Cohorts.Cohort row : rows) {
        Optional<BigDecimal> share =
            month < row.later().size() ? row.later().get(month) : Optional.empty();
        if (share.isPresent()) {
          base = base.add(row.customers());
          back = back.add(row.customers().multiply(share.get()));
        }
      }
      all.add(
          base.signum() == 0
              ? Optional.empty()
              : Optional.of(back.divide(base, MathContext.DECIMAL64)));
    }
    return all;
  }
}
