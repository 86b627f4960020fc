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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the server says when it refuses something, in the language of who reads it. Programs and
 * commands get it in English, as it is written where it is found out; pages look the sentence up
 * here, by the texts {@code told_en.properties}, and show what is not there in English.
 */
public final class Told {

  private static final Pattern HOLE = Pattern.compile("\\{[0-9]}");

  /** Where something stands is a sentence of its own, and no beginning of what is said of it. */
  private static final Pattern PLACE = Pattern.compile("Line [0-9]+[,:].*", Pattern.DOTALL);

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

  /**
   * @param head what it begins with, {@code tail} what it ends with: quicker to see than the
   *     pattern
   * @param words how many letters are ours
   */
  private record Sentence(
      String key, String head, Pattern pattern, String tail, List<Integer> holes, int words) {

    static Sentence of(String key, String english) {
      List<Integer> holes = new ArrayList<>();
      StringBuilder pattern = new StringBuilder();
      Matcher matcher = HOLE.matcher(english);
      int from = 0;
      String head = english;
      while (matcher.find()) {
        head = from == 0 ? english.substring(0, matcher.start()) : head;
        pattern.append(Pattern.quote(english.substring(from, matcher.start()))).append("(.*?)");
        holes.add(matcher.group().charAt(1) - '0');
        from = matcher.end();
      }
      String tail = english.substring(from);
      pattern.append(Pattern.quote(tail));
      return new Sentence(
          key,
          head,
          Pattern.compile(pattern.toString(), Pattern.DOTALL),
          tail,
          holes,
          english.length() - 3 * holes.size());
    }
  }

  /** Whether it is said in that language too. */
  public static boolean isKnown(Language language, String english) {
    return language == Language.EN || in(language, english).isPresent();
  }

  /** Whether it is one of ours, and not what somebody else said. */
  public static boolean isOurs(String english) {
    return found(english).isPresent();
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
    List<String> lines = english.lines().toList();
    if (lines.size() > 1 && lines.stream().allMatch(line -> isKnown(language, line))) {
      return Optional.of(
          lines.stream().map(line -> orAsIs(language, line)).collect(Collectors.joining("\n")));
    }
    boolean hasStop = english.endsWith(".");
    return found(english)
        .map(found -> said(language, found))
        .map(said -> hasStop && !said.endsWith(".") ? said + "." : said);
  }

  private record Found(Sentence sentence, Matcher parts) {}

  private static Optional<Found> found(String english) {
    if (english.length() > LONGEST) {
      return Optional.empty();
    }
    String bare = english.endsWith(".") ? english.substring(0, english.length() - 1) : english;
    return SENTENCES.stream()
        .filter(each -> bare.startsWith(each.head()) && bare.endsWith(each.tail()))
        .map(sentence -> new Found(sentence, sentence.pattern().matcher(bare)))
        .filter(found -> found.parts().matches())
        .filter(found -> !isPlaceTaken(found))
        .findFirst();
  }

  private static boolean isPlaceTaken(Found found) {
    return found.sentence().head().isEmpty() && PLACE.matcher(found.parts().group(1)).matches();
  }

  /** Which of the texts says a sentence. */
  static Optional<String> key(String english) {
    return found(english).map(found -> found.sentence().key());
  }

  static Set<String> keys() {
    return texts(Language.EN).keySet();
  }

  /** What stands in a sentence may be one of ours again. */
  private static String said(Language language, Found found) {
    List<Integer> holes = found.sentence().holes();
    Object[] arguments = new Object[holes.size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[holes.get(i)] = orAsIs(language, found.parts().group(i + 1));
    }
    return Words.fill(texts(language).get(found.sentence().key()), arguments);
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
