package io.retainer.rendering.xlsx;

import io.retainer.model.kpi.Delta;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.report.ReportContent;
import io.retainer.model.target.Assessment;
import io.retainer.model.target.Target;
import io.retainer.rendering.overview.TargetText;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.words.Formats;
import io.retainer.rendering.words.ReasonTexts;
import io.retainer.rendering.xlsx.Book.Look;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.xssf.usermodel.XSSFName;

/** Every figure once, with its parts; ratios are formulas over them. Other sheets refer to it. */
final class KpiSheet {

  static final int VALUE = 2;
  static final int PREVIOUS = 4;
  static final int DELTA = 5;
  static final int LAST_YEAR = 6;
  static final int DELTA_LAST_YEAR = 7;
  private static final Set<Integer> NUMBERS = Set.of(2, 4, 5, 6, 7, 9, 10, 12, 13, 14);
  private static final int NUMERATOR = 9;
  private static final int DENOMINATOR = 10;
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "figure",
          "value",
          "unit",
          "previous",
          "delta",
          "last-year",
          "delta-last-year",
          "status",
          "numerator",
          "denominator",
          "note");

  /** Where a figure of the report has a target. */
  private static final List<String> TARGET_COLUMNS =
      List.of("target-low", "target-high", "target-reached", "target-status");

  private static final int TARGET_LOW = 12;
  private static final int TARGET_HIGH = 13;
  private static final int TARGET_REACHED = 14;
  private static final int TARGET_STATUS = 15;

  private final Page page;
  private final ReportTexts texts;
  private final Map<KpiId, Integer> rows = new HashMap<>();

  KpiSheet(Page page, ReportTexts texts) {
    this.page = page;
    this.texts = texts;
  }

  void write(ReportContent content) {
    List<String> columns = new ArrayList<>(COLUMNS);
    if (!content.targets().isEmpty()) {
      columns.addAll(TARGET_COLUMNS);
    }
    for (int i = 0; i < columns.size(); i++) {
      page.text(
          0,
          i,
          texts.text("column." + columns.get(i)),
          NUMBERS.contains(i)
              ? Look.NUMBER_HEADER
              : NUMBERS.contains(i - 1) ? Look.INDENTED_HEADER : Look.HEADER);
    }
    int row = 1;
    DeltaColours colours = new DeltaColours(page.sheet());
    for (KpiFigure figure : content.figures()) {
      rows.put(figure.kpi().id(), row);
      figure(figure, row, colours);
      int line = row;
      content.target(figure.kpi().id()).ifPresent(target -> target(figure, target, line));
      row++;
    }
    colours.apply();
    Tables.create(page, "tblKPI", 0, row - 1, columns.size());
    int[] widths = {30, 36, 17, 11, 17, 13, 17, 13, 13, 14, 14, 50, 16, 16, 13, 44};
    page.widths(Arrays.copyOf(widths, columns.size()));
    page.sheet().createFreezePane(2, 1);
    page.print(content, texts, 0);
  }

  private void figure(KpiFigure figure, int row, DeltaColours colours) {
    KpiUnit unit = figure.kpi().unit();
    KpiValue current = figure.current();
    Optional<String> currency = current.currency();
    String format = NumberFormats.of(unit, currency);
    page.text(row, 0, figure.kpi().id().value(), Look.PLAIN);
    page.text(row, 1, figure.kpi().title(texts.locale()), Look.PLAIN);
    value(current, row, format);
    page.text(row, 3, unitName(unit, currency), Look.INDENTED);
    page.number(row, PREVIOUS, figure.previous().value(), format, Look.PLAIN);
    delta(figure.deltaPrevious(), row, DELTA, PREVIOUS, figure);
    page.number(row, LAST_YEAR, figure.previousYear().value(), format, Look.PLAIN);
    delta(figure.deltaPreviousYear(), row, DELTA_LAST_YEAR, LAST_YEAR, figure);
    page.text(
        row, 8, texts.formats().words().text("status." + current.status().word()), Look.INDENTED);
    String parts = unit == KpiUnit.MONEY ? "#,##0.00" : "#,##0.##";
    page.number(row, NUMERATOR, current.numerator(), parts, Look.PLAIN);
    page.number(row, DENOMINATOR, current.denominator(), "#,##0.##", Look.PLAIN);
    page.text(row, 11, note(figure), Look.INDENTED_WRAPPED);
    colours.add(figure.kpi().better(), figure.deltaPrevious(), row, DELTA);
    colours.add(figure.kpi().better(), figure.deltaPreviousYear(), row, DELTA_LAST_YEAR);
    name(figure.kpi().id(), row);
  }

  /** A ratio is the formula over its parts, where the parts give the value. */
  private void value(KpiValue value, int row, String format) {
    if (value.value().isEmpty()) {
      return;
    }
    double exact = value.value().get().doubleValue();
    double numerator = value.numerator().map(BigDecimal::doubleValue).orElse(0.0);
    double denominator = value.denominator().map(BigDecimal::doubleValue).orElse(0.0);
    boolean follows =
        value.numerator().isPresent()
            && denominator != 0
            && Math.abs(numerator / denominator - exact) <= 1e-9 * Math.max(1, Math.abs(exact));
    if (follows) {
      String formula = Page.local(row, NUMERATOR) + "/" + Page.local(row, DENOMINATOR);
      page.formula(row, VALUE, formula, numerator / denominator, format, Look.BOLD);
    } else {
      page.number(row, VALUE, value.value(), format, Look.BOLD);
    }
  }

  private void delta(
      Optional<Delta> delta, int row, int column, int earlierColumn, KpiFigure figure) {
    if (delta.isEmpty() || delta.get().style() == Delta.Style.NEW) {
      return;
    }
    Delta change = delta.get();
    String now = Page.local(row, VALUE);
    String earlier = Page.local(row, earlierColumn);
    String formula =
        switch (change.style()) {
          case PERCENT -> "(" + now + "-" + earlier + ")/ABS(" + earlier + ")";
          case POINTS -> "(" + now + "-" + earlier + ")*100";
          case PLACES -> earlier + "-" + now;
          default -> now + "-" + earlier;
        };
    BigDecimal cached =
        change.style() == Delta.Style.POINTS ? change.amount().movePointRight(2) : change.amount();
    page.formula(
        row,
        column,
        formula,
        cached.doubleValue(),
        NumberFormats.of(
            texts.formats().words(), change, figure.kpi().unit(), figure.current().currency()),
        Look.PLAIN);
  }

  private void target(KpiFigure figure, Assessment found, int row) {
    Target target = found.target();
    String format = NumberFormats.of(figure.kpi().unit(), target.currency());
    page.number(row, TARGET_LOW, target.goal().low(), format, Look.PLAIN);
    page.number(row, TARGET_HIGH, target.goal().high(), format, Look.PLAIN);
    int bound = target.goal().low().isPresent() ? TARGET_LOW : TARGET_HIGH;
    found
        .share()
        .ifPresent(
            share ->
                page.formula(
                    row,
                    TARGET_REACHED,
                    Page.local(row, VALUE) + "/" + Page.local(row, bound),
                    share.doubleValue(),
                    "0.0%",
                    Look.PLAIN));
    page.text(
        row, TARGET_STATUS, TargetText.of(texts, figure, found).text(), Look.INDENTED_WRAPPED);
  }

  private String unitName(KpiUnit unit, Optional<String> currency) {
    return unit == KpiUnit.MONEY && currency.isPresent()
        ? currency.get()
        : texts.formats().words().text("unit.name." + unit);
  }

  private String note(KpiFigure figure) {
    Formats formats = texts.formats();
    String reason =
        figure.current().reason().map(found -> ReasonTexts.of(formats).sentence(found)).orElse("");
    boolean points =
        figure.deltaPrevious().map(Delta::style).equals(Optional.of(Delta.Style.POINTS));
    boolean fresh = figure.deltaPrevious().map(Delta::style).equals(Optional.of(Delta.Style.NEW));
    String style =
        points ? texts.text("note.points") : fresh ? formats.words().text("delta.new") : "";
    return (reason + " " + style).strip();
  }

  private void name(KpiId id, int row) {
    XSSFName name = page.book().workbook().createName();
    name.setNameName("kpi_" + id.value().replace('.', '_').replace('-', '_'));
    name.setRefersToFormula(page.reference(row, VALUE));
  }

  /** Where another sheet finds a figure. */
  Optional<String> reference(KpiId id, int column) {
    return Optional.ofNullable(rows.get(id)).map(row -> page.reference(row, column));
  }
}
