package io.retainer.kpi.script;

import io.retainer.model.kpi.Direction;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.spi.Additivity;
import io.retainer.spi.Column;
import io.retainer.spi.Dataset;
import io.retainer.spi.Datasets;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what stands between the braces of {@code kpi('area.name') { … }}. */
final class DefinitionReader {

  private static final Set<String> REPEATABLE = Set.of("example", "otherwise", "param");
  private static final Set<String> TIME = Set.of("day", "week", "month");
  private static final long SMALL_BASE = 30;
  private static final int LARGEST_SMALL_BASE = 1_000_000_000;
  private static final String SMALL_BASES =
      "it is the smallest denominator that a change is judged by, a whole number from 0 to 1000000000:"
          + " write smallBase 30";

  private final Problems problems;
  private final Map<String, String> overrides;
  private Parameters parameters;
  private final List<WayReader> ways = new ArrayList<>();
  private final List<Node.Call> examples = new ArrayList<>();
  private KpiUnit unit;
  private Direction better = Direction.NEUTRAL;
  private Node.Call by;
  private long smallBase = SMALL_BASE;
  private boolean isTorn;
  private final Set<String> meant = new HashSet<>();

  /**
   * @param overrides a client's values of parameters, by name
   */
  DefinitionReader(Problems problems, Map<String, String> overrides) {
    this.problems = problems;
    this.overrides = overrides;
  }

  Optional<Draft> read(Node.Text name, Node.Block block, String text) {
    int before = problems.size();
    KpiId id = id(name);
    isTorn = isTorn(block);
    parameters = Parameters.of(block, overrides, problems);
    problems.silence(parameters.unsure(block));
    EmptyLists.report(block, problems);
    WayReader first = new WayReader(name.at(), isTorn, block, problems);
    ways.add(first);
    Set<String> seen = new HashSet<>();
    for (Node.Statement statement : block.statements()) {
      Optional<Node.Call> setting = setting(statement.node(), first);
      if (setting.isPresent() && isNew(setting.get(), seen, block)) {
        PrintedText.checkCompared(setting.get(), problems);
        take(setting.get(), statement.text(), first);
      }
    }
    if (!isTorn) {
      missing(name, seen, block);
    }
    List<Draft.Way> read = ways.stream().flatMap(way -> way.read(first).stream()).toList();
    List<String> dimensions = by == null ? List.of() : dimensions(read);
    List<Draft.Example> rows =
        read.size() == ways.size()
            ? new ExampleReader(read, dimensions, parameters.all(), problems).all(examples)
            : List.of();
    Draft draft =
        new Draft(
            problems.file(),
            name.at(),
            id,
            text,
            unit,
            better,
            dimensions,
            smallBase,
            read,
            rows,
            parameters.all(),
            new Draft.Source(name, block));
    boolean areRowsUnknown = ways.stream().anyMatch(way -> !way.areRowsKnown());
    boolean isWrong = isTorn || problems.size() > before || id == null || areRowsUnknown;
    if (isWrong && overrides.isEmpty()) {
      formulas(draft);
    }
    return isWrong ? Optional.empty() : Optional.of(draft);
  }

  /** What is wrong with the formulas too, as far as that is sure. */
  private void formulas(Draft draft) {
    boolean areRowsKnown = ways.stream().allMatch(WayReader::areRowsKnown);
    boolean isWhole =
        areRowsKnown
            && draft.id() != null
            && draft.unit() != null
            && draft.ways().size() == ways.size()
            && (by == null || draft.by().size() == by.arguments().size());
    Problems further = new Problems(problems.file());
    Linker.tell(draft, isWhole, further);
    problems.addAllBut(further, areRowsKnown ? Set.of() : draft.calls());
  }

  /**
   * Whether the parser could not make sense of a part of it: then nothing is known to be missing.
   */
  private boolean isTorn(Node.Block block) {
    int lines = (int) block.text().chars().filter(c -> c == '\n').count();
    return problems.areWithin(block.at().line(), block.at().line() + lines + 2);
  }

  private void missing(Node.Text name, Set<String> seen, Node.Block block) {
    seen.addAll(meant);
    if (!seen.contains("unit")) {
      problems.add(name.at(), "the KPI has no unit", "add a line like unit percent");
    }
    if (!seen.contains("better")) {
      problems.add(
          name.at(),
          "the KPI does not say which way is good",
          "add better higher, lower or neutral");
    }
    parameters.reportUnused(block, problems);
  }

  private KpiId id(Node.Text name) {
    try {
      return new KpiId(name.text());
    } catch (IllegalArgumentException e) {
      problems.add(
          name.at(),
          "'" + name.text() + "' is no KPI id",
          "write area.name in small" + " letters, like email.open-rate");
      return null;
    }
  }

