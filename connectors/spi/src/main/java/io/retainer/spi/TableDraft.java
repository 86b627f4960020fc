package io.retainer.spi;

import java.util.List;

/**
 * A table that no connector knows, and a mapping of it as far as it is known.
 *
 * @param sheets names of the sheets there are
 * @param sheet the one with the table; empty when none has one
 * @param dataset name of the dataset it fills; empty when none fits
 * @param columns its headings from left to right
 * @param mapping the text of the mapping; empty when nothing can be written yet
 * @param problems what is missing before rows can be read by it
 */
public record TableDraft(
    List<String> sheets,
    String sheet,
    String dataset,
    List<Heading> columns,
    String mapping,
    List<ReadIssue> problems) {

  public TableDraft {
    sheets = List.copyOf(sheets);
    columns = List.copyOf(columns);
    problems = List.copyOf(problems);
  }

  /**
   * A heading.
   *
   * @param samples cells from the first rows
   * @param column the column of the dataset, {@link TableChoices#DAY}, or empty when it is left out
   */
  public record Heading(String text, List<String> samples, String column) {

    public Heading {
      samples = List.copyOf(samples);
    }
  }
}
