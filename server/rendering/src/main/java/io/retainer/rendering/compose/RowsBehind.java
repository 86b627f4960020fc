package io.retainer.rendering.compose;

import io.retainer.model.client.ClientId;
import io.retainer.model.fact.Coverage;
import io.retainer.model.fact.ImportedRows;
import io.retainer.model.fact.RowSource;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.report.SourceRows;
import io.retainer.spi.Dataset;
import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds the rows that figures rest on, by the layouts that were chosen for them. */
final class RowsBehind {

  private record Account(String dataset, String source, String name) {}

  private final RowSource source;
  private final ClientId client;
  private final DateSpan period;

  RowsBehind(RowSource source, ClientId client, DateSpan period) {
    this.source = source;
    this.client = client;
    this.period = period;
  }

  /**
   * @param most how many rows of each layout are shown; zero for none
   */
  SourceRows of(Collection<KpiFigure> figures, long most) {
    Map<String, Map<Account, Map<String, Integer>>> used = new TreeMap<>();
    for (KpiFigure figure : figures) {
      String dataset = figure.kpi().dataset();
      for (Coverage.Input input : Set.copyOf(figure.coverage().inputs())) {
        used.computeIfAbsent(dataset, any -> new HashMap<>())
            .computeIfAbsent(
                new Account(dataset, input.source(), input.account()), any -> new TreeMap<>())
            .merge(input.layout(), 1, Integer::sum);
      }
    }
    List<ImportedRows> daily = new ArrayList<>();
    List<ImportedRows> raw = new ArrayList<>();
    for (Map.Entry<String, Map<Account, Map<String, Integer>>> one : used.entrySet()) {
      Optional<Dataset> dataset = Datasets.find(one.getKey());
      if (dataset.isEmpty()) {
        continue;
      }
      Set<String> all = new HashSet<>();
      Set<String> leading = new HashSet<>();
      for (Map<String, Integer> layouts : one.getValue().values()) {
        all.addAll(layouts.keySet());
        leading.add(mostUsed(layouts));
      }
      source.daily(new RowSource.Ask(client, dataset.get(), leading, period)).ifPresent(daily::add);
      if (most > 0) {
        raw.addAll(source.rows(new RowSource.Ask(client, dataset.get(), all, period)));
      }
    }
    return new SourceRows(daily, raw, most);
  }

  /** Of each account one layout: the others tell the same clicks again, broken down otherwise. */
  private static String mostUsed(Map<String, Integer> layouts) {
    return layouts.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .orElseThrow()
        .getKey();
  }
}
