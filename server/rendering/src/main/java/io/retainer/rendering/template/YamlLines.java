package io.retainer.rendering.template;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * YAML that knows its lines. Only the tree is built, no object of any class; aliases are not
 * followed.
 */
final class YamlLines {

  private final String file;
  private final Node node;
  private final int line;
  private final List<String> problems;

  /** Where what came from another file begins. */
  private final Map<Node, String> files;

  private YamlLines(
      String file, Node node, int line, List<String> problems, Map<Node, String> files) {
    this.files = files;
    this.file = file;
    this.node = node;
    this.line = line;
    this.problems = problems;
  }

  static YamlLines read(String file, String source, List<String> problems) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(200_000);
    options.setNestingDepthLimit(20);
    options.setMaxAliasesForCollections(0);
    try {
      Node root = new Yaml(options).compose(new StringReader(source));
      YamlLines lines = new YamlLines(file, root, 1, problems, new IdentityHashMap<>());
      lines.refuseDoubled(root);
      return lines;
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      problems.add(file + ", line " + line + ": " + e.getProblem());
    } catch (ReaderException e) {
      problems.add(
          "%s, line %d: the character U+%04X is no text; delete it"
              .formatted(file, line(source, e.getPosition()), e.getCodePoint()));
    } catch (YAMLException e) {
      problems.add(
          alias(source)
              .map(line -> file + ", line " + line + ": \"*\" repeats nothing here; write it out")
              .orElse(file + ": " + e.getMessage()));
    }
    return new YamlLines(file, null, 1, problems, new IdentityHashMap<>());
  }

  private static long line(String source, int codePoints) {
    return 1 + source.codePoints().limit(codePoints).filter(each -> each == '\n').count();
  }

  /** Where the first part is repeated by its name, if one is. */
  private static Optional<Integer> alias(String source) {
    try {
      for (Event event : new Yaml().parse(new StringReader(source))) {
        if (event instanceof AliasEvent) {
          return Optional.of(event.getStartMark().getLine() + 1);
        }
      }
    } catch (YAMLException e) {
      // Something else is wrong with it, which is told instead.
    }
    return Optional.empty();
  }

  /** Of two entries of one key nobody knows which one was meant. */
  private void refuseDoubled(Node within) {
    if (within instanceof SequenceNode sequence) {
      sequence.getValue().forEach(this::refuseDoubled);
    } else if (within instanceof MappingNode mapping) {
      Set<String> seen = new TreeSet<>();
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key && !seen.add(key.getValue())) {
          say(of(key).at() + ": \"" + key.getValue() + "\" stands twice; leave one of them");
        }
        refuseDoubled(tuple.getValueNode());
      }
    }
  }

  /** Once, however often it is come upon. */
  private void say(String problem) {
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }

  /** What an override makes of it; it is named in the lines that it brought. */
  YamlLines with(YamlLines override) {
    if (!(node instanceof MappingNode base) || !(override.node instanceof MappingNode changes)) {
      return this;
    }
    Map<Node, String> known = new IdentityHashMap<>(files);
    known.putAll(override.files);
    Node merged = new YamlOverride(override.file, known).over(base, changes);
    return new YamlLines(file, merged, line, problems, known);
  }

  private YamlLines of(Node child) {
    return new YamlLines(
        files.getOrDefault(child, file),
        child,
        child.getStartMark().getLine() + 1,
        problems,
        files);
  }

  /** File and line, as a message begins. */
  String at() {
    return file + ", line " + line;
  }

  private Map<String, Node> entries() {
    Map<String, Node> entries = new LinkedHashMap<>();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key) {
          entries.put(key.getValue(), tuple.getValueNode());
        }
      }
    } else if (node != null) {
      say(at() + ": saw " + seen() + ", expected \"key: value\" lines");
    }
    return entries;
  }

  /** Whether it is made of "key: value" lines; says so, where it is not. */
  boolean hasEntries() {
    entries();
    return node instanceof MappingNode;
  }

  private String seen() {
    return node instanceof ScalarNode scalar
        ? scalar.getValue().isEmpty() ? "nothing" : "\"" + scalar.getValue() + "\""
        : node instanceof SequenceNode ? "a list" : "\"key: value\" lines";
  }

  /** Complains about any other key. */
  void allow(String... keys) {
    Set<String> allowed = new TreeSet<>(List.of(keys));
    entries()
        .forEach(
            (key, value) -> {
              if (!allowed.contains(key)) {
                problems.add(
                    of(value).at() + ": unknown word \"" + key + "\"; expected one of " + allowed);
              }
            });
  }

  /** Each entry by its key, in the order they stand. */
  Map<String, YamlLines> children() {
    Map<String, YamlLines> children = new LinkedHashMap<>();
    entries().forEach((key, value) -> children.put(key, of(value)));
    return children;
  }

  Optional<YamlLines> child(String key) {
    return Optional.ofNullable(entries().get(key)).map(this::of);
  }

  List<YamlLines> list(String key) {
    return child(key).map(child -> child.items(key)).orElse(List.of());
  }

  /** The items of a list that is called so. */
  List<YamlLines> items(String name) {
    if (node instanceof SequenceNode sequence) {
      List<YamlLines> items = new ArrayList<>();
      sequence.getValue().forEach(item -> items.add(of(item)));
      return items;
    }
    say(at() + ": \"" + name + "\" is a list, like [one, two]; saw " + seen());
    return List.of();
  }

  String scalar() {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw new IllegalArgumentException("saw " + seen() + ", expected one word");
  }

  /** One word, or what is wrong is said. */
  Optional<String> word() {
    try {
      return Optional.of(scalar());
    } catch (IllegalArgumentException e) {
      say(at() + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  String text(String key) {
    Optional<YamlLines> child = child(key);
    if (child.isPresent() && child.get().node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    child.ifPresentOrElse(YamlLines::word, () -> say(at() + ": \"" + key + "\" is missing"));
    return "";
  }

  int number(String key, int otherwise, int least, int most) {
    Optional<YamlLines> child = child(key);
    if (child.isEmpty()) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(child.get().scalar());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (IllegalArgumentException notANumber) {
      // told below, like a number that is out of range
    }
    problems.add(
        child.get().at()
            + ": \""
            + key
            + "\" is a whole number from "
            + least
            + " to "
            + most
            + "; saw "
            + child.get().seen());
    return otherwise;
  }

  boolean truth(String key, boolean otherwise) {
    return child(key)
        .flatMap(word -> word.choice(Map.of("true", true, "false", false)))
        .orElse(otherwise);
  }

  <T> Optional<T> choice(Map<String, T> choices) {
    T choice = node instanceof ScalarNode scalar ? choices.get(scalar.getValue()) : null;
    if (choice == null) {
      problems.add(
          at() + ": saw " + seen() + ", expected one of " + new TreeSet<>(choices.keySet()));
    }
    return Optional.ofNullable(choice);
  }
}
