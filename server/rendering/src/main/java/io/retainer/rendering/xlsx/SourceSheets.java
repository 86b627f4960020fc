package io.retainer.rendering.xlsx;

import io.retainer.model.fact.ImportedRows;
import io.retainer.model.report.ReportContent;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.xlsx.Book.Look;
import io.retainer.spi.Additivity;
import io.retainer.spi.Column;
import io.retainer.spi.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the figures rest on: every day's parts in one long table, and the rows as imported. */
final class SourceSheets {

  private static final String TEXT = "@";
  private static final int ROWS = LongSheet.LAST_ROW - 1;
  private static final List<String> DAILY =
      List.of("date", "dataset", "source", "account", "channel", "campaign", "network", "status");
  private static final List<String> MEASURED = List.of("metric", "value", "currency");

  private final Book book;
  private final ReportContent content;
  private final ReportTexts texts;
  private final List<LongSheet> sheets = new ArrayList<>();
  private final Map<String, ImportedRows> shortened = new LinkedHashMap<>();

  SourceSheets(Book book, ReportContent content, ReportTexts texts) {
    this.book = book;
    this.content = content;
    this.texts = texts;
  }

  /** Adds the sheets; their rows are still to be written. */
  List<LongSheet> add() {
    if (!content.rows().daily().isEmpty()) {
      daily();
    }
    Map<String, Integer> names = new LinkedHashMap<>();
    content.rows().raw().forEach(rows -> raw(rows, names));
    return sheets;
  }

  private void daily() {
    long all = content.rows().daily().stream().mapToLong(SourceSheets::lines).sum();
    long count = Math.min(all, ROWS);
    Page page = new Page(book, texts.text("sheet.daily"));
    List<String> columns = new ArrayList<>(DAILY);
    columns.addAll(MEASURED);
    for (int i = 0; i < columns.size(); i++) {
      page.text(0, i, texts.text("column." + columns.get(i)), Look.HEADER);
    }
    Tables.create(page, "tblDaily", 0, (int) count, columns.size());
    page.widths(12, 20, 22, 18, 24, 32, 14, 14, 26, 16, 11);
    finish(page);
    List<String> formats =
        List.of(Page.DATE, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, Page.GENERAL, TEXT);
    sheets.add(new LongSheet(page, formats, count, sink -> melt(sink, count)));
  }

  private static long lines(ImportedRows rows) {
    return rows.count() * measures(rows).size();
  }

  private static List<Integer> measures(ImportedRows rows) {
    List<Integer> measures = new ArrayList<>();
    for (int i = 0; i < rows.columns().size(); i++) {
      if (rows.columns().get(i).additivity() == Additivity.ADDITIVE) {
        measures.add(i);
      }
    }
    return measures;
  }

  /** One line for each measure of each row. */
  private void melt(LongSheet.Sink sink, long most) {
    Object[] line = new Object[DAILY.size() + MEASURED.size()];
    long[] left = {most};
    for (ImportedRows rows : content.rows().daily()) {
      String[] names = rows.columns().stream().map(Column::name).toArray(String[]::new);
      Map<String, Integer> places = new LinkedHashMap<>();
      for (int i = 0; i < names.length; i++) {
        places.put(names[i], i);
      }
      List<Integer> measures = measures(rows);
      rows.first(
          rows.count(),
          cells -> {
            for (int i = 0; i < DAILY.size(); i++) {
              Integer place = places.get(DAILY.get(i));
              line[i] = place == null ? null : cells[place];
            }
            line[1] = rows.dataset().name();
            line[line.length - 1] = cells[places.get("currency")];
            for (int measure : measures) {
              if (left[0]-- > 0) {
                line[DAILY.size()] = names[measure];
                line[DAILY.size() + 1] = cells[measure];
                sink.row(line);
              }
            }
          });
    }
  }

  /** Excel ends at row 1,048,576; what is more goes on in another sheet. */
  private void raw(ImportedRows rows, Map<String, Integer> names) {
    String name = "Raw_" + rows.dataset().name();
    long count = Math.min(rows.count(), content.rows().most());
    for (long from = 0; from < count; from += ROWS) {
      int number = names.merge(name, 1, Integer::sum);
      long part = Math.min(ROWS, count - from);
      Page page = new Page(book, number == 1 ? name : name + "_" + number);
      List<Column> columns = rows.columns();
      for (int i = 0; i < columns.size(); i++) {
        page.text(0, i, columns.get(i).name(), Look.HEADER);
      }
      String table = "tblRaw_" + rows.dataset().name() + (number == 1 ? "" : "_" + number);
      Tables.create(page, table, 0, (int) part, columns.size());
      page.widths(columns.stream().mapToInt(SourceSheets::width).toArray());
      finish(page);
      List<String> formats = columns.stream().map(SourceSheets::format).toList();
      sheets.add(new LongSheet(page, formats, part, LongSheet.part(rows, from, part)));
      if (count < rows.count()) {
        shortened.put(page.sheet().getSheetName(), rows);
      }
    }
  }

  /** For each sheet that does not show all rows, a sentence that says so. */
  List<String> shortened() {
    return shortened.entrySet().stream()
        .map(
            one ->
                texts.text(
                    "notes.raw.shortened",
                    one.getKey(),
                    texts.formats().number(content.rows().most()),
                    texts.formats().number(one.getValue().count())))
        .toList();
  }

  private void finish(Page page) {
    page.sheet().createFreezePane(1, 1);
    page.printTable(content, texts);
  }

  private static int width(Column column) {
    return switch (column.type()) {
      case TEXT -> column.name().equals("row_id") ? 12 : 24;
      case TIMESTAMP -> 18;
      default -> 14;
    };
  }

  private static String format(Column column) {
    return switch (column.type()) {
      case TEXT -> TEXT;
      case INTEGER -> "#,##0";
      case DECIMAL -> column.unit() == Unit.MONEY ? "#,##0.00" : Page.GENERAL;
      case BOOLEAN -> Page.GENERAL;
      case DATE -> Page.DATE;
      case TIMESTAMP -> Page.MOMENT;
    };
  }
}
