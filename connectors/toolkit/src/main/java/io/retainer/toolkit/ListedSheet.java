package io.retainer.toolkit;

import java.util.Iterator;
import java.util.List;

/**
 * Rows that a connector has put together itself, as a sheet: what a platform answers is not always
 * one row after the other. Numbers in them have a decimal point.
 */
public final class ListedSheet implements Sheet {

  private final String name;
  private final List<Row> all;

  /**
   * @param all the row of headings first
   */
  public ListedSheet(String name, List<Row> all) {
    this.name = name;
    this.all = List.copyOf(all);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean isWorkbook() {
    return true;
  }

  @Override
  public char delimiter() {
    return ',';
  }

  @Override
  public List<Row> head() {
    return all;
  }

  @Override
  public Rows rows() {
    Iterator<Row> each = all.iterator();
    return new Rows() {
      @Override
      public Row next() {
        return each.hasNext() ? each.next() : null;
      }

      @Override
      public void close() {}
    };
  }
}
