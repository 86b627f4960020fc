package io.retainer.app.access;

import com.nulabinc.zxcvbn.Pattern;
import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.matchers.Match;
import java.util.Comparator;
import java.util.List;

/** Why a password would be guessed soon: it is on the lists, or follows a pattern. */
final class EasyPassword {

  /** Of 0 to 4: three stands for more than a hundred million guesses. */
  private static final int GOOD = 3;

  /** What is longer is measured by its beginning: the time it takes grows fast. */
  private static final int MEASURED = 64;

  private EasyPassword() {}

  /**
   * @param name of who chooses it; what it is made of is no secret
   * @return key of the text that says why, empty for a good one
   */
  static String problem(String name, String password) {
    Strength strength = measure(name, password);
    return strength.getScore() >= GOOD ? "" : "account.password-easy-" + why(strength);
  }

  private static Strength measure(String name, String password) {
    String measured = password.substring(0, Math.min(password.length(), MEASURED));
    return new Zxcvbn().measure(measured, List.of(name, "retainer"));
  }

  /** By the longest part that was recognised. */
  private static String why(Strength strength) {
    return strength.getSequence().stream()
        .filter(match -> match.pattern != Pattern.Bruteforce)
        .max(Comparator.comparingInt(match -> match.token.length()))
        .map(EasyPassword::word)
        .orElse("short");
  }

  private static String word(Match match) {
    return switch (match.pattern) {
      case Dictionary -> "common";
      case Repeat -> "repeat";
      case Sequence -> match.token.chars().distinct().count() == 1 ? "repeat" : "sequence";
      case Spatial -> "keyboard";
      case Date, Regex -> "date";
      default -> "short";
    };
  }
}
