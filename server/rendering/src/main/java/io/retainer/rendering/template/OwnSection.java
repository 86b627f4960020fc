package io.retainer.rendering.template;

import io.retainer.rendering.template.Definition.BlockDefinition;
import io.retainer.rendering.template.Definition.BreakdownDefinition;
import io.retainer.rendering.template.Definition.SectionDefinition;
import io.retainer.spi.Grain;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a section that only this version of a report has says and shows, apart from its figures.
 *
 * @param by the dimension of a picture that is cut; empty without one
 * @param over days, weeks or months, of a picture along the time
 * @param rows how many stand alone, of a picture that has rows
 */
public record OwnSection(SectionWords words, Shape shape, String by, Grain over, int rows) {

  /** Of a new section. */
  public static final OwnSection NEW =
      new OwnSection(SectionWords.NONE, Shape.FIGURES, "", Grain.WEEK, 10);

  private static final String TREND = "trend";
  private static final String BREAKDOWNS = "breakdowns";
  private static final String BLOCKS = "blocks";

  /** As a definition has it. */
  public static OwnSection of(SectionDefinition section) {
    List<BreakdownDefinition> breakdowns = section.breakdowns();
    List<BlockDefinition> blocks = section.blocks();
    int pictures = breakdowns.size() + blocks.size() + (section.trend().isPresent() ? 1 : 0);
    Optional<OwnSection> one =
        pictures == 0
            ? Optional.of(with(section, Shape.FIGURES, "", Grain.WEEK, 10))
            : pictures > 1
                ? Optional.empty()
                : section.trend().isPresent()
                    ? trend(section)
                    : blocks.isEmpty()
                        ? breakdown(section, breakdowns.get(0))
                        : block(section, blocks.get(0));
    return one.orElseGet(() -> with(section, Shape.WRITTEN, "", Grain.WEEK, 10));
  }

  private static OwnSection with(
      SectionDefinition section, Shape shape, String by, Grain over, int rows) {
    return new OwnSection(section.words(), shape, by, over, rows);
  }

  private static Optional<OwnSection> trend(SectionDefinition section) {
    return section
        .trend()
        .filter(trend -> trend.kpi().value().equals(section.figures().get(0).value()))
        .map(trend -> with(section, Shape.TREND, "", trend.by(), 10));
  }

  private static Optional<OwnSection> breakdown(SectionDefinition section, BreakdownDefinition of) {
    Shape shape = of.bars() ? Shape.BARS : Shape.TABLE;
    return Composition.ids(of.kpis()).equals(Composition.ids(section.figures()))
        ? Optional.of(with(section, shape, of.by(), Grain.WEEK, of.top()))
        : Optional.empty();
  }

  private static Optional<OwnSection> block(SectionDefinition section, BlockDefinition block) {
    Shape shape = Shape.valueOf(block.show().name());
    List<String> shown = Composition.ids(section.figures());
    List<String> named = Composition.ids(block.kpis());
    return block.plan().isEmpty() && named.equals(shape.isOfAll() ? shown : shown.subList(0, 1))
        ? Optional.of(with(section, shape, block.by().orElse(""), block.over(), block.top()))
        : Optional.empty();
  }

  /** Writes it into the entry of its section; what a form has no field for stays there. */
  void write(Map<String, Object> entry, List<String> figures) {
    put(entry, SectionWords.TITLE, words.titles());
    put(entry, SectionWords.TEXT, words.texts());
    entry.put(Composition.FIGURES, figures);
    if (shape == Shape.WRITTEN) {
      return;
    }
    List.of(TREND, BREAKDOWNS, BLOCKS).forEach(entry::remove);
    if (shape == Shape.TREND) {
      entry.put(TREND, new LinkedHashMap<>(Map.of("kpi", figures.get(0), "by", word(over))));
    } else if (shape == Shape.TABLE || shape == Shape.BARS) {
      entry.put(BREAKDOWNS, List.of(breakdown(figures)));
    } else if (shape != Shape.FIGURES) {
      entry.put(BLOCKS, List.of(block(figures)));
    }
  }

  private static void put(Map<String, Object> entry, String key, Map<String, String> words) {
    if (words.isEmpty()) {
      entry.remove(key);
    } else {
      entry.put(key, new LinkedHashMap<>(words));
    }
  }

  private Map<String, Object> breakdown(List<String> figures) {
    Map<String, Object> lines = new LinkedHashMap<>();
    lines.put("by", by);
    lines.put("kpis", new ArrayList<>(figures));
    lines.put("top", rows);
    if (shape == Shape.BARS) {
      lines.put("bars", true);
    }
    return lines;
  }

  private Map<String, Object> block(List<String> figures) {
    Map<String, Object> lines = new LinkedHashMap<>();
    lines.put("show", shape.name().toLowerCase(Locale.ROOT));
    if (shape.isOfAll()) {
      lines.put("kpis", new ArrayList<>(figures));
    } else {
      lines.put("kpi", figures.get(0));
    }
    if (shape.isCut()) {
      lines.put("by", by);
    }
    if (shape == Shape.COLUMNS) {
      lines.put("over", word(over));
    }
    if (shape == Shape.MOVERS) {
      lines.put("top", rows);
    }
    return lines;
  }

  private static String word(Grain grain) {
    return grain.name().toLowerCase(Locale.ROOT);
  }
}
