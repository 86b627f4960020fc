package io.retainer.connector.social;

import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Forms;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A community's statistics with a line for each figure: day, what it is, by what it is broken down,
 * value. Figures that are broken down are parts of others and passed over.
 */
record VkStatistics(Table table) {

  private static final Headings HEADINGS = Headings.load(VkStatistics.class, "vk-headings.txt");
  private static final Headings CRITERIA = Headings.load(VkStatistics.class, "vk-criteria.txt");
  private static final List<String> KEYS = List.of("date", "criterion", "value");

  /** The figures of a day, and the line of the first. */
  private record Day(long line, Map<String, Long> figures) {}

  static Optional<VkStatistics> in(Sheet sheet) throws IOException {
    return Table.find(sheet, HEADINGS, KEYS)
        .filter(table -> table.columns().has("parameter"))
        .map(VkStatistics::new);
  }

  void read(ReadSettings settings, FactSink sink) throws IOException {
    Optional<Forms> forms = table.forms(sink, List.of("date"), List.of("value"), List.of());
    if (forms.isEmpty()) {
      return;
    }
    var days = new TreeMap<LocalDate, Day>();
    var columns = new TreeSet<String>();
    table.read(forms.get(), settings, fields -> see(fields, days, columns, sink));
    List<String> names = new ArrayList<>(List.of("network"));
    names.addAll(columns);
    TableWriter writer = sink.table(header(names, settings));
    days.forEach(
        (day, figures) -> {
          Object[] values = names.stream().map(figures.figures()::get).toArray();
          values[0] = VKontakte.NETWORK;
          writer.row(figures.line(), DateSpan.ofDay(day), values);
        });
  }

  private static void see(
      Fields fields, Map<LocalDate, Day> days, Set<String> columns, FactSink sink) {
    long line = fields.row().line();
    String criterion = fields.text("criterion");
    Optional<String> column = criterion == null ? Optional.empty() : CRITERIA.key(criterion);
    boolean isPart = fields.text("parameter") != null || fields.text("second") != null;
    if (column.isEmpty() || isPart) {
      sink.passedOver(line, isPart ? "a part of a figure" : "a figure no dataset keeps");
      return;
    }
    LocalDate day = fields.required("date", fields.day("date"));
    Long value = fields.count("value");
    if (!fields.isSound()) {
      fields.rejectTo(new Refusals(sink));
    } else if (value != null) {
      columns.add(column.get());
      days.computeIfAbsent(day, key -> new Day(line, new LinkedHashMap<>()))
          .figures()
          .put(column.get(), value);
    }
  }

  /** Rows come together to days, so a wrong one is the file's issue before there is a table. */
  private record Refusals(FactSink sink) implements TableWriter {
    @Override
    public void row(long line, DateSpan period, Object[] values) {
      throw new IllegalStateException("No rows are written before the days are put together");
    }

    @Override
    public void rejected(io.retainer.spi.ReadIssue issue, String text) {
      sink.issue(issue);
    }
  }

  private TableHeader header(List<String> names, ReadSettings settings) {
    return new TableHeader(
        table.sheet().name(),
        Datasets.SOCIAL_ACCOUNTS,
        names,
        Set.of(),
        Grain.DAY,
        true,
        Optional.empty(),
        settings.account().orElse(VKontakte.NETWORK),
        Optional.empty());
  }
}
