package io.retainer.warehouse;

import io.retainer.spi.Column;
import io.retainer.spi.ColumnType;
import io.retainer.spi.Dataset;
import io.retainer.spi.Grain;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a dataset lies in the database: one table, whose names come from the vocabulary and never
 * from a user.
 */
final class FactTable {

  /** Names of the row's columns whose values the source keeps back, each between commas. */
  static final String SUPPRESSED = "suppressed";

  private static final String PREFIX = "facts_";

  private FactTable() {}

  static String name(Dataset dataset) {
    return PREFIX + dataset.name();
  }

  /** Whether a table has facts, and is none of the ledger's. */
  static boolean isName(String table) {
    return table.startsWith(PREFIX);
  }

  /** A name between quotes, since the vocabulary has words that are keywords somewhere. */
  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  static String type(ColumnType type) {
    return switch (type) {
      case TEXT -> "varchar";
      case INTEGER -> "bigint";
      case DECIMAL -> "decimal(18,6)";
      case BOOLEAN -> "boolean";
      case DATE -> "date";
      case TIMESTAMP -> "timestamp";
    };
  }

  /**
   * Columns and their types. {@code live} is false for rows that a later import has replaced: they
   * stay, so that undoing that import brings them back.
   */
  static Map<String, String> columns(Dataset dataset) {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("client", "varchar");
    columns.put("series", "bigint");
    columns.put("batch", "bigint");
    columns.put("live", "boolean");
    columns.put("line", "bigint");
    columns.put("period_start", "date");
    columns.put("period_end", "date");
    columns.put("currency", "varchar");
    columns.put(SUPPRESSED, "varchar");
    for (Column column : dataset.columns()) {
      columns.put(column.name(), type(column.type()));
    }
    return columns;
  }

  /**
   * Whether rows are replaced one by one under their key. Then all tables of an account are one
   * series, whatever columns they have.
   */
  static boolean isKeyed(Dataset dataset, Grain grain) {
    return !dataset.key().isEmpty() && (grain == Grain.EVENT || grain == Grain.SNAPSHOT);
  }
}
