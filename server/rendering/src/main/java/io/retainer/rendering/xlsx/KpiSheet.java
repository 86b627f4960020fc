package io.retainer.rendering.xlsx;

import io.retainer.model.kpi.Compared;
import io.retainer.model.kpi.Delta;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.report.Remark;
import io.retainer.model.report.ReportContent;
import io.retainer.model.target.Assessment;
import io.retainer.model.target.Target;
import io.retainer.model.time.Base;
import io.retainer.model.time.Comparison;
import io.retainer.rendering.overview.RemarkTexts;
import io.retainer.rendering.overview.TargetText;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.words.Formats;
import io.retainer.rendering.words.ReasonTexts;
import io.retainer.rendering.xlsx.Book.Look;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every figure once, with its parts; ratios are formulas over them. Other sheets refer to it. */
final class KpiSheet {

  static final int VALUE = 2;
  private static final int UNIT = 3;
  private static final int FIRST_COMPARED = 4;
  private static final Set<String> WORDS =
      Set.of("id", "figure", "unit", "status", "note", "target-status");

  /** Where a figure of the report has a target. */
  private static final List<String> TARGET_COLUMNS =
      List.of("target-low", "target-high", "target-reached", "target-status");

  private final Page page;
  private final ReportTexts texts;
  private final Map<KpiId, Integer> rows = new HashMap<>();
  private final List<String> columns = new ArrayList<>();

  KpiSheet(Page page, ReportTexts texts) {
    this.page = page;
    this.texts = texts;
  }

  /** The column of what there is of a target. */
  int reached() {
    return columns.indexOf("target-reached");
  }

  /** The column of the value that a figure is compared with, the first comparison being 0. */
  static int earlier(int comparison) {
    return FIRST_COMPARED + 2 * comparison;
  }

  /** The column of the change on it. */
  static int change(int comparison) {
    return earlier(comparison) + 1;
  }

  /** How the two columns of a comparison are headed. */
  static List<String> heads(Base base) {
    String word = base.comparison().word();
    return List.of(word, base.comparison() == Comparison.PREVIOUS ? "delta" : "delta-" + word);
  }

  /** The columns of the parts of the value that a figure is compared with. */
  private static List<String> parts(Base base) {
    String word = base.comparison().word();
    return List.of("numerator " + word, "denominator " + word);
  }

  private String head(String column) {
    return Stream.of(column.split(" "))
        .map(word -> texts.text("column." + word))
        .collect(Collectors.joining(", "));
  }