  private Optional<Node.Call> setting(Node node, WayReader way) {
    Optional<String> left = TornLines.leftIn(node, problems);
    if (left.isPresent()) {
      way.lacks(left.get());
    } else if (node instanceof Node.Name word && Vocabulary.SETTINGS.containsKey(word.name())) {
      way.lacks(word.name());
      problems.add(
          word.at(),
          "'" + word.name() + "' alone on its line",
          "say what it is: " + word.name() + " is " + Vocabulary.SETTINGS.get(word.name()));
    } else if (node instanceof Node.Call call && call.target().isEmpty()) {
      if (Vocabulary.SETTINGS.containsKey(call.word())) {
        return Optional.of(call);
      }
      if (!ForeignSettings.report(call, problems)) {
        problems.unknown(call.at(), "word", call.word(), Vocabulary.SETTINGS.keySet());
        Nearest.to(call.word(), Vocabulary.SETTINGS.keySet()).ifPresent(near -> meant(near, way));
      }
    } else if (node instanceof Node.Call call) {
      problems.add(call.at(), "several settings on one line", "write each on its own line");
    } else if (node instanceof Node.Binary minus
        && minus.operator().equals("-")
        && minus.left() instanceof Node.Name word
        && word.name().equals("smallBase")) {
      problems.add(word.at(), "'smallBase' is less than nothing", SMALL_BASES);
    } else if (node instanceof Node.Binary given
        && given.operator().equals("=")
        && given.left() instanceof Node.Name word
        && Vocabulary.SETTINGS.containsKey(word.name())) {
      problems.add(
          word.at(),
          "'" + word.name() + "' with '='",
          word.name().equals("value")
              ? "write value { sum(clicks) }"
              : "leave it out, like unit percent");
      meant(word.name(), way);
    } else {
      alone(node);
    }
    return Optional.empty();
  }

  /** A setting that is there and wrong is told, and is not missing too. */
  private void meant(String setting, WayReader way) {
    meant.add(setting);
    way.lacks(setting);
  }

  /** Something that no setting begins with. */
  private void alone(Node node) {
    if (node instanceof Node.Name word && Datasets.find(word.name()).isPresent()) {
      problems.add(
          word.at(), "'" + word.name() + "' alone on its line", "write from " + word.name());
    } else if (node instanceof Node.Name word) {
      problems.unknown(word.at(), "word", word.name(), Vocabulary.SETTINGS.keySet());
    } else if (node instanceof Node.Binary named && named.operator().equals("=")) {
      problems.add(
          node.at(),
          "a name is given beside the settings",
          "parts of a formula have no names: write each where it is used, or make it a KPI of its"
              + " own; what a client may change is param name: 101");
    } else {
      problems.add(
          node.at(),
          Shown.of(node) + " alone on its line is no setting",
          "a line begins with one of " + String.join(", ", Vocabulary.SETTINGS.keySet()));
    }
  }

  private boolean isNew(Node.Call call, Set<String> seen, Node.Block block) {
    if (!seen.add(call.word()) && !REPEATABLE.contains(call.word())) {
      problems.add(
          call.at(),
          "'" + call.word() + "' stands here twice",
          StatedTwice.advice(call.word(), block));
      return false;
    }
    return true;
  }

  private void take(Node.Call call, String text, WayReader first) {
    switch (call.word()) {
      case "unit" -> unit = choice(call, KpiUnit.values());
      case "better" -> {
        Direction direction = choice(call, Direction.values());
        better = direction == null ? better : direction;
      }
      case "by" -> by = call;
      case "smallBase" -> smallBase = smallBase(call);
      case "example" -> examples.add(call);
      case "otherwise" -> otherwise(call);
      case "param" -> {
        // read before everything else
      }
      default -> first.take(parameters.in(call), text);
    }
  }

  private void otherwise(Node.Call call) {
    if (call.arguments().size() != 1 || !(call.arguments().get(0) instanceof Node.Block block)) {
      problems.add(
          call.at(), "'otherwise' without a block", "write otherwise { from … value { … } }");
      return;
    }
    if (ways.size() == 6) {
      problems.add(call.at(), "more than five 'otherwise'", "split the KPI");
      return;
    }
    WayReader way = new WayReader(call.at(), isTorn, block, problems);
    Set<String> seen = new HashSet<>();
    for (Node.Statement statement : block.statements()) {
      Optional<Node.Call> setting = setting(statement.node(), way);
      if (setting.isPresent() && isNew(setting.get(), seen, block)) {
        if (WayReader.SETTINGS.contains(setting.get().word())) {
          way.take(parameters.in(setting.get()), statement.text());
        } else {
          problems.add(
              setting.get().at(),
              "'" + setting.get().word() + "' inside 'otherwise'",
              "it belongs to the KPI as a whole");
        }
      }
    }
    ways.add(way);
  }

