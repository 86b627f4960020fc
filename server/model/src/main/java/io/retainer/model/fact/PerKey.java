package io.retainer.model.fact;

import java.util.List;

/**
 * An inner grouping: one row per key, whose columns are the inner measures. The measures of the
 * query then aggregate those rows and name the inner measures as columns. Rows without the key are
 * left out.
 *
 * @param key a column of the dataset, such as {@code customer_key}
 */
public record PerKey(String key, List<Measure> measures) {

  public PerKey {
    measures = List.copyOf(measures);
  }
}
