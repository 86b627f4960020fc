package io.retainer.kpi.script;

import io.retainer.compute.language.ComputationText;
import io.retainer.compute.language.Findings;
import io.retainer.compute.protocol.Question.Source;
import io.retainer.model.kpi.Direction;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.spi.Grain;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a definition that has {@code compute { … }}. */
final class ComputationReader {

  private static final Set<String> SETTINGS = Vocabulary.COMPUTED.keySet();

  private static final Map<String, Grain> GRAINS =
      Map.of("day", Grain.DAY, "week", Grain.WEEK, "month", Grain.MONTH);
  private static final Set<String> REPEATABLE = Set.of("series", "example");
  private static final int MOST_POINTS = 150;
  private static final int MOST_SERIES = 10;

  private final ComputeBlocks blocks;
  private final ParsedScripts parsed;
  private final Problems problems;
  private Map<String, String> title = Map.of();
  private Map<String, String> about = Map.of();
  private KpiUnit unit;
  private Direction better;
  private final List<ComputationDraft.Series> series = new ArrayList<>();
  private final List<Node.Call> examples = new ArrayList<>();
  private Source source;
  private boolean isTorn;

  ComputationReader(ComputeBlocks blocks, ParsedScripts parsed, Problems problems) {
    this.blocks = blocks;
    this.parsed = parsed;
    this.problems = problems;
  }

  static boolean isMeant(Node.Block block) {
    return block.statements().stream()
        .anyMatch(s -> s.node() instanceof Node.Call call && call.word().equals("compute"));
  }

  Optional<ComputationDraft> read(Node.Text name, Node.Block block, String text) {
    int before = problems.size();
    Set<String> seen = new HashSet<>();
    for (Node.Statement statement : block.statements()) {
      if (statement.node() instanceof Node.Call call
          && call.target().isEmpty()
          && SETTINGS.contains(call.word())) {
        if (!seen.add(call.word()) && !REPEATABLE.contains(call.word())) {
          problems.add(call.at(), "'" + call.word() + "' stands here twice", "keep one of them");
        }
        take(call);
      } else if (TornLines.leftIn(statement.node(), problems).isPresent()) {
        isTorn = true;
      } else {
        problems.add(
            statement.node().at(),
            "this has no place beside 'compute'",
            "there are " + String.join(", ", SETTINGS.stream().sorted().toList()));
      }
    }
    if (isTorn) {
      return Optional.empty();
    }
    if (examples.isEmpty()) {
      problems.add(
          name.at(), "a computed KPI without an example", "add example 'what it shows', …");
    }
    if (title.isEmpty() || unit == null || better == null || series.isEmpty() || source == null) {
      problems.add(
          name.at(),
          "a computed KPI needs title, unit, better, series and compute",
          "add what is missing");
      return Optional.empty();
    }
    List<ComputationDraft.Example> read =
        examples.stream().flatMap(e -> example(e).stream()).toList();
    check();
    try {
      KpiId id = new KpiId(name.text());
      return problems.size() > before
          ? Optional.empty()
          : Optional.of(
              new ComputationDraft(
                  problems.file(),
                  name.at(),
                  id,
                  text,
                  unit,
                  better,
                  title,
                  about,
                  List.copyOf(series),
                  source,
                  read));
    } catch (IllegalArgumentException e) {
      problems.add(name.at(), "'" + name.text() + "' is no KPI id", "write area.name");
      return Optional.empty();
    }
  }

  /** Compares the text's tree with the lists; a text that was good before is good. */
  private void check() {
    List<String> names = series.stream().map(ComputationDraft.Series::name).toList();
    String key = "compute " + names + source.line() + ":" + source.column() + source.text();
    if (parsed.isKnownGood(key)) {
      return;
    }
    Findings findings = new Findings(source.line(), source.column());
    ParserThread.Outcome outcome =
        ParserThread.run(() -> ComputationText.findings(source, new HashSet<>(names), findings));
    if (outcome.end() != ParserThread.End.DONE) {
      problems.add(
          new Place(source.line(), source.column()),
          "the computation cannot be read",
          "simplify it");
      return;
    }
    findings
        .list()
        .forEach(f -> problems.add(new Place(f.line(), f.column()), f.message(), f.advice()));
    if (findings.isEmpty()) {
      parsed.knowGood(key);
    }
  }

  private void take(Node.Call call) {
    switch (call.word()) {
      case "title" -> title = DefinitionReader.languages(call, problems);
      case "about" -> about = DefinitionReader.languages(call, problems);
      case "unit" -> unit = choice(call, KpiUnit.values());
      case "better" -> better = choice(call, Direction.values());
      case "series" -> call.named().forEach(this::series);
      case "example" -> examples.add(call);
      default -> {
        boolean isBlock =
            call.arguments().size() == 1 && call.arguments().get(0) instanceof Node.Block;
        source = isBlock ? blocks.inside(call.arguments().get(0).at()).orElse(null) : null;
        if (source == null) {
          problems.add(call.at(), "'compute' without a block", "write compute { … } once");
        }
      }
    }
  }

