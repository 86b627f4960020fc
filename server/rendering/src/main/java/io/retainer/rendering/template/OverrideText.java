package io.retainer.rendering.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** The text of an {@code override.yaml}: read, written, and what it says that no form shows. */
public final class OverrideText {

  private static final Set<String> OF_REPORTS =
      Set.of("compare", "scorecard", Composition.SECTIONS, "order");
  private static final Set<String> OF_SECTIONS = Set.of(Composition.KEY, "left-out", "figures");
  private static final Set<String> OF_OWN_SECTIONS = Set.of(SectionWords.TITLE, SectionWords.TEXT);

  private OverrideText() {}

  /**
   * @throws IllegalArgumentException when it cannot be read
   */
  static Map<String, Object> read(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(200_000);
    options.setNestingDepthLimit(20);
    options.setMaxAliasesForCollections(0);
    try {
      return map(new Yaml(new SafeConstructor(options)).load(text));
    } catch (YAMLException e) {
      throw new IllegalArgumentException(
          "The client's override.yaml cannot be read, so it is not changed: " + e.getMessage(), e);
    }
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object read) {
    return read instanceof Map<?, ?> map
        ? new LinkedHashMap<>((Map<String, Object>) map)
        : new LinkedHashMap<>();
  }

  static String write(Map<String, Object> lines) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(FlowStyle.AUTO);
    options.setWidth(120);
    options.setAllowUnicode(true);
    return new Yaml(new SafeConstructor(new LoaderOptions()), new Lines(options), options)
        .dump(lines);
  }

  /** Whether there are comments, which do not last when a composition is saved. */
  public static boolean hasComments(String text) {
    return text.lines().anyMatch(line -> line.strip().startsWith("#") || line.contains(" #"));
  }

  /**
   * What it says beside a composition, which stays as it is: {@code trail}, {@code web: trend}.
   *
   * @param composed what the composition has of sections
   */
  public static List<String> beyond(String text, Composition composed) {
    List<String> beyond = new ArrayList<>();
    Map<String, Object> lines;
    try {
      lines = read(text);
    } catch (IllegalArgumentException e) {
      return List.of();
    }
    lines.keySet().stream().filter(key -> !OF_REPORTS.contains(key)).forEach(beyond::add);
    for (Map<String, Object> entry : Composition.entries(lines.get(Composition.SECTIONS))) {
      String key = String.valueOf(entry.get(Composition.KEY));
      Optional<OwnSection> own =
          composed.sections().stream()
              .filter(part -> part.key().equals(key))
              .flatMap(part -> part.own().stream())
              .findFirst();
      boolean isOwn = own.isPresent();
      boolean isFormed = own.filter(one -> one.shape() != Shape.WRITTEN).isPresent();
      entry.keySet().stream()
          .map(String::valueOf)
          .filter(word -> !OF_SECTIONS.contains(word))
          .filter(word -> !isOwn || !OF_OWN_SECTIONS.contains(word))
          .filter(word -> !isFormed || word.equals("optional"))
          .forEach(word -> beyond.add(key + ": " + word));
    }
    return beyond;
  }

  /** A text of several lines stands as it was typed, and so do the languages around it. */
  private static final class Lines extends Representer {

    Lines(DumperOptions options) {
      super(options);
    }

    @Override
    protected Node representScalar(Tag tag, String value, ScalarStyle style) {
      return super.representScalar(tag, value, value.contains("\n") ? ScalarStyle.LITERAL : style);
    }

    @Override
    protected Node representMapping(Tag tag, Map<?, ?> mapping, FlowStyle style) {
      boolean isLong =
          mapping.values().stream()
              .anyMatch(value -> value instanceof String text && text.length() > 60);
      boolean isTall =
          mapping.values().stream()
              .anyMatch(value -> value instanceof String text && text.contains("\n"));
      return super.representMapping(tag, mapping, isLong || isTall ? FlowStyle.BLOCK : style);
    }
  }
}
