package io.retainer.connector.search;

import io.retainer.toolkit.Columns;
import io.retainer.toolkit.DateText;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A sheet that was told to be one of an export's.
 *
 * @param keyIndex the column of the date, query, page …
 */
record ResultSheet(SheetKind kind, Table table, int keyIndex) {

  static final Headings HEADINGS = Headings.load(ResultSheet.class, "headings.txt");
  private static final Set<String> MEASURES = Set.of("clicks", "impressions");
  private static final Set<String> KNOWN = Set.of("clicks", "impressions", "ctr", "position");

  /**
   * @param byPlace what an archive holds at this place, for languages whose words nobody taught us
   */
  static Optional<ResultSheet> of(Sheet sheet, Optional<SheetKind> byPlace) throws IOException {
    Optional<Table> filters = Table.find(sheet, HEADINGS, List.of("filter", "value"));
    if (filters.isPresent()) {
      return Optional.of(new ResultSheet(SheetKind.FILTERS, filters.get(), 0));
    }
    Optional<Table> found = Table.find(sheet, HEADINGS, MEASURES);
    if (found.isEmpty()) {
      return byPlace.isPresent() ? byShape(sheet, byPlace.get()) : Optional.empty();
    }
    Columns columns = found.get().columns();
    for (SheetKind kind : SheetKind.values()) {
      if (columns.has(kind.key()) && isPlain(columns, kind)) {
        return Optional.of(new ResultSheet(kind, found.get(), columns.index(kind.key())));
      }
    }
    boolean onlyFirstUnknown =
        columns.unknown().equals(Set.of(columns.heading(0))) && KNOWN.containsAll(columns.keys());
    return onlyFirstUnknown
        ? byValues(found.get()).or(() -> byPlace).map(kind -> new ResultSheet(kind, found.get(), 0))
        : Optional.empty();
  }

  private static Optional<ResultSheet> byShape(Sheet sheet, SheetKind kind) throws IOException {
    Optional<Headings> headings = Shape.headings(sheet, kind);
    return headings.isEmpty()
        ? Optional.empty()
        : Table.find(sheet, headings.get(), List.of(kind.key()))
            .map(table -> new ResultSheet(kind, table, 0));
  }

  /** A first row that is longer than what is looked at first is a row. */
  boolean hasNoRows() throws IOException {
    boolean[] some = {false};
    table.eachRow(row -> some[0] = true);
    return !some[0];
  }

  /** Nothing stands beside the measures but what the platform itself puts there. */
  private static boolean isPlain(Columns columns, SheetKind kind) {
    return columns.unknown().isEmpty()
        && columns.keys().stream().allMatch(key -> KNOWN.contains(key) || key.equals(kind.key()))
        && (columns.has("ctr") || columns.has("position"));
  }

  private static Optional<SheetKind> byValues(Table table) throws IOException {
    List<String> values =
        table.sheet().head().stream()
            .filter(row -> row.line() > table.columns().line() && !row.isBlank())
            .map(row -> row.cell(0).strip())
            .toList();
    if (!values.isEmpty() && values.stream().allMatch(v -> v.matches("https?://.*"))) {
      return Optional.of(SheetKind.PAGES);
    }
    boolean dates = values.stream().allMatch(value -> DateText.parse(value, null) != null);
    return !values.isEmpty() && dates ? Optional.of(SheetKind.DATES) : Optional.empty();
  }
}
