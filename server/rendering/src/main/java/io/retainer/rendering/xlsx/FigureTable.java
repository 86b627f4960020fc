package io.retainer.rendering.xlsx;

import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiKind;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.Kpis;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.xlsx.Book.Look;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * KPIs in columns, groups or periods in rows. The parts of its ratios stand right of the KPIs, so
 * that each ratio is a formula over its own row.
 */
final class FigureTable {

  private final Page page;
  private final ReportTexts texts;
  private final List<KpiDescriptor> kpis;

  /** Where the numerator of a KPI stands, for KPIs with parts. */
  private final Map<Integer, Integer> parts = new LinkedHashMap<>();

  private final int header;
  private final List<Integer> decimals = new ArrayList<>();
  private final List<Kpis.Group> rows = new ArrayList<>();

  /**
   * @param values all that will be written, which tells which KPIs have parts
   */
  FigureTable(
      Page page, ReportTexts texts, int header, List<KpiDescriptor> kpis, List<Kpis.Group> values) {
    this.page = page;
    this.texts = texts;
    this.header = header;
    this.kpis = kpis;
    int next = 1 + kpis.size();
    for (int i = 0; i < kpis.size(); i++) {
      int number = i;
      List<KpiValue> column = values.stream().map(group -> group.values().get(number)).toList();
      decimals.add(
          NumberFormats.decimals(kpis.get(i).unit(), column.stream().map(KpiValue::value)));
      boolean isRatio = column.stream().anyMatch(Parts::give);
      if (isRatio) {
        parts.put(i, next);
        next += 2;
      }
    }
  }

  /** Of one row, whose amounts may be in another currency than those of the others. */
  private String format(int kpi, KpiValue value) {
    return NumberFormats.of(kpis.get(kpi).unit(), value.currency(), decimals.get(kpi));
  }

  /** How many columns it takes. */
  int width() {
    return 1 + kpis.size() + 2 * parts.size();
  }

  void header(String names) {
    page.text(header, 0, names, Look.HEADER);
    for (int i = 0; i < kpis.size(); i++) {
      page.text(header, i + 1, title(i), Look.NUMBER_HEADER);
    }
    parts.forEach(
        (kpi, column) -> {
          String title = title(kpi) + ": ";
          page.text(header, column, title + texts.text("column.numerator"), Look.NUMBER_HEADER);
          page.text(
              header, column + 1, title + texts.text("column.denominator"), Look.NUMBER_HEADER);
        });
  }

  private String title(int kpi) {
    return kpis.get(kpi).title(texts.locale());
  }

  /** Writes the next row. */
  void row(String name, Kpis.Group group) {
    rows.add(group);
    write(name, group, Look.PLAIN);
  }

  private void write(String name, Kpis.Group group, Look look) {
    int row = header + rows.size() + (look == Look.TOTAL ? 1 : 0);
    page.text(row, 0, name, look);
    for (int i = 0; i < kpis.size(); i++) {
      KpiValue value = group.values().get(i);
      without(page, texts, row, i + 1, value, look);
      String format = format(i, value);
      if (parts.containsKey(i)) {
        Parts.value(page, row, i + 1, parts.get(i), value, format, look);
        Parts.write(page, row, parts.get(i), value, look);
      } else {
        page.number(row, i + 1, value.value(), format, look);
      }
    }
  }

  /** A word where there is no number: a formula over it must not take it for zero. */
  static void without(
      Page page, ReportTexts texts, int row, int column, KpiValue value, Look look) {
    if (value.value().isEmpty()) {
      page.text(
          row,
          column,
          texts.formats().words().text("status." + value.status().word()),
          look == Look.TOTAL ? Look.ABSENT_TOTAL : Look.ABSENT);
    }
  }

  /**
   * Writes the last row. What adds up is a sum over the rows, where the rows give it, and so are
   * the parts of a ratio; anything else is the KPI itself, which no rows add up to.
   */
  void total(String name, Kpis.Group total) {
    write(name, total, Look.TOTAL);
    for (int i = 0; i < kpis.size(); i++) {
      KpiValue value = total.values().get(i);
      int column = i;
      if (kpis.get(i).kind() == KpiKind.FLOW) {
        value
            .value()
            .ifPresent(exact -> sum(column + 1, column, Part.VALUE, exact, format(column, value)));
      }
      if (parts.containsKey(i)) {
        int first = parts.get(i);
        value.numerator().ifPresent(exact -> sum(first, column, Part.NUMERATOR, exact));
        value.denominator().ifPresent(exact -> sum(first + 1, column, Part.DENOMINATOR, exact));
      }
    }
  }

  private enum Part {
    VALUE,
    NUMERATOR,
    DENOMINATOR;

    Optional<BigDecimal> of(KpiValue value) {
      return switch (this) {
        case VALUE -> value.value();
        case NUMERATOR -> value.numerator();
        case DENOMINATOR -> value.denominator();
      };
    }
  }

  private void sum(int column, int kpi, Part part, BigDecimal exact) {
    sum(column, kpi, part, exact, NumberFormats.part(exact));
  }

  private void sum(int column, int kpi, Part part, BigDecimal exact, String format) {
    BigDecimal sum =
        rows.stream()
            .flatMap(group -> part.of(group.values().get(kpi)).stream())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    if (!rows.isEmpty() && sum.compareTo(exact) == 0) {
      String range = Page.local(header + 1, column) + ":" + Page.local(last(), column);
      page.formula(
          last() + 1,
          column,
          "SUBTOTAL(109," + range + ")",
          exact.doubleValue(),
          format,
          Look.TOTAL);
    }
  }

  /** The last row that is no total. */
  int last() {
    return header + rows.size();
  }
}
