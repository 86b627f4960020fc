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
   * A part of a template that may differ. It reads as files and commands name it: {@code trail},
   * {@code section web: figures}, {@code text section.web.title (fi)}.
   *
   * @param section key of the section it belongs to; empty for the report
   * @param word what it is: {@code trail}, {@code figures}, {@code title}
   * @param which key of a text, or number of a breakdown or block; empty where there is but one
   * @param language of a text; empty for all else
   */
  public record Subject(String section, String word, String which, String language) {

    @Override
    public String toString() {
      return (section.isEmpty() ? "" : "section " + section + ": ")
          + word
          + (which.isEmpty() ? "" : " " + which)
          + (language.isEmpty() ? "" : " (" + language + ")");
    }
  }

  /**
   * A part that differs.
   *
   * @param before empty where it is new
   * @param after empty where it is gone
   */
  public record Change(Subject subject, Optional<String> before, Optional<String> after) {}

  /** In the order of the later version; what is gone comes last. */
  public static List<Change> between(ReportTemplate before, ReportTemplate after) {
    Map<Subject, String> old = parts(before);
    Map<Subject, String> now = parts(after);
    Set<Subject> all = new LinkedHashSet<>(now.keySet());
    all.addAll(old.keySet());
    List<Change> changes = new ArrayList<>();
    for (Subject subject : all) {
      Optional<String> was = Optional.ofNullable(old.get(subject));
      Optional<String> is = Optional.ofNullable(now.get(subject));
      if (!was.equals(is)) {
        changes.add(new Change(subject, was, is));
      }
    }
    return changes;
  }

  private static Map<Subject, String> parts(ReportTemplate template) {
    Definition definition = template.definition();
    Map<Subject, String> parts = new LinkedHashMap<>();
    parts.put(ofReport("fit"), definition.onePage() ? "one-page" : "pages");
    parts.put(
        ofReport("compare"),
        definition.comparisons().stream().map(Comparison::word).collect(Collectors.joining(", ")));
    parts.put(ofReport("trail"), String.valueOf(definition.trail()));
    parts.put(ofReport("raw"), String.valueOf(definition.rawRows()));
    parts.put(ofReport("scorecard"), ids(definition.scorecard()));
    parts.put(ofReport("findings"), String.valueOf(definition.findings()));
    parts.put(
        ofReport("sections"),
        definition.sections().stream()
            .map(SectionDefinition::key)
            .collect(Collectors.joining(", ")));
    definition.sections().forEach(section -> section(parts, section));
    for (String language : Words.LANGUAGES) {
      template
          .words(language)
          .forEach((key, text) -> parts.put(new Subject("", "text", key, language), text));
    }
    return parts;
  }

  private static Subject ofReport(String word) {
    return new Subject("", word, "", "");
  }

  private static void section(Map<Subject, String> parts, SectionDefinition section) {
    String key = section.key();
    section
        .words()
        .titles()
        .forEach((in, title) -> parts.put(new Subject(key, "title", "", in), title));
    section
        .words()
        .texts()
        .forEach((in, text) -> parts.put(new Subject(key, "text", "", in), text));
    parts.put(new Subject(key, "figures", "", ""), ids(section.figures()));
    if (section.optional()) {
      parts.put(new Subject(key, "optional", "", ""), "true");
    }
    section
        .trend()
        .ifPresent(
            trend ->
                parts.put(new Subject(key, "trend", "", ""), trend.kpi().value() + by(trend.by())));
    int number = 1;
    for (BreakdownDefinition breakdown : section.breakdowns()) {
      parts.put(
          new Subject(key, "breakdown", String.valueOf(number++), ""),
          "by %s: %s; top %d%s"
              .formatted(
                  breakdown.by(),
                  ids(breakdown.kpis()),
                  breakdown.top(),
                  breakdown.bars() ? ", with bars" : ""));
    }
    number = 1;
    for (BlockDefinition block : section.blocks()) {
      parts.put(
          new Subject(key, "block", String.valueOf(number++), ""),
          block.show().name().toLowerCase(Locale.ROOT)
              + " of "
              + ids(block.kpis())
              + block.plan().map(plan -> ", planned by " + plan.value()).orElse("")
              + block.by().map(by -> ", by " + by + by(block.over())).orElse("")
              + (block.show() == Show.MOVERS ? ", top " + block.top() : ""));
    }
  }

  private static String by(io.retainer.spi.Grain grain) {
    return ", by " + grain.name().toLowerCase(Locale.ROOT);
  }

  private static String ids(List<Line<KpiId>> lines) {
    return lines.stream().map(line -> line.value().value()).collect(Collectors.joining(", "));
  }
}
