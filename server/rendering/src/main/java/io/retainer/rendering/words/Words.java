package io.retainer.rendering.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The words of one language, by key. */
public final class Words {

  /** The languages reports are written in. */
  public static final List<String> LANGUAGES = List.of("en", "ru", "be", "fi");

  private static final Map<String, Words> LOADED = new ConcurrentHashMap<>();

  private final String language;
  private final Map<String, String> texts;

  private Words(String language, Map<String, String> texts) {
    this.language = language;
    this.texts = texts;
  }

  /** The words of the locale's language, English for a language nobody has written yet. */
  public static Words of(Locale locale) {
    String language = LANGUAGES.contains(locale.getLanguage()) ? locale.getLanguage() : "en";
    return LOADED.computeIfAbsent(language, Words::load);
  }

  private static Words load(String language) {
    return new Words(language, packaged("words_" + language + ".properties"));
  }

  static Map<String, String> packaged(String file) {
    try (InputStream bytes = Words.class.getResourceAsStream(file)) {
      if (bytes == null) {
        throw new IllegalStateException("The words in " + file + " are not packaged");
      }
      return read(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Could not read " + file, e);
    }
  }

  /** Reads texts by key; used for the words and for the texts of templates. */
  public static Map<String, String> read(Reader reader) throws IOException {
    Properties properties = new Properties();
    properties.load(reader);
    Map<String, String> texts = new TreeMap<>();
    properties.forEach((key, value) -> texts.put((String) key, (String) value));
    return texts;
  }

  public String language() {
    return language;
  }

  /** All keys with their texts. */
  public Map<String, String> all() {
    return Map.copyOf(texts);
  }

  /** The text with {@code {0}}, {@code {1}} … replaced. */
  public String text(String key, Object... arguments) {
    return find(key, arguments)
        .orElseThrow(
            () -> new IllegalArgumentException("No word \"" + key + "\" in language " + language));
  }

  public Optional<String> find(String key, Object... arguments) {
    return Optional.ofNullable(texts.get(key)).map(text -> fill(text, arguments));
  }

  /** The text in the form that the number asks for: {@code days.one}, {@code days.few} … */
  public String plural(String key, long count, String written) {
    return text(key + "." + PluralRule.named(texts.get("plural.rule")).form(count), written);
  }

  /**
   * Replaces {@code {0}}, {@code {1}} … once; what is put in is never read again. A full stop after
   * something that ends with one, as "2026 г." does, is left out.
   */
  public static String fill(String text, Object... arguments) {
    StringBuilder filled = new StringBuilder(text.length() + 32);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '{' && i + 2 < text.length() && text.charAt(i + 2) == '}') {
        int index = text.charAt(i + 1) - '0';
        if (index >= 0 && index < arguments.length) {
          String put = String.valueOf(arguments[index]);
          filled.append(put);
          i += 2;
          if (put.endsWith(".") && isFullStop(text, i + 1)) {
            i++;
          }
          continue;
        }
      }
      filled.append(c);
    }
    return filled.toString();
  }

  /** One and not the first of three dots. */
  private static boolean isFullStop(String text, int at) {
    return at < text.length()
        && text.charAt(at) == '.'
        && (at + 1 == text.length() || text.charAt(at + 1) != '.');
  }
}
