package io.retainer.cli;

import io.retainer.spi.ConnectorDescription;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** A connector's description on a terminal, which obeys nothing of it. */
final class ConnectorText {

  private ConnectorText() {}

  static void print(ConnectorDescription connector, PrintWriter out) {
    out.println(Table.shown(connector.title() + " (" + connector.id() + ")"));
    out.println(Table.shown(connector.about()));
    section(
        out,
        "How to get it",
        connector.exports().stream().map(each -> each.name() + ": " + each.how()).toList());
    section(
        out,
        "Layouts",
        connector.layouts().stream()
            .map(each -> each.name() + " (" + each.evidence().words() + ")")
            .toList());
    section(out, "Told apart and refused", connector.refused());
    section(
        out,
        "Fills",
        connector.tables().stream().map(each -> each.dataset() + ": " + each.from()).toList());
    section(
        out,
        "Languages of headings",
        connector.languages().stream()
            .map(each -> each.english() + " (" + each.evidence().words() + ")")
            .toList());
    section(out, "Can live without", connector.optionalHeadings());
    section(out, "Settings", connector.settings().stream().map(ConnectorText::setting).toList());
    section(out, "To know", connector.notes());
  }

  static String setting(ConnectorDescription.Setting setting) {
    return "%s: %s (%s%s%s)"
        .formatted(
            setting.name(),
            setting.meaning(),
            setting.type().name().toLowerCase(Locale.ROOT),
            setting.isSecret() ? ", secret" : "",
            setting.byDefault().map(value -> ", else " + value).orElse(""));
  }

  private static void section(PrintWriter out, String title, List<String> lines) {
    if (!lines.isEmpty()) {
      out.println();
      out.println(title);
      lines.forEach(line -> out.println("  - " + Table.shown(line)));
    }
  }
}
