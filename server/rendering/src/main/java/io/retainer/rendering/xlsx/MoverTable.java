package io.retainer.rendering.xlsx;

import io.retainer.model.kpi.Delta;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.report.exhibit.Movers;
import io.retainer.rendering.overview.MoversPicture;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.xlsx.Book.Look;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rows that moved, many more than on the page. Changes, percents and shares are formulas. */
final class MoverTable {

  private static final String PERCENT = NumberFormats.of(KpiUnit.PERCENT, Optional.empty());
  private static final int NOW = 1;
  private static final int BEFORE = 2;
  private static final int CHANGE = 3;

  private final Page page;
  private final ReportTexts texts;
  private final Movers movers;
  private final MoversPicture words;
  private final String format;
  private final int relative;
  private final int share;
  private final int said;

  /** Where the parts of the two rates of a row stand; none of what is no rate of parts. */
  private final Optional<Integer> parts;

  private int row;

  /**
   * @param row where its header stands
   */
  MoverTable(Page page, ReportTexts texts, Movers movers, int row) {
    this.page = page;
    this.texts = texts;
    this.movers = movers;
    this.row = row;
    this.words = new MoversPicture(texts, movers);
    this.format =
        NumberFormats.of(movers.kpi().unit(), words.currency(), MoversPicture.numbers(movers));
    this.relative = words.hasRelative() ? CHANGE + 1 : CHANGE;
    this.share = movers.hasShares() ? relative + 1 : relative;
    this.said = share + 1;
    boolean hasParts =
        Stream.of(movers.up(), movers.down(), List.of(movers.total()))
            .flatMap(List::stream)
            .flatMap(one -> Stream.concat(one.now().stream(), one.before().stream()))
            .anyMatch(Parts::give);
    this.parts = hasParts ? Optional.of(said + 1) : Optional.empty();
  }

  /** Writes it, and says which row comes after. */
  int write() {
    header();
    int total = row + rows();
    group("exhibit.movers.up", movers.up(), total);
    group("exhibit.movers.down", movers.down(), total);
    line(texts.formats().words().text("group.total"), movers.total(), total, Look.TOTAL);
    return row;
  }

  int width() {
    return parts.map(first -> first + 4).orElse(said + 1);
  }

  private int rows() {
    return Stream.of(movers.up(), movers.down())
        .filter(rows -> !rows.isEmpty())
        .mapToInt(rows -> rows.size() + 1)
        .sum();
  }

  private void header() {
    List<String> heads = new ArrayList<>(words.heads());
    heads.add(texts.text("column.status"));
    page.text(row, 0, texts.formats().dimension(movers.dimension()), Look.HEADER);
    for (int i = 0; i < heads.size(); i++) {
      boolean isText = i + 1 == said;
      page.text(row, i + 1, heads.get(i), isText ? Look.INDENTED_HEADER : Look.NUMBER_HEADER);
    }
    parts.ifPresent(
        first -> {
          for (int i = 0; i < 4; i++) {
            String period = heads.get(i / 2);
            String part = i % 2 == 0 ? "column.numerator" : "column.denominator";
            page.text(row, first + i, period + ": " + texts.text(part), Look.NUMBER_HEADER);
          }
        });
    row++;
  }

  private void group(String title, List<Movers.Row> rows, int total) {
    if (!rows.isEmpty()) {
      page.text(row++, 0, texts.text(title), Look.MUTED);
    }
    rows.forEach(one -> line(words.name(one), one, total, Look.PLAIN));
  }

  private void line(String name, Movers.Row one, int total, Look look) {
    page.text(row, 0, name, look);
    one.now().ifPresent(value -> value(value, NOW, 0, look));
    one.before().ifPresent(value -> value(value, BEFORE, 2, look));
    change(one, look);
    one.relative()
        .ifPresent(
            found -> {
              String before = Page.local(row, BEFORE);
              String formula =
                  "IF(%1$s=0,0,%1$s/ABS(%2$s))".formatted(Page.local(row, CHANGE), before);
              page.formula(
                  row, relative, formula, found.doubleValue(), NumberFormats.RELATIVE, look);
            });
    if (movers.hasShares()) {
      String formula = Page.local(row, CHANGE) + "/" + ExhibitTable.fixed(total, CHANGE);
      double cached = one.amount().doubleValue() / movers.total().amount().doubleValue();
      page.formula(row, share, formula, cached, PERCENT, look);
    }
    String small = texts.formats().words().text("delta.small-base");
    words
        .said(one)
        .or(() -> Optional.of(small).filter(any -> MoversPicture.isFaint(one)))
        .ifPresent(text -> page.text(row, said, text, Look.INDENTED));
    row++;
  }

  private void value(KpiValue value, int column, int part, Look look) {
    if (parts.isPresent()) {
      Parts.value(page, row, column, parts.get() + part, value, format, look);
      Parts.write(page, row, parts.get() + part, value, look);
    } else {
      page.number(row, column, value.value(), format, look);
    }
  }

  /** What is not there is an empty cell, which a formula takes for zero. */
  private void change(Movers.Row one, Look look) {
    KpiDescriptor kpi = movers.kpi();
    String now = Page.local(row, NOW);
    String before = Page.local(row, BEFORE);
    Delta.Style style = one.delta().style();
    String formula =
        switch (style) {
          case POINTS -> "(" + now + "-" + before + ")*100";
          case PLACES -> before + "-" + now;
          default -> now + "-" + before;
        };
    BigDecimal cached = style == Delta.Style.POINTS ? one.amount().movePointRight(2) : one.amount();
    boolean isAmount = style != Delta.Style.POINTS && style != Delta.Style.PLACES;
    String shown =
        isAmount
            ? format
            : NumberFormats.of(texts.formats(), one.delta(), kpi.unit(), Optional.empty());
    page.formula(row, CHANGE, formula, cached.doubleValue(), shown, look);
  }
}
