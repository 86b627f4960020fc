package io.retainer.spi;

import java.io.IOException;
import java.util.List;

/** A connector that reads any table by a mapping, and helps to write one. */
public interface TableMapper extends Connector {

  /**
   * Whether the table that a mapping describes is in the file.
   *
   * @param mapping its text; one with mistakes is refused with the first of them
   */
  Recognition recognise(SourceFile file, String mapping) throws IOException;

  /** The mistakes of a mapping; none when files can be read by it. */
  List<ReadIssue> check(String mapping);

  /**
   * Looks for a table and writes a mapping of it: what was chosen as chosen, the rest as far as
   * headings and cells tell. Bad content is never an exception: the draft's problems say what there
   * is.
   */
  TableDraft draft(SourceFile file, TableChoices choices) throws IOException;
}
