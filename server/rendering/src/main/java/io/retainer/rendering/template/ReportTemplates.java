package io.retainer.rendering.template;

import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The templates of an installation, read once. Open them again to see what was edited since. */
public final class ReportTemplates {

  static final String DEFINITION = "report.yaml";
  static final String OVERRIDE = "override.yaml";

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
    for (String id : files.foldersWith(OVERRIDE)) {
      if (!templates.containsKey(id) && !broken.containsKey(id)) {
        String file = id + "/" + OVERRIDE;
        broken.put(id, List.of(file + ": there is no report \"" + id + "\" that it could change"));
      }
    }
    return new ReportTemplates(templates, broken, style);
  }

  /** The same, without the templates that do not fit the KPIs in force. */
  public ReportTemplates fitting(Function<KpiId, Optional<KpiDescriptor>> kpis) {
    Map<String, ReportTemplate> fit = new LinkedHashMap<>();
    Map<String, List<String>> unfit = new LinkedHashMap<>(broken);
    templates.forEach(
        (id, template) -> {
          List<String> problems = template.problems(kpis);
          if (problems.isEmpty()) {
            fit.put(id, template);
          } else {
            unfit.put(id, problems);
          }
        });
    return new ReportTemplates(fit, unfit, style);
  }

  /** Where one of these cannot be used, the other's takes its place; what is wrong stays told. */
  public ReportTemplates orElse(ReportTemplates others) {
    Map<String, ReportTemplate> together = new LinkedHashMap<>(templates);
    broken.keySet().forEach(id -> others.find(id).ifPresent(one -> together.put(id, one)));
    return new ReportTemplates(together, broken, style);
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
    if (broken.containsKey(id) && !templates.containsKey(id)) {
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

  /** What is wrong with one template; nothing when it can be used, or is not there. */
  public List<String> broken(String id) {
    return broken.getOrDefault(id, List.of());
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
