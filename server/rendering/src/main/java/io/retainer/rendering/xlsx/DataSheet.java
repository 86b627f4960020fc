package io.retainer.rendering.xlsx;

import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.report.BreakdownTable;
import io.retainer.model.report.History;
import io.retainer.model.report.ReportContent;
import io.retainer.model.report.Section;
import io.retainer.model.report.Tile;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.xlsx.Book.Look;
import java.util.List;
import java.util.Optional;

/** Every number of the report as one long tidy table, for pivots and other programs. */
final class DataSheet {

  private static final List<String> COLUMNS =
      List.of(
          "section",
          "series",
          "id",
          "figure",
          "dimension",
          "group",
          "date",
          "value",
          "unit",
          "currency",
          "status",
          "numerator",
          "denominator");

  private final Page page;
  private final ReportTexts texts;
  private int row;

  DataSheet(Page page, ReportTexts texts) {
    this.page = page;
    this.texts = texts;
  }

  /** What a row belongs to. */
  private record Place(String section, String series, String dimension, String group) {}

  void write(ReportContent content) {
    for (int i = 0; i < COLUMNS.size(); i++) {
      page.text(0, i, texts.text("column." + COLUMNS.get(i)), Look.HEADER);
    }
    for (Tile tile : content.tiles()) {
      Place place = new Place("scorecard", "trail", "", "");
      points(place, tile.figure().kpi(), tile.trail());
    }
    for (Section section : content.sections()) {
      if (section instanceof Section.Filled filled) {
        section(filled);
      }
    }
    Tables.create(page, "tblData", 0, row, COLUMNS.size());
    page.widths(11, 10, 26, 30, 11, 32, 12, 16, 9, 9, 12, 13, 13);
    page.sheet().createFreezePane(0, 1);
    page.printTable(content, texts);
  }

  private void section(Section.Filled section) {
    section
        .trend()
        .ifPresent(
            trend -> {
              String current = trend.unit().isPresent() ? "trail" : "current";
              points(new Place(section.key(), current, "", ""), trend.kpi(), trend.current());
              points(new Place(section.key(), "last-year", "", ""), trend.kpi(), trend.lastYear());
            });
    section.history().ifPresent(history -> history(section, history));
    for (BreakdownTable table : section.breakdowns()) {
      Kpis.Breakdown breakdown = table.breakdown();
      breakdown.groups().forEach(group -> group(section, breakdown, group, "group"));
      breakdown.other().ifPresent(other -> group(section, breakdown, other, "other"));
      group(section, breakdown, breakdown.total(), "total");
    }
  }

  private void history(Section.Filled section, History history) {
    Place place = new Place(section.key(), "history", "", "");
    for (History.Row period : history.rows()) {
      for (int i = 0; i < history.kpis().size(); i++) {
        KpiValue value = period.values().get(i);
        line(
            place,
            history.kpis().get(i),
            value,
            Optional.of(new Kpis.Point(period.period().span().start(), value)));
      }
    }
  }

  private void group(
      Section.Filled section, Kpis.Breakdown breakdown, Kpis.Group group, String series) {
    Place place = new Place(section.key(), series, breakdown.dimension(), group.name());
    for (int i = 0; i < breakdown.kpis().size(); i++) {
      line(place, breakdown.kpis().get(i), group.values().get(i), Optional.empty());
    }
  }

  private void points(Place place, KpiDescriptor kpi, List<Kpis.Point> points) {
    points.forEach(point -> line(place, kpi, point.value(), Optional.of(point)));
  }

  private void line(Place place, KpiDescriptor kpi, KpiValue value, Optional<Kpis.Point> point) {
    row++;
    page.text(row, 0, place.section(), Look.PLAIN);
    page.text(row, 1, place.series(), Look.PLAIN);
    page.text(row, 2, kpi.id().value(), Look.PLAIN);
    page.text(row, 3, kpi.title(texts.locale()), Look.PLAIN);
    page.text(row, 4, place.dimension(), Look.PLAIN);
    page.text(row, 5, place.group(), Look.PLAIN);
    point.ifPresent(at -> page.date(row, 6, at.start(), Page.DATE, Look.PLAIN));
    String format = NumberFormats.of(kpi.unit(), value);
    Parts.value(page, row, 7, 11, value, format, Look.PLAIN);
    page.text(row, 8, kpi.unit().word(), Look.PLAIN);
    page.text(row, 9, value.currency().orElse(""), Look.PLAIN);
    page.text(row, 10, value.status().word(), Look.PLAIN);
    Parts.write(page, row, 11, value);
  }
}
