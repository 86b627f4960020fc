package io.retainer.rendering.template;

import io.retainer.model.kpi.KpiId;
import io.retainer.model.time.Comparison;
import io.retainer.rendering.template.Definition.BlockDefinition;
import io.retainer.rendering.template.Definition.BreakdownDefinition;
import io.retainer.rendering.template.Definition.Line;
import io.retainer.rendering.template.Definition.SectionDefinition;
import io.retainer.rendering.template.Definition.Show;
import io.retainer.rendering.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What tells two versions of a template apart, as its author would say it. */
public final class TemplateChanges {

  private TemplateChanges() {}

  /**
   * A thing that differs.
   *
   * @param what {@code trail}, or {@code section web: figures}
   * @param before empty where it is new
   * @param after empty where it is gone
   */
  public record Change(String what, Optional<String> before, Optional<String> after) {}

  /** In the order of the later version; what is gone comes last. */
  public static List<Change> between(ReportTemplate before, ReportTemplate after) {
    Map<String, String> old = lines(before);
    Map<String, String> now = lines(after);
    Set<String> all = new LinkedHashSet<>(now.keySet());
    all.addAll(old.keySet());
    List<Change> changes = new ArrayList<>();
    for (String what : all) {
      Optional<String> was = Optional.ofNullable(old.get(what));
      Optional<String> is = Optional.ofNullable(now.get(what));
      if (!was.equals(is)) {
        changes.add(new Change(what, was, is));
      }
    }
    return changes;
  }

  private static Map<String, String> lines(ReportTemplate template) {
    Definition definition = template.definition();
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("fit", definition.onePage() ? "one-page" : "pages");
    lines.put(
        "compare",
        definition.comparisons().stream().map(Comparison::word).collect(Collectors.joining(", ")));
    lines.put("trail", String.valueOf(definition.trail()));
    lines.put("raw", String.valueOf(definition.rawRows()));
    lines.put("scorecard", ids(definition.scorecard()));
    lines.put("findings", String.valueOf(definition.findings()));
    lines.put(
        "sections",
        definition.sections().stream()
            .map(SectionDefinition::key)
            .collect(Collectors.joining(", ")));
    definition.sections().forEach(section -> section(lines, section));
    for (String language : Words.LANGUAGES) {
      template
          .words(language)
          .forEach((key, text) -> lines.put("text " + key + " (" + language + ")", text));
    }
    return lines;
  }

  private static void section(Map<String, String> lines, SectionDefinition section) {
    String at = "section " + section.key() + ": ";
    section.words().titles().forEach((in, title) -> lines.put(at + "title" + in(in), title));
    section.words().texts().forEach((in, text) -> lines.put(at + "text" + in(in), text));
    lines.put(at + "figures", ids(section.figures()));
    if (section.optional()) {
      lines.put(at + "optional", "true");
    }
    section
        .trend()
        .ifPresent(trend -> lines.put(at + "trend", trend.kpi().value() + by(trend.by())));
    int number = 1;
    for (BreakdownDefinition breakdown : section.breakdowns()) {
      lines.put(
          at + "breakdown " + number++,
          "by %s: %s; top %d%s"
              .formatted(
                  breakdown.by(),
                  ids(breakdown.kpis()),
                  breakdown.top(),
                  breakdown.bars() ? ", with bars" : ""));
    }
    number = 1;
    for (BlockDefinition block : section.blocks()) {
      lines.put(
          at + "block " + number++,
          block.show().name().toLowerCase(Locale.ROOT)
              + " of "
              + ids(block.kpis())
              + block.plan().map(plan -> ", planned by " + plan.value()).orElse("")
              + block.by().map(by -> ", by " + by + by(block.over())).orElse("")
              + (block.show() == Show.MOVERS ? ", top " + block.top() : ""));
    }
  }

  private static String in(String language) {
    return " (" + language + ")";
  }

  private static String by(io.retainer.spi.Grain grain) {
    return ", by " + grain.name().toLowerCase(Locale.ROOT);
  }

  private static String ids(List<Line<KpiId>> lines) {
    return lines.stream().map(line -> line.value().value()).collect(Collectors.joining(", "));
  }
}
