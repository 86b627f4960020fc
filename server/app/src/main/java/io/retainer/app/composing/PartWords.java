package io.retainer.app.composing;

import io.retainer.app.shell.Page;
import io.retainer.rendering.template.TemplateChanges.Subject;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Parts of a report and what they are, as the reader of a page says them. Commands and files name
 * them as {@link Subject} does.
 *
 * @param sections title of a section by its key, the key itself where it has none
 * @param kpis name of a KPI by its id
 */
record PartWords(Page page, UnaryOperator<String> sections, UnaryOperator<String> kpis) {

  private static final String KEY = "composing.part.";

  /** The part that differs. */
  String what(Subject subject) {
    if (!subject.section().isEmpty()) {
      return page.text(KEY + "section", sections.apply(subject.section()), ofSection(subject));
    }
    return subject.language().isEmpty()
        ? known(subject.word())
        : page.text(KEY + "text", subject.which(), language(subject));
  }

  private String ofSection(Subject subject) {
    if (!subject.language().isEmpty()) {
      String word = page.text(KEY + (subject.word().equals("text") ? "words" : subject.word()));
      return page.text(KEY + "in", word, language(subject));
    }
    return subject.which().isEmpty()
        ? known(subject.word())
        : page.text(KEY + subject.word(), subject.which());
  }

  /** What it was or is. */
  String value(Subject subject, String value) {
    if (!subject.language().isEmpty()) {
      return value;
    }
    return switch (subject.word()) {
      case "scorecard", "figures" -> each(value, kpis);
      case "sections" -> each(value, sections);
      case "compare" -> each(value, word -> text("composing.compare." + word, word));
      default -> known(value);
    };
  }

  private static String each(String list, UnaryOperator<String> name) {
    return Arrays.stream(list.split(", ")).map(name).collect(Collectors.joining(", "));
  }

  private String language(Subject subject) {
    return page.language(Locale.forLanguageTag(subject.language()));
  }

  private String known(String word) {
    return text(KEY + word, word);
  }

  private String text(String key, String otherwise) {
    return page.texts().has(key) ? page.text(key) : otherwise;
  }
}
