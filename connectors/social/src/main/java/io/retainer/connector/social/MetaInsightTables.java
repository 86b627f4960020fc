package io.retainer.connector.social;

import io.retainer.spi.FactSink;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.SourceFile;
import io.retainer.toolkit.FileContent;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Sheet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file of daily figures: tables one below the other, each with a title, headings and days, and
 * among them tables of the audience.
 */
final class MetaInsightTables {

  private static final Phrases AUDIENCE = Phrases.of("meta-audience-titles.txt");

  private final Sheet sheet;
  private final SourceFile file;
  private final ReadSettings settings;
  private final FactSink sink;

  MetaInsightTables(Sheet sheet, SourceFile file, ReadSettings settings, FactSink sink) {
    this.sheet = sheet;
    this.file = file;
    this.settings = settings;
    this.sink = sink;
  }

  /** Whether a titled table of days is near the beginning. */
  static boolean isIn(Sheet sheet) throws IOException {
    var tables = new Tables();
    for (Row row : sheet.head()) {
      tables.see(row);
    }
    return tables.found.stream().anyMatch(MetaInsightTable::isOfDays);
  }

  void read() throws IOException {
    var tables = new Tables();
    try (var rows = sheet.rows()) {
      Row row;
      while ((row = rows.next()) != null) {
        tables.see(row);
      }
    }
    Optional<String> network = networkOfFile(tables.found);
    var reader = new Reader(tables.found, network);
    try (var rows = sheet.rows()) {
      Row row;
      while ((row = rows.next()) != null) {
        reader.read(row);
      }
    }
    reader.finish();
  }

  /** For tables whose title names no network: what else does. */
  private Optional<String> networkOfFile(List<MetaInsightTable> tables) {
    List<String> titles = tables.stream().map(MetaInsightTable::title).toList();
    return settings
        .account()
        .flatMap(MetaInsight::networkIn)
        .or(() -> MetaInsight.networkInName(file.name()))
        .or(() -> besideAnother(titles))
        .or(() -> MetaInsight.networkInAll(titles.stream()))
        .or(() -> MetaInsight.networkInAll(titlesOfSiblings().stream()));
  }

  /** Some titles name the network and some do not, in files that are exported together. */
  private List<String> titlesOfSiblings() {
    List<String> titles = new ArrayList<>();
    for (SourceFile sibling : file.siblings()) {
      try {
        for (Sheet other : FileContent.of(sibling).sheets()) {
          var tables = new Tables();
          other.head().forEach(tables::see);
          tables.found.stream()
              .filter(MetaInsightTable::isOfDays)
              .forEach(table -> titles.add(table.title()));
        }
      } catch (IOException unreadable) {
        // It is told of when it is read itself.
      }
    }
    return titles;
  }

  /** Whether it holds tables of the audience, and no days. */
  static boolean isOfAudience(Sheet sheet) throws IOException {
    var tables = new Tables();
    for (Row row : sheet.head()) {
      tables.see(row);
    }
    return tables.found.stream().anyMatch(table -> AUDIENCE.find(table.title()).isPresent());
  }

  /** Older files name Instagram alone: {@code Follows}, then {@code Instagram follows}. */
  private static Optional<String> besideAnother(List<String> titles) {
    boolean isPair =
        titles.size() > 1
            && titles.stream().anyMatch(title -> MetaInsight.networkIn(title).isEmpty())
            && titles.stream()
                    .flatMap(title -> MetaInsight.of(title).stream())
                    .map(MetaInsight::column)
                    .distinct()
                    .count()
                == 1;
    Optional<String> named = MetaInsight.networkInAll(titles.stream());
    return isPair
        ? named.map(other -> other.equals("instagram") ? "facebook" : "instagram")
        : Optional.empty();
  }

  /** Finds the tables. */
  private static final class Tables {
    private final List<MetaInsightTable> found = new ArrayList<>();
    private Row title;

    void see(Row row) {
      if (row.isBlank()) {
        return;
      }
      if (row.width() == 1) {
        title = row;
      } else if (title != null) {
        found.add(new MetaInsightTable(title, row));
        title = null;
      } else if (!found.isEmpty()) {
        found.get(found.size() - 1).see(row);
      }
    }
  }

  /** Reads the tables found before, in the same order. */
  private final class Reader {
    private final List<MetaInsightTable> tables;
    private final Optional<String> network;
    private int next;
    private MetaInsightDays days;
    private Optional<MetaInsightTable> unknown = Optional.empty();
    private boolean isAnyKnown;

    Reader(List<MetaInsightTable> tables, Optional<String> network) {
      this.tables = tables;
      this.network = network;
    }

    void read(Row row) {
      if (row.isBlank()) {
        return;
      }
      if (row.width() == 1) {
        days = null;
        sink.passedOver(row.line(), "title of a table");
      } else if (next < tables.size() && tables.get(next).startsAt(row)) {
        begin(tables.get(next++));
      } else if (days != null) {
        days.read(row);
      } else {
        sink.passedOver(row.line(), "of a table that is not read");
      }
    }

    private void begin(MetaInsightTable table) {
      Optional<MetaInsight> insight = MetaInsight.of(table.title());
      Optional<String> of = insight.flatMap(MetaInsight::network).or(() -> network);
      if (!table.isOfDays()) {
        return;
      }
      isAnyKnown |= insight.isPresent();
      if (insight.isEmpty()) {
        unknown = unknown.or(() -> Optional.of(table));
      } else if (of.isEmpty()) {
        sink.issue(
            new ReadIssue(
                table.titleLine(),
                "",
                table.title(),
                "a title, a file name or an account that says facebook or instagram",
                "Name the account when you upload the file, like facebook/page or"
                    + " instagram/name."));
      } else {
        days =
            MetaInsightDays.begin(table, insight.get().column(), of.get(), sheet, settings, sink);
      }
    }

    /** A figure more does no harm; a file of nothing else is a question. */
    void finish() {
      if (unknown.isPresent() && !isAnyKnown) {
        sink.issue(
            new ReadIssue(
                unknown.get().titleLine(),
                "",
                unknown.get().title(),
                "a title such as Facebook visits or Instagram reach",
                "This figure is not read. Export Follows, Visits, Reach, Views, Interactions or"
                    + " Link clicks, in English if another language was not understood."));
      }
    }
  }
}
