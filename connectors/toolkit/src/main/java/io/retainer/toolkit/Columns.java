package io.retainer.toolkit;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which column of a table is what: a row of headings, read through {@link Headings}. */
public final class Columns {

  private static final int FEW = 8;

  private final Row row;
  private final Map<String, List<Integer>> indexes;
  private final Set<String> unknown;

  Columns(Row row, Map<String, List<Integer>> indexes, Set<String> unknown) {
    this.row = row;
    this.indexes = indexes;
    this.unknown = unknown;
  }

  public boolean has(String key) {
    return indexes.containsKey(key);
  }

  public boolean hasAll(Collection<String> keys) {
    return indexes.keySet().containsAll(keys);
  }

  public Set<String> keys() {
    return new LinkedHashSet<>(indexes.keySet());
  }

  /**
   * @return the first column of the key, or -1
   */
  public int index(String key) {
    var found = indexes.get(key);
    return found == null ? -1 : found.get(0);
  }

  /** All columns of the key: some platforms repeat a heading. */
  public List<Integer> indexes(String key) {
    return indexes.getOrDefault(key, List.of());
  }

  /** Whether two columns of the key have the very same heading. */
  public boolean isRepeated(String key) {
    List<Integer> all = indexes(key);
    return all.stream().map(index -> Words.normal(row.cell(index))).distinct().count() < all.size();
  }

  /** The heading as it stands in the file. */
  public String heading(String key) {
    return heading(index(key));
  }

  public String heading(int index) {
    return Words.trim(row.cell(index));
  }

  /** What stands in brackets at the end of the key's heading: {@code UAH}. */
  public Optional<String> inBrackets(String key) {
    String heading = heading(key);
    int open = heading.lastIndexOf('(');
    return open >= 0 && heading.endsWith(")")
        ? Optional.of(heading.substring(open + 1, heading.length() - 1).trim())
        : Optional.empty();
  }

  /** Headings that no alias names, as they stand in the file. */
  public Set<String> unknown() {
    return unknown;
  }

  /**
   * Whether most headings are no alias's: a wide table of another platform has a few of these words
   * too.
   */
  public boolean isMostlyUnknown() {
    return unknown.size() >= FEW && unknown.size() > 2 * indexes.size();
  }

  /** The physical line of the headings. */
  public long line() {
    return row.line();
  }

  /** Number of columns up to the last heading. */
  public int width() {
    return row.width();
  }

  /** Number of cells the row of headings has, blank ones at its end included. */
  public int size() {
    return row.size();
  }

  public Row row() {
    return row;
  }
}
