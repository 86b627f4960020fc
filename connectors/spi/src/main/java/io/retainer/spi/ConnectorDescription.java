package io.retainer.spi;

import java.util.List;

/**
 * A connector in words.
 *
 * @param id kebab-case, unique and stable: it is stored with every row the connector reads, as the
 *     row's source ({@code google-analytics-4})
 * @param title the platform's own name
 * @param about one or two sentences: which exports are read and how to get them
 * @param layouts the layouts it knows, each with what was never seen in the wild said so
 * @param datasets names of the canonical datasets it fills, see {@link Datasets}
 */
public record ConnectorDescription(
    String id, String title, String about, List<String> layouts, List<String> datasets) {

  public ConnectorDescription {
    if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("A connector id is kebab-case, saw \"" + id + "\"");
    }
    layouts = List.copyOf(layouts);
    datasets = List.copyOf(datasets);
    datasets.forEach(Datasets::named);
  }
}
