package io.retainer.warehouse.fake;

import io.retainer.spi.Column;
import io.retainer.spi.ColumnType;
import io.retainer.spi.Connector;
import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Dataset;
import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Evidence;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.spi.SourceFile;
import io.retainer.spi.SourceTotal;
import io.retainer.spi.Suppressed;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads whatever a test wants to say, line by line:
 *
 * <pre>
 * lines
 * table web_traffic columns=channel,sessions cut=channel grain=DAY account=shop
 * 2026-10-01|Organic Search|12          a row; a span is written 2026-10-01..2026-10-31; <10 is kept back
 * ! text                                a rejected row
 * = sessions 12                         a total of the source
 * # text                                a line that is no data
 * ~ text                                what is taken for granted
 * unchanging ordered_at                 a column that the source never changes
 * ? text                                a problem of the file
 * together                              a row with the number of lines of the files beside it
 * throw | cut off | hang                what bad connectors and files do
 * </pre>
 */
public class LinesConnector implements Connector {

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of("lines", "Lines")
        .about("Lines of a test.")
        .layout("lines", Evidence.REMEMBERED)
        .fills(Datasets.WEB_TRAFFIC, "lines")
        .setting("unnamed", "the account of tables that name none", ColumnType.TEXT)
        .build();
  }

  @Override
  public Recognition recognise(SourceFile file) throws IOException {
    try (BufferedReader reader = reader(file)) {
      String first = reader.readLine();
      if ("damaged".equals(first)) {
        return new Recognition.Unreadable(
            ReadIssue.ofFile("a damaged file", "a sound one", "Export it again."));
      }
      if ("relation".equals(first)) {
        return Recognition.notRead("This is a relation of lines: take the lines themselves.");
      }
      return "lines".equals(first)
          ? Recognition.as("lines")
          : Recognition.refused("the first line is not \"lines\"");
    }
  }

  @Override
  public void read(SourceFile file, ReadSettings settings, FactSink sink) throws IOException {
    try (BufferedReader reader = reader(file)) {
      TableHeader header = null;
      TableWriter writer = null;
      long number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (line.startsWith("table ")) {
          header = header(line, settings);
          writer = sink.table(header);
        } else if (line.startsWith("! ")) {
          writer.rejected(
              new ReadIssue(number, "value", line.substring(2), "a number", "Correct it."), line);
        } else if (line.startsWith("= ")) {
          String[] words = line.split(" ");
          sink.total(new SourceTotal(words[1], new BigDecimal(words[2]), number));
        } else if (line.startsWith("# ")) {
          sink.passedOver(number, line.substring(2));
        } else if (line.startsWith("~ ")) {
          sink.assumed(line.substring(2));
        } else if (line.startsWith("unchanging ")) {
          sink.unchanging(line.substring(11));
        } else if (line.startsWith("? ")) {
          sink.issue(ReadIssue.ofFile(line.substring(2), "something better", "Mend it."));
        } else if (line.equals("throw")) {
          throw new IllegalStateException("a stranger's bug");
        } else if (line.equals("cut off")) {
          throw new IOException("unexpected end of file");
        } else if (line.equals("together")) {
          writer.row(number, day("2026-10-01"), new Object[] {linesOf(file.siblings())});
        } else if (line.equals("overflow")) {
          overflow(0);
        } else if (line.startsWith("tell ")) {
          writer.row(number, day("2026-10-01"), new Object[] {line.substring(5)});
        } else if (header != null && !line.isEmpty()) {
          String[] cells = line.split("\\|", -1);
          writer.row(number, day(cells[0]), values(header, cells));
        }
      }
    }
  }

  private static long overflow(long depth) {
    return 1 + overflow(depth + 1);
  }

  private static long linesOf(List<SourceFile> siblings) throws IOException {
    long lines = 0;
    for (SourceFile sibling : siblings) {
      try (BufferedReader reader = reader(sibling)) {
        lines += reader.lines().count();
      }
    }
    return lines;
  }

  private static BufferedReader reader(SourceFile file) throws IOException {
    return new BufferedReader(new InputStreamReader(file.open(), StandardCharsets.UTF_8));
  }

  private static TableHeader header(String line, ReadSettings settings) {
    String[] words = line.split(" ");
    Map<String, String> settingsOfTable = new HashMap<>();
    for (int i = 2; i < words.length; i++) {
      int equals = words[i].indexOf('=');
      settingsOfTable.put(words[i].substring(0, equals), words[i].substring(equals + 1));
    }
    return new TableHeader(
        settingsOfTable.getOrDefault("title", words[1]),
        Datasets.named(words[1]),
        list(settingsOfTable.get("columns")),
        Set.copyOf(list(settingsOfTable.get("cut"))),
        Grain.valueOf(settingsOfTable.getOrDefault("grain", "DAY")),
        !"false".equals(settingsOfTable.get("complete")),
        Optional.ofNullable(settingsOfTable.get("period")).map(LinesConnector::day),
        settings
            .account()
            .orElse(
                settingsOfTable.getOrDefault(
                    "account", settings.values().getOrDefault("unnamed", "main"))),
        Optional.ofNullable(settingsOfTable.get("currency")));
  }

  private static List<String> list(String words) {
    return words == null || words.isEmpty() ? List.of() : List.of(words.split(","));
  }

  private static DateSpan day(String text) {
    int dots = text.indexOf("..");
    return dots < 0
        ? DateSpan.ofDay(LocalDate.parse(text))
        : DateSpan.ofDays(
            LocalDate.parse(text.substring(0, dots)), LocalDate.parse(text.substring(dots + 2)));
  }

  private static Object[] values(TableHeader header, String[] cells) {
    Dataset dataset = header.dataset();
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < header.columns().size(); i++) {
      Column column = dataset.column(header.columns().get(i));
      values.add(value(column.type(), cells[i + 1]));
    }
    return values.toArray();
  }

  private static Object value(ColumnType type, String text) {
    if (text.isEmpty()) {
      return null;
    }
    if (text.startsWith("<")) {
      return Suppressed.below(new BigDecimal(text.substring(1)));
    }
    return switch (type) {
      case TEXT -> text;
      case INTEGER -> Long.valueOf(text);
      case DECIMAL -> new BigDecimal(text);
      case BOOLEAN -> Boolean.valueOf(text);
      case DATE -> LocalDate.parse(text);
      case TIMESTAMP -> LocalDateTime.parse(text);
    };
  }
}
