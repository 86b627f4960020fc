package io.retainer.kpi.script;

import io.retainer.model.time.Period;
import io.retainer.spi.Dataset;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code example 'what it shows', rows: [[…], […]], expect: 0.07}. */
final class ExampleReader {

  private static final String PERIOD = "2026-10";

  private final Optional<Dataset> dataset;
  private final List<String> dimensions;
  private final Map<String, Parameter> defaults;
  private final Problems problems;

  /**
   * @param dimensions what the KPI is broken down by
   */
  ExampleReader(
      List<Draft.Way> ways,
      List<String> dimensions,
      Map<String, Parameter> defaults,
      Problems problems) {
    this.dimensions = dimensions;
    this.defaults = defaults;
    this.dataset =
        ways.stream().flatMap(way -> way.rows().stream()).map(rows -> rows.dataset()).findFirst();
    this.problems = problems;
  }

  List<Draft.Example> all(List<Node.Call> calls) {
    return calls.stream().flatMap(call -> read(call).stream()).toList();
  }

  private Optional<Draft.Example> read(Node.Call call) {
    if (call.arguments().size() != 1 || !(call.arguments().get(0) instanceof Node.Text title)) {
      problems.add(
          call.at(),
          "an example without a title",
          "write example 'what it shows', rows: [[…]], expect: 1");
      return Optional.empty();
    }
    int before = problems.size();
    PrintedText.check("example", title, problems);
    Map<Dataset, List<Map<String, Object>>> rows = new LinkedHashMap<>();
    Node expect = null;
    Map<String, String> parameters = Map.of();
    Period period = Period.parse(PERIOD);
    List<BigDecimal> mistakes = List.of();
    Optional<Draft.Example.Group> group = Optional.empty();
    for (Node.Entry entry : call.named()) {
      switch (entry.key()) {
        case "expect" -> expect = entry.value();
        case "period" -> period = period(entry).orElse(period);
        case "with" -> parameters = parameters(entry);
        case "group" -> group = group(entry);
        case Mistakes.WORD -> mistakes = Mistakes.read(entry, problems);
        default -> new ExampleRows(dataset, problems).read(entry, rows);
      }
    }
    if (expect == null) {
      problems.add(call.at(), "the example expects nothing", "add expect: 0.07");
      return Optional.empty();
    }
    Optional<Expected> expected = Expected.read(expect, problems);
    Mistakes.check(call, expected.flatMap(Expected::number), mistakes, problems);
    if (problems.size() > before) {
      return Optional.empty();
    }
    return Optional.of(
        new Draft.Example(
            call.at(),
            title.text(),
            rows,
            period.span().start(),
            period.span().lastDay(),
            parameters,
            expected.orElseThrow(),
            group,
            mistakes));
  }

  private Map<String, String> parameters(Node.Entry entry) {
    Map<String, String> values = new LinkedHashMap<>();
    if (entry.value() instanceof Node.Entries entries) {
      for (Node.Entry value : entries.entries()) {
        Parameter known = known(value).orElse(null);
        if (known == null) {
          return Map.of();
        }
        values.put(known.name(), known.text());
      }
      return values;
    }
    problems.add(entry.at(), "these are no parameters", "write with: [notRankedAs: 31]");
    return values;
  }

  private Optional<Parameter> known(Node.Entry value) {
    if (!defaults.containsKey(value.key())) {
      problems.unknown(value.at(), "parameter", value.key(), defaults.keySet());
      return Optional.empty();
    }
    Optional<Parameter> given = Parameter.of(value.key(), value.value());
    if (given.isEmpty()) {
      problems.add(value.at(), "this is no value of a parameter", "write with: [notRankedAs: 31]");
      return given;
    }
    Parameter own = defaults.get(value.key());
    if (!own.holds().equals(given.get().holds())) {
      problems.add(
          value.at(),
          "'" + value.key() + "' is " + Shown.of(value.value()) + ", and is " + own.holds(),
          "write it as the parameter has it: " + own.written());
      return Optional.empty();
    }
    return given;
  }

  private Optional<Draft.Example.Group> group(Node.Entry entry) {
    if (entry.value() instanceof Node.Entries entries
        && entries.entries().size() == 1
        && entries.entries().get(0).value() instanceof Node.Text text) {
      Node.Entry only = entries.entries().get(0);
      if (dimensions.contains(only.key())) {
        return Optional.of(new Draft.Example.Group(only.key(), text.text()));
      }
      problems.unknown(only.at(), "dimension", only.key(), dimensions);
    } else {
      problems.add(entry.at(), "this is no group", "write group: [channel: 'Direct']");
    }
    return Optional.empty();
  }

  private Optional<Period> period(Node.Entry entry) {
    try {
      if (entry.value() instanceof Node.Text text) {
        return Optional.of(Period.parse(text.text()));
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    problems.add(entry.at(), "this is no period", "write period: '2026-10'");
    return Optional.empty();
  }
}
