package io.retainer.app.shell;

import io.retainer.rendering.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the server says when it refuses something, in the language of who reads it. Programs and
 * commands get it in English, as it is written where it is found out; pages look the sentence up
 * here, by the texts {@code told_en.properties}, and show what is not there in English.
 */
public final class Told {

  private static final Pattern HOLE = Pattern.compile("\\{[0-9]}");

  /** What is longer is no sentence of ours. */
  private static final int LONGEST = 4000;

  private static final Map<Language, Map<String, String>> TEXTS = new ConcurrentHashMap<>();

  /** Those with more words of ours first: "{0}: {1}" would take them all. */
  private static final List<Sentence> SENTENCES =
      texts(Language.EN).entrySet().stream()
          .map(each -> Sentence.of(each.getKey(), each.getValue()))
          .sorted(Comparator.comparingInt(Sentence::words).reversed())
          .toList();

  private Told() {}

  private record Sentence(String key, Pattern pattern, List<Integer> holes, int words) {

    static Sentence of(String key, String english) {
      List<Integer> holes = new ArrayList<>();
      StringBuilder pattern = new StringBuilder();
      Matcher matcher = HOLE.matcher(english);
      int from = 0;
      while (matcher.find()) {
        pattern.append(Pattern.quote(english.substring(from, matcher.start()))).append("(.*?)");
        holes.add(matcher.group().charAt(1) - '0');
        from = matcher.end();
      }
      pattern.append(Pattern.quote(english.substring(from)));
      return new Sentence(
          key,
          Pattern.compile(pattern.toString(), Pattern.DOTALL),
          holes,
          english.length() - 3 * holes.size());
    }
  }

  /** Whether it is said in that language too. */
  public static boolean isKnown(Language language, String english) {
    return language == Language.EN || in(language, english).isPresent();
  }

  /** The sentence in a language; as it is where it is not known. */
  public static String orAsIs(Language language, String english) {
    return in(language, english).orElse(english);
  }

  /** Empty for what is not known. */
  static Optional<String> in(Language language, String english) {
    if (language == Language.EN) {
      return Optional.of(english);
    }
    if (english.length() > LONGEST) {
      return Optional.empty();
    }
    boolean hasStop = english.endsWith(".");
    String bare = hasStop ? english.substring(0, english.length() - 1) : english;
    for (Sentence sentence : SENTENCES) {
      Matcher found = sentence.pattern().matcher(bare);
      if (found.matches()) {
        String said = said(language, sentence, found);
        return Optional.of(hasStop && !said.endsWith(".") ? said + "." : said);
      }
    }
    return Optional.empty();
  }

  /** What stands in a sentence may be one of ours again. */
  private static String said(Language language, Sentence sentence, Matcher found) {
    Object[] arguments = new Object[sentence.holes().size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[sentence.holes().get(i)] = orAsIs(language, found.group(i + 1));
    }
    return Words.fill(texts(language).get(sentence.key()), arguments);
  }

  private static Map<String, String> texts(Language language) {
    return TEXTS.computeIfAbsent(language, Told::load);
  }

  private static Map<String, String> load(Language language) {
    String file = "/io/retainer/app/told_" + language.tag() + ".properties";
    try (InputStream bytes = Told.class.getResourceAsStream(file)) {
      return Words.read(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Could not read " + file, e);
    }
  }
}
