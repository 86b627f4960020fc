package io.retainer.rendering.template;

import io.retainer.rendering.words.Formats;
import io.retainer.rendering.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What one template says in one language, with the formats of that language. */
public final class ReportTexts {

  private final String template;
  private final Locale locale;
  private final Map<String, String> own;
  private final Map<String, String> shared;
  private final Formats formats;

  ReportTexts(String template, Locale locale, Map<String, String> own, Map<String, String> shared) {
    this.template = template;
    this.locale = locale;
    this.own = own;
    this.shared = shared;
    this.formats = Formats.of(locale);
  }

  /** The language the texts are in; English when there are none in the one asked for. */
  public Locale locale() {
    return locale;
  }

  public Formats formats() {
    return formats;
  }

  /**
   * @throws TemplateException naming template, language and key
   */
  public String text(String key, Object... arguments) {
    return find(key, arguments)
        .orElseThrow(
            () ->
                new TemplateException(
                    List.of(
                        "Template "
                            + template
                            + " has no text \""
                            + key
                            + "\" in language "
                            + locale.getLanguage())));
  }

  public Optional<String> find(String key, Object... arguments) {
    return Optional.ofNullable(own.getOrDefault(key, shared.get(key)))
        .map(text -> Words.fill(text, arguments));
  }
}
