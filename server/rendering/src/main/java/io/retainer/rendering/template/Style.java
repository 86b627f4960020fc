package io.retainer.rendering.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What all templates share.
 *
 * @param parts layout parts by file name: {@code report.jrxml}
 */
public record Style(Map<String, String> parts, Texts texts, Paper paper) {

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
    return new Style(parts, texts, paper(files));
  }

  /** The last layer that names one says it: the client's, the agency's, ours. */
  private static Paper paper(LayeredFiles files) {
    List<String> problems = new ArrayList<>();
    Paper paper = Paper.A4;
    for (String source : files.all(LOOK)) {
      YamlLines look = YamlLines.read(LOOK, source, problems);
      look.allow("paper");
      if (look.children().containsKey("paper")) {
        paper = paper(look.text("paper"), look.children().get("paper").at(), problems);
      }
    }
    if (!problems.isEmpty()) {
      throw new TemplateException(problems);
    }
    return paper;
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
