package io.retainer.connector.tabular;

import io.retainer.toolkit.FileContent;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables of platforms that are known for what they are, and that no report is made of. */
final class KnownTables {

  private static final String ARROW = " -> ";
  private static final List<KnownTable> ALL = load();

  /**
   * @param headings all of them tell the table
   */
  private record KnownTable(Headings headings, String reason) {

    static KnownTable of(String line) {
      int arrow = line.indexOf(ARROW);
      Map<String, List<String>> own =
          Stream.of(line.substring(0, arrow).split(","))
              .map(String::strip)
              .collect(Collectors.toMap(Function.identity(), List::of));
      return new KnownTable(Headings.of(own), line.substring(arrow + ARROW.length()));
    }

    boolean isIn(Sheet sheet) throws IOException {
      return Table.find(sheet, headings, headings.keys()).isPresent();
    }
  }

  private KnownTables() {}

  /** Why a file is not read; empty when it is none of these. */
  static Optional<String> reason(FileContent content) throws IOException {
    for (Sheet sheet : content.sheets()) {
      for (KnownTable known : ALL) {
        if (known.isIn(sheet)) {
          return Optional.of(known.reason());
        }
      }
    }
    return Optional.empty();
  }

  private static List<KnownTable> load() {
    try (var in =
        new BufferedReader(
            new InputStreamReader(
                KnownTables.class.getResourceAsStream("known-tables.txt"),
                StandardCharsets.UTF_8))) {
      return in.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(KnownTable::of)
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
