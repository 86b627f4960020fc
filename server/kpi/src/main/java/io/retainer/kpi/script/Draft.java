package io.retainer.kpi.script;

import io.retainer.kpi.formula.RowSet;
import io.retainer.model.kpi.Direction;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.spi.Dataset;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A definition as its script states it: everything is checked that can be without looking at other
 * scripts. Its formulas are read when those are known.
 *
 * @param text as written, from {@code kpi} to the closing brace
 * @param ways the ways to compute it, in the order they are tried
 * @param parameters what it leaves to the client, with the values in force
 */
public record Draft(
    String file,
    Place at,
    KpiId id,
    String text,
    KpiUnit unit,
    Direction better,
    List<String> by,
    long smallBase,
    List<Way> ways,
    List<Example> examples,
    Map<String, Parameter> parameters,
    Source source) {

  /** The tree it was read from. */
  record Source(Node.Text name, Node.Block block) {}

  /** Where words of the formulas stand that make numbers of rows. */
  Set<Place> calls() {
    Set<Place> places = new HashSet<>();
    ways.forEach(way -> way.value().statements().forEach(line -> calls(line.node(), places)));
    return places;
  }

  private static void calls(Node node, Set<Place> places) {
    if (node instanceof Node.Call call && Vocabulary.knows(call.word())) {
      places.add(call.at());
    }
    Node.parts(node).forEach(part -> calls(part, places));
  }

  /** Where a dimension stands after {@code by}. */
  Place placeOf(String dimension) {
    return source.block.statements().stream()
        .flatMap(
            statement ->
                statement.node() instanceof Node.Call call && call.word().equals("by")
                    ? call.arguments().stream()
                    : java.util.stream.Stream.<Node>empty())
        .filter(node -> node instanceof Node.Name name && name.name().equals(dimension))
        .map(Node::at)
        .findFirst()
        .orElse(at);
  }

  /**
   * This definition with other values of its parameters.
   *
   * @param wrong learns why it is illegal with them
   * @return empty when it is, so that it is not computed with another value than the one chosen
   */
  Optional<Draft> with(Map<String, String> overrides, Problems wrong) {
    Map<String, String> own = new HashMap<>(overrides);
    own.keySet().retainAll(parameters.keySet());
    if (own.isEmpty()) {
      return Optional.of(this);
    }
    int before = wrong.size();
    return new DefinitionReader(wrong, own)
        .read(source.name, source.block, text)
        .filter(read -> wrong.size() == before);
  }

  /**
   * One way to compute it.
   *
   * @param rows empty when only other KPIs are combined
   * @param where the condition as written
   * @param per the inner grouping as written
   */
  public record Way(
      Place at,
      Map<String, String> title,
      Map<String, String> about,
      Optional<RowSet> rows,
      Fields fields,
      String where,
      String per,
      Node.Block value) {}

  /**
   * @param rows by dataset
   * @param days first and last day of the period it is computed for
   * @param parameters values in the place of the defaults
   * @param group the group whose value is expected, of a breakdown
   * @param mistakes the numbers that common mistakes would give
   */
  public record Example(
      Place at,
      String title,
      Map<Dataset, List<Map<String, Object>>> rows,
      LocalDate firstDay,
      LocalDate lastDay,
      Map<String, String> parameters,
      Expected expect,
      Optional<Group> group,
      List<BigDecimal> mistakes) {

    /** {@code group: [channel: 'Direct']}. */
    public record Group(String dimension, String value) {}
  }
}
