package io.retainer.rendering.overview;

import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.report.exhibit.Columns;
import io.retainer.model.time.Period;
import io.retainer.rendering.chart.StackedColumns;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.words.Formats;
import io.retainer.spi.Grain;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What an amount is made of, week by week or month by month. */
public final class ColumnsPicture {

  private final ReportTexts texts;
  private final Formats formats;
  private final Columns columns;

  public ColumnsPicture(ReportTexts texts, Columns columns) {
    this.texts = texts;
    this.formats = texts.formats();
    this.columns = columns;
  }

  ExhibitPicture picture(UnaryOperator<String> names) {
    String title =
        texts.text(
            columns.by() == Grain.MONTH ? "exhibit.columns.months" : "exhibit.columns.weeks",
            columns.kpi().title(texts.locale()),
            formats.byDimension(columns.dimension()));
    return new ExhibitPicture(
        columns.currency().map(code -> title + ", " + code).orElse(title),
        new StackedColumns(
            parts().stream().map(names).toList(),
            columns.columns().stream()
                .map(
                    column ->
                        new StackedColumns.Column(
                            name(column),
                            column.amounts().stream().map(BigDecimal::doubleValue).toList(),
                            number(column.total()),
                            isCut(column)))
                .toList(),
            tick -> number(BigDecimal.valueOf(tick)),
            columns.kpi().unit() == KpiUnit.COUNT),
        columns.columns().stream().anyMatch(this::isCut)
            ? texts.text(
                columns.by() == Grain.MONTH
                    ? "exhibit.columns.cut.month"
                    : "exhibit.columns.cut.week")
            : "");
  }

  /** What the parts are called, in the order of their amounts. */
  public List<String> parts() {
    List<String> parts = new ArrayList<>();
    columns.parts().forEach(part -> parts.add(formats.group(columns.dimension(), part)));
    if (columns.hasOthers()) {
      parts.add(texts.text("exhibit.others"));
    }
    return parts;
  }

  /** The first day of a week, the name of a month. */
  private String name(Columns.Column column) {
    return columns.by() == Grain.MONTH
        ? formats.shortPeriod(Period.month(YearMonth.from(column.days().start())))
        : formats.shortDate(column.days().start());
  }

  /** Whether the period has only some days of the week or month. */
  private boolean isCut(Columns.Column column) {
    long whole =
        columns.by() == Grain.MONTH ? YearMonth.from(column.days().start()).lengthOfMonth() : 7;
    return column.days().days() < whole;
  }

  /** Small numbers keep the decimals that tell them apart. */
  private String number(BigDecimal number) {
    boolean isWhole =
        number.stripTrailingZeros().scale() <= 0
            || number.abs().compareTo(BigDecimal.valueOf(20)) > 0;
    return isWhole
        ? formats.number(number.setScale(0, RoundingMode.HALF_UP), 0)
        : formats.number(number.setScale(1, RoundingMode.HALF_UP), 1);
  }
}
