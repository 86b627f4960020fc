package io.retainer.rendering.pdf;

import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.report.BreakdownTable;
import io.retainer.rendering.chart.Bar;
import io.retainer.rendering.overview.ColumnFormats;
import io.retainer.rendering.overview.FigureText;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.words.Formats;
import io.retainer.rendering.words.ReasonTexts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A breakdown as the rows of a table: its groups, the rest, the total. Columns are counted from the
 * right edge, so that the name takes what they leave.
 */
final class TableRows {

  static final int SLOTS = 6;

  private final ReportTexts texts;
  private final ColumnHeads heads;
  private final Formats formats;
  private final String id;
  private final Kpis.Breakdown breakdown;
  private final List<Formats> written;
  private final boolean bars;
  private final int columns;
  private final Slots slots;

  TableRows(ReportTexts texts, ColumnHeads heads, String id, BreakdownTable table) {
    this.heads = heads;
    this.texts = texts;
    this.formats = texts.formats();
    this.id = id;
    this.breakdown = table.breakdown();
    this.written = ColumnFormats.of(formats, breakdown);
    this.columns = Math.min(SLOTS, breakdown.kpis().size());
    this.bars = table.withBars() && columns < SLOTS;
    this.slots = heads.slots(columns, bars, breakdown.groups().stream().map(this::name).toList());
  }

  List<Map<String, ?>> list() {
    List<Map<String, ?>> rows = new ArrayList<>();
    double longest = breakdown.groups().stream().mapToDouble(TableRows::first).max().orElse(0);
    for (Kpis.Group group : breakdown.groups()) {
      Map<String, Object> row = row(name(group), group.values());
      if (bars && longest > 0) {
        row.put("bar" + columns, new DrawnImage(new Bar(Math.max(0, first(group)) / longest)));
      }
      rows.add(row);
    }
    breakdown
        .other()
        .ifPresent(
            other -> {
              int others = breakdown.groupCount() - breakdown.groups().size();
              String name = formats.words().text("group.other", formats.number(others));
              Map<String, Object> row = row(name, other.values());
              row.put("isOther", Boolean.TRUE);
              rows.add(row);
            });
    partial(breakdown).ifPresent(reason -> rows.add(remark(reason)));
    return rows;
  }

  /**
   * Why rows of the table rest on a part of the data, if they do: as the total says it, which lacks
   * what all of them do, where it lacks anything; else as the first of them does.
   */
  static Optional<Reason> partial(Kpis.Breakdown breakdown) {
    for (Kpis.Group group : breakdown.groups()) {
      for (int i = 0; i < group.values().size(); i++) {
        if (isOfPart(group.values().get(i))) {
          KpiValue total = breakdown.total().values().get(i);
          return (isOfPart(total) ? total : group.values().get(i)).reason();
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isOfPart(KpiValue value) {
    return value.lacks() || value.status() == KpiValue.Status.SUPPRESSED;
  }

  private Map<String, Object> remark(Reason reason) {
    return Blocks.block(
        "isRemark", "text", texts.text("table.partial", ReasonTexts.of(formats).sentence(reason)));
  }

  private String name(Kpis.Group group) {
    return Showable.name(formats.group(breakdown.dimension(), group.name()));
  }

  private static double first(Kpis.Group group) {
    return group.values().isEmpty()
        ? 0
        : group.values().get(0).value().map(BigDecimal::doubleValue).orElse(0.0);
  }

  private Map<String, Object> row(String name, List<KpiValue> values) {
    KpiDescriptor lead = breakdown.kpis().get(0);
    Map<String, Object> row =
        Blocks.block(
            "isRow",
            "isTable",
            Boolean.TRUE,
            "table",
            id,
            "tableTitle",
            texts.text(
                "table.title",
                lead.title(texts.locale()),
                formats.byDimension(breakdown.dimension())),
            "name0",
            formats.dimension(breakdown.dimension()),
            "name" + slots.name(bars),
            name);
    if (breakdown.groupCount() > breakdown.groups().size()) {
      row.put(
          "tableNote",
          texts.text(
              "table.shown",
              formats.number(breakdown.groups().size()),
              formats.number(breakdown.groupCount())));
    }
    row.put("hasTotal", Boolean.TRUE);
    row.put("totalName", formats.words().text("group.total"));
    for (int i = 0; i < columns; i++) {
      KpiDescriptor kpi = breakdown.kpis().get(i);
      row.put("head" + slots.of(i), heads.text(kpi, texts.locale()));
      row.put("cell" + slots.of(i), FigureText.inTable(values.get(i), kpi.unit(), written.get(i)));
      row.put(
          "total" + slots.of(i),
          FigureText.inTable(breakdown.total().values().get(i), kpi.unit(), written.get(i)));
    }
    return row;
  }
}
