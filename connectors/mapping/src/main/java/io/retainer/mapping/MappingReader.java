package io.retainer.mapping;

import io.retainer.spi.Dataset;
import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.toolkit.Dates;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads the text of a mapping; either a mapping without mistakes comes out, or all its mistakes.
 */
public final class MappingReader {

  /** What became of the text: exactly one of the two is there. */
  public record Outcome(Optional<Mapping> mapping, List<MappingProblem> problems) {}

  private static final int LONGEST = 200_000;
  private static final List<String> WORDS =
      List.of(
          "title",
          "dataset",
          "account",
          "account column",
          "streams",
          "key",
          "complete",
          "currency",
          "period",
          "grain",
          "day",
          "columns",
          "read",
          "lines",
          "group by",
          "values",
          "constants",
          "kinds");

  private final MappingNotes notes = new MappingNotes();
  private Map<String, Node> top;

  private MappingReader() {}

  public static Outcome read(String text) {
    var reader = new MappingReader();
    Optional<Mapping> mapping = reader.mapping(text);
    List<MappingProblem> problems = reader.notes.problems();
    return problems.isEmpty()
        ? new Outcome(mapping, List.of())
        : new Outcome(Optional.empty(), List.copyOf(problems));
  }

  private Optional<Mapping> mapping(String text) {
    Optional<Node> root = compose(text);
    if (root.isEmpty()) {
      return Optional.empty();
    }
    top = notes.entries(root.get(), WORDS, "a mapping");
    Optional<Dataset> dataset = dataset(root.get());
    Map<String, List<String>> columns = columns(root.get());
    if (dataset.isEmpty() || columns.isEmpty()) {
      return Optional.empty();
    }
    var check = new MappingCheck(notes, dataset.get(), columns.keySet());
    Map<String, Map<String, Expression>> kinds = kinds(check);
    List<Mapping.LineRule> rules = rules(check, kinds);
    Optional<String> groupBy = column("group by", check);
    Optional<String> day = column("day", check);
    day.ifPresent(check::dated);
    Grain grain = grain(dataset.get(), day.isPresent() || check.hasMoment(kinds));
    boolean isDated = day.isPresent() || grain == Grain.PERIOD;
    check.whole(root.get(), kinds, groupBy.isPresent(), isDated);
    return Optional.of(
        new Mapping(
            textOf("title").orElse(dataset.get().name()),
            dataset.get(),
            textOf("account"),
            currency(),
            period(),
            streams(check),
            columns,
            top.containsKey("read")
                ? new HintsReader(notes).read(top.get("read"))
                : Mapping.Hints.NONE,
            rules,
            groupBy,
            day,
            grain,
            isComplete(),
            kinds,
            check.counted(),
            check.dated()));
  }

  private Optional<Node> compose(String text) {
    var options = new LoaderOptions();
    options.setCodePointLimit(LONGEST);
    options.setMaxAliasesForCollections(10);
    options.setNestingDepthLimit(20);
    try {
      Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
      if (root != null) {
        return Optional.of(root);
      }
      problem(1, 1, "an empty mapping", "a mapping", "Begin with \"dataset: orders\".");
    } catch (MarkedYAMLException broken) {
      var mark = broken.getProblemMark();
      problem(
          mark == null ? 1 : mark.getLine() + 1,
          mark == null ? 1 : mark.getColumn() + 1,
          String.valueOf(broken.getProblem()),
          "YAML",
          "Look at the indentation, at colons and quotes of this line and the one before.");
    } catch (YAMLException broken) {
      problem(1, 1, String.valueOf(broken.getMessage()), "YAML", "Write it as plain YAML text.");
    }
    return Optional.empty();
  }

  private void problem(int line, int column, String saw, String expected, String advice) {
    notes.problems().add(new MappingProblem(line, column, saw, expected, advice));
  }

  private Optional<Dataset> dataset(Node root) {
    if (!top.containsKey("dataset")) {
      notes.note(root, "no dataset", "\"dataset: orders\"", "Say which dataset the table fills.");
      return Optional.empty();
    }
    var all = new LinkedHashMap<String, Dataset>();
    Datasets.all().forEach(dataset -> all.put(dataset.name(), dataset));
    return notes.choice(top.get("dataset"), all);
  }

  private Map<String, List<String>> columns(Node root) {
    var columns = new LinkedHashMap<String, List<String>>();
    if (!top.containsKey("columns")) {
      notes.note(
          root,
          "no columns",
          "\"columns:\" with a short name for each heading",
          "Write for example \"columns:\" and below it \"  price: Unit price\".");
      return columns;
    }
    var owners = new HashMap<String, String>();
    notes
        .entries(top.get("columns"), List.of(), "short names and headings")
        .forEach(
            (name, node) -> {
              if (!name.matches("[\\p{L}_][\\p{L}\\p{N}_]*")) {
                notes.note(
                    node,
                    "the short name \"" + name + "\"",
                    "one word of letters, digits and _",
                    "Shorten it: the heading itself stands behind the colon.");
              }
              List<String> headings = notes.texts(node, "a heading of the file");
              for (String heading : headings) {
                String other = owners.putIfAbsent(heading.toLowerCase(java.util.Locale.ROOT), name);
                if (other != null) {
                  notes.note(
                      node,
                      "the heading \"" + heading + "\", which \"" + other + "\" has already",
                      "another heading",
                      "One short name is enough for a column.");
                }
              }
              columns.put(name, headings);
            });
    return columns;
  }

