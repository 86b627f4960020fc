package io.retainer.rendering.template;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What all templates share.
 *
 * @param parts layout parts by file name: {@code report.jrxml}
 */
public record Style(Map<String, String> parts, Texts texts, Paper paper, Brand brand) {

  static final String FOLDER = "style";

  private static final String LOOK = FOLDER + "/look.yaml";

  public Style {
    parts = Map.copyOf(parts);
  }

  static Style read(LayeredFiles files) {
    Map<String, String> parts = new TreeMap<>();
    for (String name : files.filesIn(FOLDER)) {
      if (name.endsWith(".jrxml")) {
        parts.put(name, files.effective(FOLDER + "/" + name));
      }
    }
    Texts texts = Texts.read(files, FOLDER);
    List<String> missing = texts.missing(FOLDER);
    if (!missing.isEmpty()) {
      throw new TemplateException(missing);
    }
    return look(files, parts, texts);
  }

  /** The last layer that names a thing says it: the client's, the agency's, ours. */
  private static Style look(LayeredFiles files, Map<String, String> parts, Texts texts) {
    List<String> problems = new ArrayList<>();
    Paper paper = Paper.A4;
    Optional<Color> primary = Optional.empty();
    Optional<Color> accent = Optional.empty();
    for (String source : files.all(LOOK)) {
      YamlLines look = YamlLines.read(LOOK, source, problems);
      look.allow("paper", "primary", "accent");
      if (look.children().containsKey("paper")) {
        paper = paper(look.text("paper"), look.children().get("paper").at(), problems);
      }
      primary = colour(look, "primary", problems).or(orElse(primary));
      accent = colour(look, "accent", problems).or(orElse(accent));
    }
    if (!problems.isEmpty()) {
      throw new TemplateException(problems);
    }
    Brand brand =
        new Brand(primary, accent, logo(files, Brand.AGENCY_LOGO), logo(files, Brand.CLIENT_LOGO));
    return new Style(parts, texts, paper, brand);
  }

  private static Supplier<Optional<Color>> orElse(Optional<Color> earlier) {
    return () -> earlier;
  }

  private static Optional<Color> colour(YamlLines look, String key, List<String> problems) {
    if (!look.children().containsKey(key)) {
      return Optional.empty();
    }
    String word = look.text(key);
    if (!word.matches("#[0-9A-Fa-f]{6}")) {
      problems.add(
          look.children().get(key).at()
              + ": \""
              + key
              + "\" is a colour like \"#3450c9\", in quotes; saw \""
              + word
              + "\"");
      return Optional.empty();
    }
    return Optional.of(Color.decode(word));
  }

  private static Optional<Logo> logo(LayeredFiles files, String name) {
    return files
        .last(Brand.ENDINGS.stream().map(ending -> FOLDER + "/" + name + ending).toList())
        .map(file -> Logo.read(file, FOLDER + "/" + file.getFileName()));
  }

  private static Paper paper(String word, String at, List<String> problems) {
    for (Paper paper : Paper.values()) {
      if (paper.word().equals(word)) {
        return paper;
      }
    }
    problems.add(at + ": \"paper\" is a4 or letter; saw \"" + word + "\"");
    return Paper.A4;
  }

  /**
   * The source of a layout part.
   *
   * @throws TemplateException naming the parts there are
   */
  public String part(String name) {
    String source = parts.get(name);
    if (source == null) {
      throw new TemplateException(
          List.of(
              "The layout part "
                  + FOLDER
                  + "/"
                  + name
                  + " is missing; there are "
                  + parts.keySet()));
    }
    return source;
  }
}
