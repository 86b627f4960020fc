package io.retainer.rendering.template;

import io.retainer.model.kpi.KpiId;
import io.retainer.model.time.Comparison;
import io.retainer.rendering.template.Definition.Line;
import io.retainer.rendering.template.Definition.SectionDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;

/**
 * What a person composes of a report without its file: what it is compared with, the figures of the
 * scorecard, and which sections there are, in which order and with which figures.
 *
 * @param sections in their order; those that are left out have a place too
 */
public record Composition(List<String> compare, List<String> scorecard, List<Part> sections) {

  private static final String KEY = "key";
  private static final String LEFT_OUT = "left-out";
  private static final String FIGURES = "figures";
  private static final String SECTIONS = "sections";
  private static final String ORDER = "order";

  public Composition {
    compare = List.copyOf(compare);
    scorecard = List.copyOf(scorecard);
    sections = List.copyOf(sections);
  }

  /**
   * A section.
   *
   * @param isShown else it is left out
   * @param figures ids of KPIs, the leading one first
   */
  public record Part(String key, boolean isShown, List<String> figures) {

    public Part {
      figures = List.copyOf(figures);
    }

    public Part shown(boolean isNow) {
      return new Part(key, isNow, figures);
    }
  }

  /**
   * As a report is.
   *
   * @param below the version that it changes: what it leaves out is told by that
   */
  public static Composition of(ReportTemplate below, ReportTemplate own) {
    Definition definition = own.definition();
    List<Part> sections = new ArrayList<>();
    definition.sections().forEach(each -> sections.add(part(each, true)));
    int place = 0;
    for (SectionDefinition each : below.definition().sections()) {
      Optional<Part> known =
          sections.stream().filter(one -> one.key().equals(each.key())).findFirst();
      if (known.isPresent()) {
        place = sections.indexOf(known.get()) + 1;
      } else {
        sections.add(place++, part(each, false));
      }
    }
    return new Composition(
        definition.comparisons().stream().map(Comparison::word).toList(),
        ids(definition.scorecard()),
        sections);
  }

  private static Part part(SectionDefinition section, boolean isShown) {
    return new Part(section.key(), isShown, ids(section.figures()));
  }

  private static List<String> ids(List<Line<KpiId>> lines) {
    return lines.stream().map(line -> line.value().value()).toList();
  }

  /** Moves a section by a place, among all. */
  public Composition moved(String key, int by) {
    List<Part> moved = new ArrayList<>(sections);
    for (int i = 0; i < moved.size(); i++) {
      int to = i + by;
      if (moved.get(i).key().equals(key) && to >= 0 && to < moved.size()) {
        moved.add(to, moved.remove(i));
        break;
      }
    }
    return new Composition(compare, scorecard, moved);
  }

  /**
   * The {@code override.yaml} that makes this of the version below. Says no more than what differs;
   * whatever else an earlier one says is kept.
   *
   * @param before the earlier one; empty without one
   * @return empty when nothing differs
   * @throws IllegalArgumentException when the earlier one cannot be read
   */
  public String override(ReportTemplate below, String before) {
    Definition definition = below.definition();
    Map<String, Object> lines = read(before);
    put(
        lines,
        "compare",
        compare,
        definition.comparisons().stream().map(Comparison::word).toList());
    put(lines, "scorecard", scorecard, ids(definition.scorecard()));
    List<Map<String, Object>> changed = sections(lines.get(SECTIONS), definition);
    lines.remove(SECTIONS);
    if (!changed.isEmpty()) {
      lines.put(SECTIONS, changed);
    }
    List<String> shown = sections.stream().filter(Part::isShown).map(Part::key).toList();
    put(lines, ORDER, shown, natural(definition, changed, shown));
    return lines.isEmpty() ? "" : dump(lines);
  }

  private static void put(
      Map<String, Object> lines, String key, List<String> value, List<String> below) {
    if (value.equals(below)) {
      lines.remove(key);
    } else {
      lines.put(key, value);
    }
  }

  private List<Map<String, Object>> sections(Object before, Definition below) {
    List<Map<String, Object>> entries = entries(before);
    for (Part part : sections) {
      Optional<SectionDefinition> known = find(below, part.key());
      Map<String, Object> entry =
          entries.stream()
              .filter(each -> part.key().equals(each.get(KEY)))
              .findFirst()
              .orElse(null);
      if (entry == null) {
        entry = new LinkedHashMap<>(Map.of(KEY, part.key()));
        entries.add(entry);
      }
      entry.remove(LEFT_OUT);
      if (!part.isShown() && known.isPresent()) {
        entry.put(LEFT_OUT, true);
      }
      if (known.isPresent()) {
        put(entry, FIGURES, part.figures(), ids(known.get().figures()));
      } else {
        entry.put(FIGURES, part.figures());
      }
    }
    // One that only this version has, and that is left out, is gone.
    List<String> gone =
        sections.stream()
            .filter(part -> !part.isShown() && find(below, part.key()).isEmpty())
            .map(Part::key)
            .toList();
    entries.removeIf(each -> each.size() == 1 || gone.contains(String.valueOf(each.get(KEY))));
    return entries;
  }

  private static Optional<SectionDefinition> find(Definition definition, String key) {
    return definition.sections().stream().filter(each -> each.key().equals(key)).findFirst();
  }

  /** The order in which sections stand when none is told: those from below, then new ones. */
  private static List<String> natural(
      Definition below, List<Map<String, Object>> changed, List<String> shown) {
    return Stream.concat(
            below.sections().stream().map(SectionDefinition::key),
            changed.stream().map(each -> String.valueOf(each.get(KEY))))
        .distinct()
        .filter(shown::contains)
        .collect(Collectors.toList());
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> entries(Object before) {
    List<Map<String, Object>> entries = new ArrayList<>();
    if (before instanceof List<?> list) {
      for (Object each : list) {
        if (each instanceof Map<?, ?> map) {
          entries.add(new LinkedHashMap<>((Map<String, Object>) map));
        }
      }
    }
    return entries;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> read(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(200_000);
    options.setNestingDepthLimit(20);
    options.setMaxAliasesForCollections(0);
    try {
      Object read = new Yaml(new SafeConstructor(options)).load(text);
      return read instanceof Map<?, ?> map
          ? new LinkedHashMap<>((Map<String, Object>) map)
          : new LinkedHashMap<>();
    } catch (YAMLException e) {
      throw new IllegalArgumentException(
          "The client's override.yaml cannot be read, so it is not changed: " + e.getMessage(), e);
    }
  }

  private static String dump(Map<String, Object> lines) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.AUTO);
    options.setWidth(120);
    options.setAllowUnicode(true);
    return new Yaml(new SafeConstructor(new LoaderOptions()), new Representer(options), options)
        .dump(lines);
  }
}
