package io.retainer.app.reports;

import io.retainer.rendering.template.ReportTemplate;
import io.retainer.workspace.Workspace;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What reports are called in the language of whoever reads the page.
 *
 * @param byId of the templates that can be used
 */
public record ReportTitles(Map<String, String> byId) {

  public static ReportTitles in(Workspace workspace, Locale locale) {
    return new ReportTitles(
        workspace.reports().templates().stream()
            .collect(Collectors.toMap(ReportTemplate::id, template -> template.title(locale))));
  }

  /** The id itself when its template is gone. */
  public String of(String report) {
    return byId.getOrDefault(report, report);
  }
}
