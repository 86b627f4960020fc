package io.retainer.rendering.template;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What all templates share.
 *
 * @param parts layout parts by file name: {@code report.jrxml}
 */
public record Style(Map<String, String> parts, Texts texts) {

  static final String FOLDER = "style";

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
    return new Style(parts, texts);
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
