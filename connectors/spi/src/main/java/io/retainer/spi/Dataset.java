package io.retainer.spi;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A canonical dataset: the only kind of table KPI scripts see.
 *
 * @param name snake_case plural
 * @param key columns that identify a row within a source and account: a later row with the same key
 *     takes the place of the earlier one. Empty when rows are replaced by period instead
 * @param noneWhereEmpty columns of what most rows have none of, so that platforms leave it empty:
 *     videos viewed in a post without a video. Of any other column an empty value is not known
 * @param relations what is known of how its columns belong together
 */
public record Dataset(
    String name,
    List<Column> columns,
    List<String> key,
    Set<String> noneWhereEmpty,
    Relations relations) {

  public Dataset {
    columns = List.copyOf(columns);
    key = List.copyOf(key);
    noneWhereEmpty = Set.copyOf(noneWhereEmpty);
  }

  /** The name alone: datasets are keys everywhere, and their columns are many. */
  @Override
  public int hashCode() {
    return name.hashCode();
  }

  /**
   * @throws IllegalArgumentException naming the dataset's columns, when there is none of this name
   */
  public Column column(String column) {
    return find(column)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Dataset "
                        + name
                        + " has no column \""
                        + column
                        + "\"; it has "
                        + columns.stream().map(Column::name).toList()));
  }

  public Optional<Column> find(String column) {
    return columns.stream().filter(candidate -> candidate.name().equals(column)).findFirst();
  }
}
