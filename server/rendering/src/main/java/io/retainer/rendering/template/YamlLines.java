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
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

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
    options.setAllowDuplicateKeys(false);
    try {
      Node root = new Yaml(options).compose(new StringReader(source));
      return new YamlLines(file, root, 1, problems, new IdentityHashMap<>());
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      problems.add(file + ", line " + line + ": " + e.getProblem());
    } catch (YAMLException e) {
      problems.add(file + ": " + e.getMessage());
    }
    return new YamlLines(file, null, 1, problems, new IdentityHashMap<>());
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
      problems.add(at() + ": expected \"key: value\" lines");
    }
    return entries;
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
    problems.add(at() + ": \"" + name + "\" is a list");
    return List.of();
  }

  String scalar() {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw new IllegalArgumentException("expected one word");
  }

  String text(String key) {
    Optional<YamlLines> child = child(key);
    if (child.isPresent() && child.get().node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    problems.add(at() + ": \"" + key + "\" is missing");
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
        child.get().at() + ": \"" + key + "\" is a whole number from " + least + " to " + most);
    return otherwise;
  }

  boolean truth(String key, boolean otherwise) {
    return child(key)
        .flatMap(word -> word.choice(Map.of("true", true, "false", false)))
        .orElse(otherwise);
  }

  <T> Optional<T> choice(Map<String, T> choices) {
    String word = node instanceof ScalarNode scalar ? scalar.getValue() : "";
    T choice = choices.get(word);
    if (choice == null) {
      problems.add(
          at() + ": saw \"" + word + "\", expected one of " + new TreeSet<>(choices.keySet()));
    }
    return Optional.ofNullable(choice);
  }
}