  private Map<String, Map<String, Expression>> kinds(MappingCheck check) {
    var kinds = new TreeMap<String, Map<String, Expression>>();
    Map<String, Expression> ordinary = row(top, check);
    kinds.put(Mapping.ORDINARY, ordinary);
    if (top.containsKey("kinds")) {
      notes
          .entries(top.get("kinds"), List.of(), "kinds of rows")
          .forEach(
              (name, node) -> {
                var kind = new LinkedHashMap<>(ordinary);
                kind.putAll(
                    row(
                        notes.entries(node, List.of("values", "constants"), "values, constants"),
                        check));
                kinds.put(name, kind);
              });
    }
    return kinds;
  }

  private Map<String, Expression> row(Map<String, Node> block, MappingCheck check) {
    var row = new LinkedHashMap<String, Expression>();
    if (block.containsKey("values")) {
      notes
          .entries(block.get("values"), List.of(), "columns of the dataset and their values")
          .forEach(
              (column, node) -> {
                Optional<Expression> value = notes.expression(node);
                if (check.isColumn(column, node) && value.isPresent()) {
                  check.value(column, node, value.get());
                  row.put(column, value.get());
                }
              });
    }
    if (block.containsKey("constants")) {
      notes
          .entries(block.get("constants"), List.of(), "columns of the dataset and their values")
          .forEach(
              (column, node) -> {
                Optional<String> text = notes.text(node, "a value");
                if (check.isColumn(column, node) && text.isPresent()) {
                  check.constant(column, node, text.get()).ifPresent(it -> row.put(column, it));
                }
              });
    }
    return row;
  }

  private List<Mapping.LineRule> rules(
      MappingCheck check, Map<String, Map<String, Expression>> kinds) {
    var rules = new ArrayList<Mapping.LineRule>();
    if (!top.containsKey("lines")) {
      return rules;
    }
    for (Node item : notes.items(top.get("lines"), "a list of rules")) {
      Map<String, Node> rule =
          notes.entries(item, List.of("when", "as", "leave out"), "\"when:\" and what follows");
      boolean one = rule.containsKey("as") != rule.containsKey("leave out");
      if (!rule.containsKey("when") || !one) {
        notes.note(
            item,
            "a rule with " + rule.keySet(),
            "\"when:\" with a condition, and either \"as:\" or \"leave out:\"",
            "Say what a line is that fits the condition.");
        continue;
      }
      Optional<Expression> when = notes.expression(rule.get("when"));
      when.ifPresent(condition -> check.condition(rule.get("when"), condition));
      Optional<String> kind =
          rule.containsKey("as") ? notes.text(rule.get("as"), "a kind") : Optional.empty();
      if (kind.isPresent() && !kinds.containsKey(kind.get())) {
        notes.note(
            rule.get("as"),
            "the kind \"" + kind.get() + "\"",
            "a kind described under \"kinds:\"",
            Spelling.advice(kind.get(), kinds.keySet()));
      }
      String reason =
          rule.containsKey("leave out")
              ? notes.text(rule.get("leave out"), "the reason").orElse("")
              : "";
      when.ifPresent(condition -> rules.add(new Mapping.LineRule(condition, kind, reason)));
    }
    return rules;
  }

  private Optional<String> textOf(String word) {
    return Optional.ofNullable(top.get(word)).flatMap(node -> notes.text(node, "a text"));
  }

  private Optional<String> column(String word, MappingCheck check) {
    Optional<String> name = textOf(word);
    name.ifPresent(column -> check.isShortName(column, top.get(word), 0));
    return name;
  }

  private Mapping.Streams streams(MappingCheck check) {
    List<String> key =
        top.containsKey("key") ? notes.texts(top.get("key"), "a short name") : List.of();
    key.forEach(name -> check.isShortName(name, top.get("key"), 0));
    Optional<String> account = column("account column", check);
    return new Mapping.Streams(
        top.containsKey("streams") ? notes.texts(top.get("streams"), "a stream's name") : List.of(),
        account,
        key);
  }

  private boolean isComplete() {
    return !top.containsKey("complete")
        || notes.choice(top.get("complete"), Map.of("yes", true, "no", false)).orElse(true);
  }

  private Optional<String> currency() {
    Optional<String> code = textOf("currency");
    if (code.isPresent()) {
      try {
        Currency.getInstance(code.get());
      } catch (IllegalArgumentException unknown) {
        notes.note(
            top.get("currency"), "\"" + code.get() + "\"", "a code such as EUR", "Look it up.");
      }
    }
    return code;
  }

  private Optional<DateSpan> period() {
    Optional<String> text = textOf("period").map(it -> it.replace("..", " - "));
    Optional<DateSpan> span = text.flatMap(Dates::span);
    if (text.isPresent() && span.isEmpty()) {
      notes.note(
          top.get("period"),
          "\"" + text.get() + "\"",
          "two dates, like 2026-10-01..2026-10-31",
          "Write first and last day.");
    }
    return span;
  }

  private Grain grain(Dataset dataset, boolean hasDay) {
    if (top.containsKey("grain")) {
      var grains = new LinkedHashMap<String, Grain>();
      for (Grain grain : Grain.values()) {
        grains.put(grain.name().toLowerCase(java.util.Locale.ROOT), grain);
      }
      return notes.choice(top.get("grain"), grains).orElse(Grain.DAY);
    }
    if (!dataset.key().isEmpty()) {
      return Grain.EVENT;
    }
    return hasDay ? Grain.DAY : Grain.PERIOD;
  }
}
