package io.retainer.rendering.letters;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * A name in a script that no font here draws, in Latin letters: not as its readers would write it,
 * but told from all others. It follows the names that Unicode gives to letters, so it needs no
 * table: DEVANAGARI LETTER KA and VOWEL SIGN II are {@code kii}.
 */
public final class Spelled {

  private static final String BEGIN = "\u2039";
  private static final String END = "\u203a";

  /** An own sound within each consonant, unless a sign says otherwise. */
  private static final char INHERENT = 'a';

  private static final Map<String, String> SIGNS =
      Map.of("ANUSVARA", "m", "CANDRABINDU", "m", "BINDI", "m", "TIPPI", "m", "VISARGA", "h");

  private Spelled() {}

  /** Who knows what a page can show. */
  public interface Drawn {
    boolean isDrawn(int point);
  }

  /** Whether some of a text was spelled. */
  public static boolean isIn(String text) {
    return text.contains(BEGIN);
  }

  /**
   * The text with all that is not drawn in Latin letters; those stand between single guillemets, so
   * that nobody takes them for the name itself. Ornaments of letters, as in posts, are left out.
   */
  public static String of(String text, Drawn drawn) {
    StringBuilder all = new StringBuilder(text.length());
    StringBuilder run = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              if (drawn.isDrawn(point)) {
                end(run, all);
                all.appendCodePoint(point);
                return;
              }
              String plain = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC);
              if (plain.codePoints().allMatch(drawn::isDrawn)) {
                end(run, all);
                all.append(plain);
              } else {
                letter(point, run);
              }
            });
    end(run, all);
    return all.toString().replace(END + " " + BEGIN, " ");
  }

  /** What is no text at all, like a name of nothing but pictographs: what they show. */
  public static String pictures(String text) {
    StringBuilder said = new StringBuilder();
    text.codePoints()
        .filter(point -> Character.getType(point) == Character.OTHER_SYMBOL)
        .mapToObj(Character::getName)
        .forEach(name -> said.append(said.isEmpty() ? "" : ", ").append(lower(name)));
    return BEGIN + (said.isEmpty() ? "?" : said) + END;
  }

  private static void end(StringBuilder run, StringBuilder all) {
    if (!run.isEmpty()) {
      all.append(BEGIN).append(run).append(END);
      run.setLength(0);
    }
  }

  private static void letter(int point, StringBuilder run) {
    String name = Character.getName(point);
    if (Character.isDigit(point)) {
      run.append(Character.digit(point, 10));
    } else if (name == null || Character.isIdeographic(point)) {
      if (Character.isLetter(point)) {
        run.append(String.format(Locale.ROOT, "U+%04X", point));
      }
    } else if (isMark(point)) {
      sign(name, run);
    } else if (Character.isLetter(point)) {
      run.append(lower(last(name)));
    }
  }

  private static boolean isMark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static void sign(String name, StringBuilder run) {
    if (name.contains(" VOWEL ")) {
      withoutInherent(run);
      run.append(lower(last(name)));
    } else if (name.endsWith("VIRAMA")
        || name.endsWith("COENG")
        || name.endsWith("ASAT")
        || name.endsWith("AL-LAKUNA")) {
      withoutInherent(run);
    } else {
      run.append(SIGNS.getOrDefault(last(name), ""));
    }
  }

  private static void withoutInherent(StringBuilder run) {
    if (!run.isEmpty() && run.charAt(run.length() - 1) == INHERENT) {
      run.setLength(run.length() - 1);
    }
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf(' ') + 1);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
