package io.retainer.rendering.pdf;

import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.report.History;
import io.retainer.model.report.Section;
import io.retainer.rendering.overview.ColumnFormats;
import io.retainer.rendering.overview.FigureText;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.words.Formats;
import java.util.List;
import java.util.Map;

/**
 * The last periods as the rows of a table, which has no total: periods are not parts of a whole.
 */
final class HistoryRows {

  private final ReportTexts texts;
  private final ColumnHeads heads;
  private final String id;
  private final History history;
  private final List<Formats> written;
  private final Slots slots;

  HistoryRows(ReportTexts texts, ColumnHeads heads, String id, History history) {
    this.heads = heads;
    this.texts = texts;
    this.id = id;
    this.history = history;
    this.written = ColumnFormats.of(texts.formats(), history);
    this.slots =
        heads.slots(history.kpis().size(), false, history.rows().stream().map(this::name).toList());
  }

  /** Of a section with more figures than a table has columns they are several. */
  static List<History> tables(Section.Filled section) {
    return section.history().map(all -> all.abreast(TableRows.SLOTS)).orElse(List.of());
  }

  List<Map<String, Object>> list() {
    return history.rows().stream().map(this::row).toList();
  }

  private String name(History.Row period) {
    return texts.formats().periodTitle(period.period());
  }

  private Map<String, Object> row(History.Row period) {
    Formats formats = texts.formats();
    String unit = "history." + period.period().kind();
    int columns = history.kpis().size();
    Map<String, Object> row =
        Blocks.block(
            "isRow",
            "isTable",
            Boolean.TRUE,
            "table",
            id,
            "tableTitle",
            formats.words().text(unit),
            "name0",
            formats.words().text(unit + ".head"),
            "name" + slots.name(false),
            name(period));
    for (int i = 0; i < columns; i++) {
      KpiDescriptor kpi = history.kpis().get(i);
      KpiValue value = period.values().get(i);
      row.put("head" + slots.of(i), heads.text(kpi, texts.locale()));
      row.put("cell" + slots.of(i), FigureText.marked(value, kpi.unit(), written.get(i)));
    }
    return row;
  }
}
