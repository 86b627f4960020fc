package io.retainer.model.report;

import io.retainer.model.fact.ImportedRows;
import java.util.List;

/**
 * The rows that the figures of a report rest on.
 *
 * @param daily by dataset, what adds up by day and channel
 * @param raw as they were imported
 * @param most how many rows of each the workbook shows; zero for none
 */
public record SourceRows(List<ImportedRows> daily, List<ImportedRows> raw, long most) {

  /** Nothing is known of rows. */
  public static final SourceRows NONE = new SourceRows(List.of(), List.of(), 0);

  public SourceRows {
    daily = List.copyOf(daily);
    raw = List.copyOf(raw);
  }
}