  void write(ReportContent content) {
    columns.addAll(List.of("id", "figure", "value", "unit"));
    content.bases().forEach(base -> columns.addAll(heads(base)));
    columns.addAll(List.of("status", "numerator", "denominator"));
    content.bases().forEach(base -> columns.addAll(parts(base)));
    columns.add("note");
    if (!content.targets().isEmpty()) {
      columns.addAll(TARGET_COLUMNS);
    }
    for (int i = 0; i < columns.size(); i++) {
      page.text(0, i, head(columns.get(i)), header(i));
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
    page.widths(columns.stream().mapToInt(KpiSheet::width).toArray());
    page.sheet().createFreezePane(2, 1);
    page.printAcross(content, texts, 0, groups());
  }

  /** The value and what it is compared with, its parts, what is said of it, its target. */
  private List<Integer> groups() {
    return Stream.of("figure", "numerator", "note", "target-low")
        .map(columns::indexOf)
        .filter(column -> column >= 0)
        .toList();
  }

  private Look header(int column) {
    if (isNumber(column)) {
      return Look.NUMBER_HEADER;
    }
    return column > 0 && isNumber(column - 1) ? Look.INDENTED_HEADER : Look.HEADER;
  }

  private boolean isNumber(int column) {
    return !WORDS.contains(columns.get(column));
  }

  private static int width(String column) {
    return switch (column) {
      case "id" -> 30;
      case "figure" -> 36;
      case "note" -> 50;
      case "unit" -> 11;
      case "target-low", "target-high" -> 16;
      case "target-reached" -> 13;
      case "target-status" -> 36;
      default -> column.equals("status") || column.startsWith("delta") ? 13 : 17;
    };
  }

  private void figure(KpiFigure figure, int row, DeltaColours colours) {
    KpiUnit unit = figure.kpi().unit();
    KpiValue current = figure.current();
    Optional<String> currency = current.currency();
    page.text(row, 0, figure.kpi().id().value(), Look.PLAIN);
    page.text(row, 1, figure.kpi().title(texts.locale()), Look.WRAPPED);
    Parts.value(page, row, VALUE, numerator(), current, format(figure, current), Look.BOLD);
    page.text(row, UNIT, unitName(unit, currency), Look.INDENTED);
    for (int i = 0; i < figure.compared().size(); i++) {
      Compared compared = figure.compared().get(i);
      int numerator = numerator() + 2 * (i + 1);
      KpiValue past = compared.value();
      Parts.value(page, row, earlier(i), numerator, past, format(figure, past), Look.PLAIN);
      Parts.write(page, row, numerator, past);
      delta(compared, row, i, figure);
      colours.add(figure.kpi().better(), seen(compared), row, change(i));
    }
    page.text(
        row,
        columns.indexOf("status"),
        texts.formats().words().text("status." + current.status().word()),
        Look.INDENTED);
    Parts.write(page, row, numerator(), current);
    page.text(row, columns.indexOf("note"), note(figure), Look.INDENTED_WRAPPED);
    name(figure.kpi().id(), row);
  }

  /** A change that rounds to nothing is no news. */
  Optional<Delta> seen(Compared compared) {
    return compared.delta().filter(change -> texts.formats().shownSign(change) != 0);
  }

  /** The value and what it is compared with stand beside each other, each in its own currency. */
  static String format(KpiFigure figure, KpiValue value) {
    Stream<KpiValue> all =
        Stream.concat(Stream.of(figure.current()), figure.compared().stream().map(Compared::value));
    KpiUnit unit = figure.kpi().unit();
    int decimals = NumberFormats.decimals(unit, all.map(KpiValue::value));
    return NumberFormats.of(unit, value.currency(), decimals);
  }

  private int numerator() {
    return columns.indexOf("numerator");
  }

  private void delta(Compared compared, int row, int comparison, KpiFigure figure) {
    if (compared.delta().isEmpty() || compared.delta().get().style() == Delta.Style.NEW) {
      return;
    }
    Delta change = compared.delta().get();
    String now = Page.local(row, VALUE);
    String earlier = Page.local(row, earlier(comparison));
    String formula =
        switch (change.style()) {
          // What was zero and is zero is the same, and no part of nothing.
          case PERCENT -> "IF(%1$s=%2$s,0,(%1$s-%2$s)/ABS(%2$s))".formatted(now, earlier);
          case POINTS -> "(" + now + "-" + earlier + ")*100";
          case PLACES -> earlier + "-" + now;
          default -> now + "-" + earlier;
        };
    BigDecimal cached =
        change.style() == Delta.Style.POINTS ? change.amount().movePointRight(2) : change.amount();
    String format =
        NumberFormats.of(texts.formats(), change, figure.kpi().unit(), figure.current().currency());
    // Of a running period only the days that are over are compared, and they stand in no cell.
    if (compared.now().value().equals(figure.current().value())) {
      page.formula(row, change(comparison), formula, cached.doubleValue(), format, Look.PLAIN);
    } else {
      page.number(row, change(comparison), cached, format, Look.PLAIN);
    }
  }

  private void target(KpiFigure figure, Assessment found, int row) {
    Target target = found.target();
    String format = NumberFormats.of(figure.kpi().unit(), target.currency());
    int low = columns.indexOf("target-low");
    int high = columns.indexOf("target-high");
    goal(ParamsSheet.low(figure.kpi().id()), target.goal().low(), row, low, format);
    goal(ParamsSheet.high(figure.kpi().id()), target.goal().high(), row, high, format);
    int bound = target.goal().low().isPresent() ? low : high;
    found
        .share()
        .ifPresent(
            share ->
                page.formula(
                    row,
                    columns.indexOf("target-reached"),
                    Page.local(row, VALUE) + "/" + Page.local(row, bound),
                    share.doubleValue(),
                    "0.0%",
                    Look.PLAIN));
    page.text(
        row,
        columns.indexOf("target-status"),
        TargetText.of(texts, figure, found).text(),
        Look.INDENTED_WRAPPED);
  }

  /** What a figure has to be stands with the parameters, and is read from there. */
  private void goal(String name, Optional<BigDecimal> goal, int row, int column, String format) {
    goal.ifPresent(
        value -> page.formula(row, column, name, value.doubleValue(), format, Look.PLAIN));
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
    boolean points = has(figure, Delta.Style.POINTS);
    boolean fresh = has(figure, Delta.Style.NEW);
    String style =
        points ? texts.text("note.points") : fresh ? formats.words().text("delta.new") : "";
    String perDay =
        figure.compared().stream()
            .flatMap(
                one -> one.perDay().map(d -> new Remark.PerDay(figure, one.base(), d)).stream())
            .map(one -> new RemarkTexts(texts).sentence(Remark.perDay(List.of(one))))
            .collect(Collectors.joining(" "));
    return Stream.of(reason, style, perDay)
        .filter(sentence -> !sentence.isBlank())
        .collect(Collectors.joining(" "));
  }

  private static boolean has(KpiFigure figure, Delta.Style style) {
    return figure.compared().stream()
        .flatMap(compared -> compared.delta().stream())
        .anyMatch(delta -> delta.style() == style);
  }

  private void name(KpiId id, int row) {
    page.name("kpi_" + Page.word(id.value()), row, VALUE);
  }

  /** Where another sheet finds a figure. */
  Optional<String> reference(KpiId id, int column) {
    return Optional.ofNullable(rows.get(id)).map(row -> page.reference(row, column));
  }
}
