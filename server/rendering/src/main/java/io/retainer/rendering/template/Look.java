package io.retainer.rendering.template;

import io.retainer.rendering.chart.Palette;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one {@code style/look.yaml} says; nothing where it leaves the word to the one below it.
 *
 * @param agency the name of who makes the reports
 * @param primary of lines, bars and headings
 * @param accent of the ribbon on the cover
 */
public record Look(
    Optional<Paper> paper,
    Optional<String> agency,
    Optional<Color> primary,
    Optional<Color> accent) {

  /** Where it lies in a folder of templates. */
  public static final String FILE = Style.FOLDER + "/look.yaml";

  static final Look NONE =
      new Look(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private static final int LONGEST_NAME = 120;

  /**
   * @throws TemplateException naming each mistake with its line
   */
  public static Look read(String source) {
    List<String> problems = new ArrayList<>();
    Look look = read(source, problems);
    if (!problems.isEmpty()) {
      throw new TemplateException(problems);
    }
    return look;
  }

  static Look read(String source, List<String> problems) {
    YamlLines look = YamlLines.read(FILE, source, problems);
    look.allow("paper", "agency", "primary", "accent");
    return new Look(
        paper(look, problems),
        name(look, problems),
        colour(look, "primary", problems),
        colour(look, "accent", problems));
  }

  /** This one where it says something, else the earlier one. */
  Look over(Look earlier) {
    return new Look(
        paper.or(earlier::paper),
        agency.or(earlier::agency),
        primary.or(earlier::primary),
        accent.or(earlier::accent));
  }

  Palette palette() {
    return Palette.of(primary, accent);
  }

  private static Optional<Paper> paper(YamlLines look, List<String> problems) {
    if (!look.children().containsKey("paper")) {
      return Optional.empty();
    }
    String word = look.text("paper");
    for (Paper paper : Paper.values()) {
      if (paper.word().equals(word)) {
        return Optional.of(paper);
      }
    }
    problems.add(at(look, "paper") + " is a4 or letter; saw \"" + word + "\"");
    return Optional.empty();
  }

  private static Optional<String> name(YamlLines look, List<String> problems) {
    if (!look.children().containsKey("agency")) {
      return Optional.empty();
    }
    String name = look.text("agency").strip();
    if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
      problems.add(
          at(look, "agency") + " is a name of one line, up to " + LONGEST_NAME + " characters");
      return Optional.empty();
    }
    return Optional.of(name).filter(given -> !given.isEmpty());
  }

  private static Optional<Color> colour(YamlLines look, String key, List<String> problems) {
    if (!look.children().containsKey(key)) {
      return Optional.empty();
    }
    String word = look.text(key);
    if (!word.matches("#[0-9A-Fa-f]{6}")) {
      problems.add(
          at(look, key) + " is a colour like \"#3450c9\", in quotes; saw \"" + word + "\"");
      return Optional.empty();
    }
    return Optional.of(Color.decode(word));
  }

  private static String at(YamlLines look, String key) {
    return look.children().get(key).at() + ": \"" + key + "\"";
  }
}