  private <E extends Enum<E>> E choice(Node.Call call, E[] values) {
    List<String> words = Arrays.stream(values).map(v -> v.name().toLowerCase(Locale.ROOT)).toList();
    if (call.arguments().size() == 1 && call.arguments().get(0) instanceof Node.Name name) {
      int index = words.indexOf(name.name());
      if (index >= 0) {
        return values[index];
      }
      if (!OtherUnits.report(call.word(), name, words, problems)) {
        problems.unknown(name.at(), call.word(), name.name(), words);
      }
    } else {
      problems.add(
          call.at(),
          "'" + call.word() + "' without a word",
          "it is one of " + String.join(", ", words));
    }
    return null;
  }

  private long smallBase(Node.Call call) {
    Optional<BigDecimal> number =
        call.arguments().size() == 1 ? Numbers.literal(call.arguments().get(0)) : Optional.empty();
    boolean fits =
        number.isPresent()
            && number.get().signum() >= 0
            && number.get().compareTo(BigDecimal.valueOf(LARGEST_SMALL_BASE)) <= 0
            && number.get().stripTrailingZeros().scale() <= 0;
    if (!fits) {
      problems.add(
          call.at(),
          number
              .map(n -> "'smallBase' is " + ShownNumber.of(n) + ", which is no number of things")
              .orElse("'smallBase' without a whole number"),
          SMALL_BASES);
    }
    return fits ? number.get().longValueExact() : SMALL_BASE;
  }

  private List<String> dimensions(List<Draft.Way> read) {
    List<Dataset> datasets =
        read.stream().allMatch(way -> way.rows().isEmpty())
            ? Datasets.all()
            : read.stream().flatMap(way -> way.rows().stream()).map(r -> r.dataset()).toList();
    Set<String> known = new java.util.TreeSet<>(TIME);
    for (Dataset dataset : datasets) {
      dataset.columns().stream()
          .filter(column -> column.additivity() == Additivity.DIMENSION)
          .filter(column -> column.type() == io.retainer.spi.ColumnType.TEXT)
          .map(Column::name)
          .forEach(known::add);
    }
    read.stream()
        .flatMap(way -> way.rows().stream())
        .flatMap(rows -> rows.history().stream())
        .flatMap(history -> history.columns().stream())
        .filter(told -> told.column().isPresent())
        .forEach(told -> known.add(told.name()));
    List<String> dimensions = new ArrayList<>();
    for (Node argument : by.arguments()) {
      if (argument instanceof Node.Name name && dimensions.contains(name.name())) {
        problems.add(name.at(), "'" + name.name() + "' stands here twice", "keep one of them");
      } else if (argument instanceof Node.Name name && known.contains(name.name())) {
        dimensions.add(name.name());
      } else if (argument instanceof Node.Name name) {
        new UnknownDimension(datasets, known).report(name, problems);
      } else {
        problems.add(
            argument.at(),
            argument instanceof Node.Text
                ? Shown.of(argument) + " is no dimension"
                : "this is no dimension",
            argument instanceof Node.Text text && known.contains(text.text())
                ? "write it without quotes: by " + text.text()
                : "write by channel, device");
      }
    }
    dimensions.removeAll(TIME);
    return dimensions;
  }

  /** Texts by language, as {@code title en: '…', ru: '…'} gives them. */
  static Map<String, String> languages(Node.Call call, Problems problems) {
    Map<String, String> texts = new java.util.LinkedHashMap<>();
    if (!call.arguments().isEmpty() || call.named().isEmpty()) {
      problems.add(
          call.at(),
          "'" + call.word() + "' without a language",
          "write " + call.word() + " en: '…', ru: '…'");
      return Map.of();
    }
    for (Node.Entry entry : call.named()) {
      text(call.word(), entry, problems)
          .filter(text -> texts.put(entry.key(), text) != null)
          .ifPresent(
              twice ->
                  problems.add(
                      entry.at(), "'" + entry.key() + "' stands here twice", "keep one of them"));
    }
    if (call.named().stream().noneMatch(entry -> entry.key().equals("en"))) {
      problems.add(call.at(), "'" + call.word() + "' has no English text", "add en: '…'");
    }
    return texts;
  }

  private static Optional<String> text(String what, Node.Entry entry, Problems problems) {
    if (!entry.key().matches("[a-z]{2,3}")) {
      problems.add(
          entry.at(),
          "'" + entry.key() + "' is no language",
          "write its two letters, like en: '…', fi: '…'");
    } else if (!(entry.value() instanceof Node.Text text)) {
      problems.add(
          entry.value().at(),
          "'" + what + "' in '" + entry.key() + "' is no text",
          "write it in quotes, like " + entry.key() + ": '…'");
    } else if (text.text().isBlank()) {
      problems.add(
          text.at(),
          "'" + what + "' in '" + entry.key() + "' is empty",
          entry.key().equals("en")
              ? "write what readers of a report see"
              : "write what readers of a report see, or leave '" + entry.key() + "' out");
    } else {
      PrintedText.check(what, text, problems);
      return Optional.of(text.text());
    }
    return Optional.empty();
  }
}
