package io.retainer.app.composing;

import io.retainer.app.shell.Page;
import io.retainer.rendering.template.TemplateChanges.Change;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Parts of a report and what they are, as the reader of a page says them. Commands and files name
 * them as {@link Change} does.
 *
 * @param sections title of a section by its key, the key itself where it has none
 * @param kpis name of a KPI by its id
 */
record PartWords(Page page, UnaryOperator<String> sections, UnaryOperator<String> kpis) {

  private static final Pattern SECTION = Pattern.compile("section ([^:]+): (.+)");
  private static final Pattern TEXT = Pattern.compile("text (.+) \\(([a-z]{2})\\)");
  private static final Pattern IN = Pattern.compile("(title|text) \\(([a-z]{2})\\)");
  private static final Pattern NUMBERED = Pattern.compile("(breakdown|block) ([0-9]+)");
  private static final String KEY = "composing.part.";

  /** The part that differs. */
  String what(Change change) {
    Matcher section = SECTION.matcher(change.what());
    if (section.matches()) {
      return page.text(
          KEY + "section", sections.apply(section.group(1)), ofSection(section.group(2)));
    }
    Matcher text = TEXT.matcher(change.what());
    return text.matches()
        ? page.text(KEY + "text", text.group(1), language(text.group(2)))
        : known(change.what());
  }

  private String ofSection(String part) {
    Matcher in = IN.matcher(part);
    if (in.matches()) {
      String word = page.text(KEY + (in.group(1).equals("text") ? "words" : "title"));
      return page.text(KEY + "in", word, language(in.group(2)));
    }
    Matcher numbered = NUMBERED.matcher(part);
    return numbered.matches() ? page.text(KEY + numbered.group(1), numbered.group(2)) : known(part);
  }

  /** What it was or is. */
  String value(Change change, String value) {
    if (change.what().equals("scorecard") || change.what().endsWith(": figures")) {
      return each(value, kpis);
    }
    return switch (change.what()) {
      case "sections" -> each(value, sections);
      case "compare" -> each(value, word -> text("composing.compare." + word, word));
      default -> known(value);
    };
  }

  private static String each(String list, UnaryOperator<String> name) {
    return Arrays.stream(list.split(", ")).map(name).collect(Collectors.joining(", "));
  }

  private String language(String tag) {
    return page.language(Locale.forLanguageTag(tag));
  }

  private String known(String word) {
    return text(KEY + word, word);
  }

  private String text(String key, String otherwise) {
    return page.texts().has(key) ? page.text(key) : otherwise;
  }
}