  private <E extends Enum<E>> E choice(Node.Call call, E[] values) {
    List<String> words = Arrays.stream(values).map(v -> v.name().toLowerCase(Locale.ROOT)).toList();
    if (call.arguments().size() == 1
        && call.arguments().get(0) instanceof Node.Name name
        && words.contains(name.name())) {
      return values[words.indexOf(name.name())];
    }
    problems.add(
        call.at(), "'" + call.word() + "' without one of its words", String.join(", ", words));
    return null;
  }

  private void series(Node.Entry entry) {
    boolean wellFormed =
        entry.value() instanceof Node.Call over
            && over.word().equals("over")
            && over.arguments().size() == 2
            && over.arguments().get(0) instanceof Node.Number
            && over.arguments().get(1) instanceof Node.Name grain
            && GRAINS.containsKey(grain.name())
            && over.target().orElse(null) instanceof Node.Call kpi
            && kpi.word().equals("kpi")
            && kpi.target().isEmpty()
            && kpi.arguments().size() == 1
            && kpi.arguments().get(0) instanceof Node.Text;
    boolean isName =
        entry.key().matches("[a-z][a-zA-Z0-9]{0,40}")
            && series.stream().noneMatch(s -> s.name().equals(entry.key()))
            && series.size() < MOST_SERIES;
    if (!wellFormed || !isName) {
      problems.add(
          entry.at(), "this is no series", "write series months: kpi('area.name').over(36, month)");
      return;
    }
    Node.Call over = (Node.Call) entry.value();
    BigDecimal points = ((Node.Number) over.arguments().get(0)).value();
    if (points.stripTrailingZeros().scale() > 0
        || points.signum() <= 0
        || points.compareTo(BigDecimal.valueOf(MOST_POINTS)) > 0) {
      problems.add(over.at(), "a series of " + points + " points", "1 to " + MOST_POINTS);
      return;
    }
    Node.Text kpi = (Node.Text) ((Node.Call) over.target().orElseThrow()).arguments().get(0);
    series.add(
        new ComputationDraft.Series(
            entry.key(),
            kpi.at(),
            kpi.text(),
            points.intValueExact(),
            GRAINS.get(((Node.Name) over.arguments().get(1)).name())));
  }

  private Optional<ComputationDraft.Example> example(Node.Call call) {
    int before = problems.size();
    if (call.arguments().size() != 1 || !(call.arguments().get(0) instanceof Node.Text)) {
      problems.add(call.at(), "an example without a title", "write example 'what it shows', …");
      return Optional.empty();
    }
    Map<String, List<Optional<BigDecimal>>> values = new LinkedHashMap<>();
    Map<String, BigDecimal> ends = new LinkedHashMap<>();
    boolean isUnsure = false;
    boolean isOfEstimates = false;
    Node expect = null;
    List<BigDecimal> mistakes = List.of();
    for (Node.Entry entry : call.named()) {
      Optional<BigDecimal> number = Numbers.literal(entry.value());
      if (entry.key().equals(Mistakes.WORD)) {
        mistakes = Mistakes.read(entry, problems);
      } else if (Set.of("low", "high").contains(entry.key()) && number.isPresent()) {
        ends.put(entry.key(), number.get());
      } else if (entry.key().equals("expect")) {
        expect = entry.value();
      } else if (entry.value() instanceof Node.Items items
          && series.stream().anyMatch(s -> s.name().equals(entry.key()))) {
        List<GivenPoint> points = points(entry, items);
        values.put(entry.key(), points.stream().map(GivenPoint::number).toList());
        isUnsure |= points.stream().anyMatch(GivenPoint::isUnsure);
        isOfEstimates |= points.stream().anyMatch(GivenPoint::isEstimate);
      } else {
        problems.add(
            entry.at(),
            "'" + entry.key() + "' is no series with values and nothing to expect",
            "write name: [1, 2, null], expect: 3");
      }
    }
    if (expect == null) {
      problems.add(call.at(), "the example expects nothing", "add expect: 3");
      return Optional.empty();
    }
    Optional<Expected> expected = Expected.read(expect, problems);
    Mistakes.check(call, expected.flatMap(Expected::number), mistakes, problems);
    return problems.size() > before
        ? Optional.empty()
        : Optional.of(
            new ComputationDraft.Example(
                call.at(),
                ((Node.Text) call.arguments().get(0)).text(),
                values,
                isUnsure,
                isOfEstimates,
                expected.orElseThrow(),
                Optional.ofNullable(ends.get("low")),
                Optional.ofNullable(ends.get("high")),
                mistakes));
  }

  private List<GivenPoint> points(Node.Entry entry, Node.Items items) {
    int most =
        series.stream()
            .filter(s -> s.name().equals(entry.key()))
            .findFirst()
            .orElseThrow()
            .points();
    if (items.nodes().size() > most) {
      problems.add(
          entry.at(),
          items.nodes().size() + " values of a series of " + most,
          "the last one is the period's own; leave the first ones out");
    }
    return items.nodes().stream().map(node -> GivenPoint.read(node, problems)).toList();
  }
}
