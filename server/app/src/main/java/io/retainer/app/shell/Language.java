package io.retainer.app.shell;

import java.util.Locale;
import java.util.Optional;

/** The languages of the pages. */
public enum Language {
  EN("en", "English"),
  RU("ru", "Русский"),
  BE("be", "Беларуская"),
  FI("fi", "Suomi");

  private final String tag;
  private final String ownName;

  Language(String tag, String ownName) {
    this.tag = tag;
    this.ownName = ownName;
  }

  public String tag() {
    return tag;
  }

  public String ownName() {
    return ownName;
  }

  public Locale locale() {
    return Locale.forLanguageTag(tag);
  }

  public static Optional<Language> tagged(String tag) {
    for (Language language : values()) {
      if (language.tag.equals(tag)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }

  /**
   * The language of a report.
   *
   * @throws IllegalArgumentException when reports do not speak it
   */
  public static Locale ofReports(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    return tagged(locale.getLanguage())
        .map(spoken -> locale)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "\"" + tag + "\" is no language of reports; write en, ru, be or fi"));
  }

  /** The first of the reader's languages that we speak, else English. */
  public static Language accepted(String header) {
    try {
      for (Locale.LanguageRange range : Locale.LanguageRange.parse(header)) {
        Optional<Language> spoken = tagged(range.getRange().split("-", 2)[0]);
        if (spoken.isPresent() && range.getWeight() > 0) {
          return spoken.get();
        }
      }
    } catch (IllegalArgumentException e) {
      return EN;
    }
    return EN;
  }
}
