package io.retainer.app.shell;

import io.retainer.rendering.words.Words;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The words of the pages in one language. A missing text is a bug that a test finds. */
public final class Texts {

  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private static final Map<Language, Texts> LOADED = new EnumMap<>(Language.class);

  private final ResourceBundle bundle;

  private Texts(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  public static synchronized Texts in(Language language) {
    return LOADED.computeIfAbsent(language, wanted -> new Texts(load(wanted.locale())));
  }

  private static ResourceBundle load(Locale locale) {
    return ResourceBundle.getBundle(
        "io.retainer.app.texts", locale, Texts.class.getClassLoader(), NO_FALLBACK);
  }

  /**
   * @param arguments stand for {0}, {1} and so on
   */
  public String text(String key, Object... arguments) {
    try {
      // MessageFormat would make a trap of every apostrophe.
      return Words.fill(bundle.getString(key), arguments);
    } catch (MissingResourceException e) {
      throw new IllegalStateException(
          "The pages have no text \"" + key + "\" in " + bundle.getLocale(), e);
    }
  }

  /** A time of day as it is written in the language: {@code 08:00}, {@code 8.00}. */
  public String time(LocalTime time) {
    return DateTimeFormatter.ofPattern(text("time-of-day")).format(time);
  }

  /** A day of each year as it is written in the language: {@code 15 January}. */
  public String day(MonthDay day) {
    return DateTimeFormatter.ofPattern(text("day-of-year"), bundle.getLocale()).format(day);
  }

  public boolean has(String key) {
    return bundle.containsKey(key);
  }
}
