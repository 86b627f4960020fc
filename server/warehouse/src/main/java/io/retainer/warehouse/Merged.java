package io.retainer.warehouse;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Measure;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Queries about the same rows in the same groups, asked as one with all their measures.
 *
 * @param names for each query, what its measures are called here by their own names
 */
record Merged(Asked whole, List<Map<String, String>> names) {

  static Merged of(List<Asked> alike) {
    Map<Aggregation, String> known = new LinkedHashMap<>();
    List<Map<String, String>> names = new ArrayList<>();
    Set<String> columns = new TreeSet<>();
    for (Asked asked : alike) {
      Map<String, String> own = new LinkedHashMap<>();
      for (Measure measure : asked.query().measures()) {
        String name = known.computeIfAbsent(measure.aggregation(), a -> "all" + known.size());
        own.put(measure.name(), name);
      }
      names.add(own);
      columns.addAll(asked.need().columns());
    }
    List<Measure> measures = new ArrayList<>();
    known.forEach((aggregation, name) -> measures.add(new Measure(name, aggregation)));
    Asked first = alike.get(0);
    Need need = first.need().with(columns);
    return new Merged(
        new Asked(first.only(measures).query(), need, first.periods(), first.exchange()),
        List.copyOf(names));
  }

  List<Found> answers(Engine engine) throws SQLException {
    Found found = Answering.alone(engine, whole);
    return names.stream().map(found::renamed).toList();
  }
}
