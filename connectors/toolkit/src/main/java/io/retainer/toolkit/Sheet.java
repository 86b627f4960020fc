package io.retainer.toolkit;

import java.io.IOException;
import java.util.List;

/**
 * A text of rows and cells: a delimited file, an entry of an archive, a sheet of a workbook. It can
 * be opened any number of times.
 */
public interface Sheet {

  /** The file's, entry's or sheet's own name, without folders. */
  String name();

  /** The name without the ending that a delimited file has. */
  default String title() {
    return name().replaceFirst("\\.(csv|tsv|txt|xlsx?)$", "");
  }

  /** Whether the cells come from a workbook or JSON, where numbers are typed. */
  boolean isWorkbook();

  /** The character between cells; a comma for a workbook. */
  char delimiter();

  /**
   * The first rows, read from the beginning of the file only. A row that the beginning cuts off is
   * not among them.
   */
  List<Row> head() throws IOException;

  Rows rows() throws IOException;
}
