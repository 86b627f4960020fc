package io.retainer.rendering.chart;

import java.util.List;

/**
 * What a drawing says, as a table: for whoever hears it, and for whoever copies its numbers.
 *
 * @param rows the first cell of each is what the row is about
 */
public record Twin(List<String> heads, List<List<String>> rows) {

  public Twin {
    heads = List.copyOf(heads);
    rows = rows.stream().map(List::copyOf).toList();
  }
}
