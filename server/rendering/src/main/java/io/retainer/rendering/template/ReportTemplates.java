package io.retainer.rendering.template;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The templates of an installation, read once. Open them again to see what was edited since. */
public final class ReportTemplates {

  static final String DEFINITION = "report.yaml";

  private final Map<String, ReportTemplate> templates;
  private final Map<String, List<String>> broken;
  private final Style style;

  private ReportTemplates(
      Map<String, ReportTemplate> templates, Map<String, List<String>> broken, Style style) {
    this.templates = templates;
    this.broken = broken;
    this.style = style;
  }

  /**
   * Reads the templates of all layers that exist.
   *
   * @param layers folders like {@code report-templates}, the ones that override last
   * @throws TemplateException when the shared style cannot be used
   */
  public static ReportTemplates open(List<Path> layers) {
    LayeredFiles files = new LayeredFiles(layers);
    Style style = Style.read(files);
    Map<String, ReportTemplate> templates = new LinkedHashMap<>();
    Map<String, List<String>> broken = new LinkedHashMap<>();
    for (String id : files.foldersWith(DEFINITION)) {
      try {
        templates.put(id, ReportTemplate.read(id, files, style));
      } catch (TemplateException e) {
        broken.put(id, e.problems());
      }
    }
    return new ReportTemplates(templates, broken, style);
  }

  /** The templates that can be used. */
  public List<ReportTemplate> all() {
    return List.copyOf(templates.values());
  }

  public Optional<ReportTemplate> find(String id) {
    return Optional.ofNullable(templates.get(id));
  }

  /**
   * @throws TemplateException saying what is wrong with it, or which templates there are
   */
  public ReportTemplate named(String id) {
    if (broken.containsKey(id)) {
      throw new TemplateException(broken.get(id));
    }
    return find(id)
        .orElseThrow(
            () ->
                new TemplateException(
                    List.of("There is no report template \"" + id + "\"; there are " + known())));
  }

  private List<String> known() {
    return List.copyOf(templates.keySet());
  }

  /** What is wrong with templates that cannot be used, each with file and line. */
  public List<String> problems() {
    List<String> all = new ArrayList<>();
    broken.values().forEach(all::addAll);
    return all;
  }

  /** The layout parts and texts all templates share. */
  public Style style() {
    return style;
  }
}
