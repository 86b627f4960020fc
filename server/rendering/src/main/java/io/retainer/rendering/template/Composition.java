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

/**
 * What a person composes of a report without its file: what it is compared with, the figures of the
 * scorecard, and which sections there are, in which order and with which figures.
 *
 * @param sections in their order; those that are left out have a place too
 */
public record Composition(List<String> compare, List<String> scorecard, List<Part> sections) {

  static final String KEY = "key";
  private static final String LEFT_OUT = "left-out";
  static final String FIGURES = "figures";
  static final String SECTIONS = "sections";
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
   * @param own what else it says, if only this version has it
   */
  public record Part(String key, boolean isShown, List<String> figures, Optional<OwnSection> own) {

    public Part {
      figures = List.copyOf(figures);
    }

    /** A section of the version below. */
    public Part(String key, boolean isShown, List<String> figures) {
      this(key, isShown, figures, Optional.empty());
    }

    public Part shown(boolean isNow) {
      return new Part(key, isNow, figures, own);
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
    for (SectionDefinition each : definition.sections()) {
      boolean isOwn = find(below.definition(), each.key()).isEmpty();
      sections.add(
          new Part(
              each.key(),
              true,
              ids(each.figures()),
              isOwn ? Optional.of(OwnSection.of(each)) : Optional.empty()));
    }
    int place = 0;
    for (SectionDefinition each : below.definition().sections()) {
      Optional<Part> known =
          sections.stream().filter(one -> one.key().equals(each.key())).findFirst();
      if (known.isPresent()) {
        place = sections.indexOf(known.get()) + 1;
      } else {
        sections.add(place++, new Part(each.key(), false, ids(each.figures())));
      }
    }
    return new Composition(
        definition.comparisons().stream().map(Comparison::word).toList(),
        ids(definition.scorecard()),
        sections);
  }

  static List<String> ids(List<Line<KpiId>> lines) {
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

  /** The same with one more section, which comes last. */
  public Composition and(Part section) {
    List<Part> more = new ArrayList<>(sections);
    more.add(section);
    return new Composition(compare, scorecard, more);
  }

  /** The same with a section left out, or not. */
  public Composition shown(String key, boolean isNow) {
    return new Composition(
        compare,
        scorecard,
        sections.stream().map(part -> part.key().equals(key) ? part.shown(isNow) : part).toList());
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
    Map<String, Object> lines = OverrideText.read(before);
    put(
        lines,
        "compare",
        compare,
        definition.comparisons().stream().map(Comparison::word).toList());
    put(lines, "scorecard", scorecard, ids(definition.scorecard()));
    List<Map<String, Object>> changed = sections(lines.get(SECTIONS), definition);
    if (changed.isEmpty()) {
      lines.remove(SECTIONS);
    } else {
      lines.put(SECTIONS, changed);
    }
    List<String> shown = sections.stream().filter(Part::isShown).map(Part::key).toList();
    put(lines, ORDER, shown, natural(definition, changed, shown));
    return lines.isEmpty() ? "" : OverrideText.write(lines);
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
        Map<String, Object> lines = entry;
        part.own()
            .ifPresentOrElse(
                own -> own.write(lines, part.figures()), () -> lines.put(FIGURES, part.figures()));
      }
    }
    // One that only this version has, and that is left out, is gone.
    List<String> gone =
        sections.stream()
            .filter(part -> !part.isShown() && find(below, part.key()).isEmpty())
            .map(Part::key)
            .toList();
    entries.removeIf(each -> each.size() == 1 || gone.contains(word(each)));
    return entries;
  }

  private static String word(Map<String, Object> entry) {
    return String.valueOf(entry.get(KEY));
  }

  private static Optional<SectionDefinition> find(Definition definition, String key) {
    return definition.sections().stream().filter(each -> each.key().equals(key)).findFirst();
  }

  /** The order in which sections stand when none is told: those from below, then new ones. */
  private static List<String> natural(
      Definition below, List<Map<String, Object>> changed, List<String> shown) {
    return Stream.concat(
            below.sections().stream().map(SectionDefinition::key),
            changed.stream().map(Composition::word))
        .distinct()
        .filter(shown::contains)
        .collect(Collectors.toList());
  }

  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> entries(Object before) {
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
}
