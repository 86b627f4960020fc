package io.retainer.connector.ads;

import io.retainer.spi.FactSink;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.spi.SourceFile;
import io.retainer.toolkit.FileContent;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import io.retainer.toolkit.TableConnector;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An advertising platform. It says which tables are its own, and what it knows of each. */
abstract class AdConnector extends TableConnector {

  /** The table of a sheet, if it is one of the platform's. */
  protected abstract Optional<AdFind> find(Sheet sheet) throws IOException;

  /** Those sheets of a file that are to be looked at. */
  protected List<Sheet> sheets(FileContent content) {
    return content.sheets();
  }

  /** What the platform's exports look like, for a file that is none. */
  protected abstract String expected();

  /** Why a sheet of the platform is not read; empty when it is read, or none of the platform's. */
  protected Optional<String> notRead(Sheet sheet) throws IOException {
    return Optional.empty();
  }

  /** What is known of a table besides its rows. */
  protected abstract AdContext context(Table table, SourceFile file) throws IOException;

  /**
   * A table that was found.
   *
   * @param layout what it is, in words
   */
  record AdFind(Table table, String layout) {}

  @Override
  protected final Recognition recognise(SourceFile file, FileContent content) throws IOException {
    for (Sheet sheet : sheets(content)) {
      Optional<AdFind> found = find(sheet);
      if (found.isPresent()) {
        return Recognition.as(found.get().layout());
      }
    }
    for (Sheet sheet : sheets(content)) {
      Optional<String> reason = notRead(sheet);
      if (reason.isPresent()) {
        return Recognition.notRead(reason.get());
      }
    }
    return Recognition.refused("No table has " + expected() + ".");
  }

  @Override
  protected final void read(
      SourceFile file, FileContent content, ReadSettings settings, FactSink sink)
      throws IOException {
    List<AdFind> found = new ArrayList<>();
    for (Sheet sheet : sheets(content)) {
      Optional<AdFind> table = find(sheet);
      if (table.isPresent()) {
        found.add(table.get());
      } else if (content.sheets().size() > 1) {
        sink.passedOver(1, "\"" + sheet.name() + "\" is no table of the platform");
      }
    }
    if (found.isEmpty()) {
      sink.issue(
          ReadIssue.ofFile(
              "no table of the platform",
              "a table with " + expected(),
              "Upload the export as it was downloaded."));
    }
    for (AdFind each : found) {
      boolean isOneOfMany = found.size() > 1;
      new AdTable(each.table(), context(each.table(), file), settings, sink).read(isOneOfMany);
    }
  }

  /** How many of a row's cells are listed under the key. */
  protected static long counted(Headings lists, String key, Row row) {
    return row.cells().stream().filter(cell -> lists.matches(key, cell)).count();
  }

  /**
   * Whether a row of headings is the platform's: one that tells it, or two that hint at it, and
   * none of another platform.
   *
   * @param lists of the keys {@code telling}, {@code hinting} and {@code other}
   */
  protected static boolean isTold(Headings lists, Row row) {
    return (counted(lists, "telling", row) > 0 || counted(lists, "hinting", row) >= 2)
        && counted(lists, "other", row) == 0;
  }

  /** The first row of headings, near the beginning, that has at least one key of each list. */
  protected static Optional<Table> find(Sheet sheet, Headings headings, List<List<String>> needed)
      throws IOException {
    for (Row row : sheet.head().subList(0, Math.min(40, sheet.head().size()))) {
      var columns = headings.match(row);
      List<String> present = new ArrayList<>();
      boolean has =
          needed.stream()
              .allMatch(
                  keys ->
                      AdKeys.first(keys, columns)
                          .map(key -> present.add(key) || true)
                          .orElse(false));
      if (has && columns.keys().size() > 1) {
        return Table.find(sheet, headings, present);
      }
    }
    return Optional.empty();
  }
}
