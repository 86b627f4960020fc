package io.retainer.cli;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.ConnectorDescription.Language;
import io.retainer.spi.ConnectorDescription.Layout;
import io.retainer.spi.Datasets;
import io.retainer.spi.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The connectors as {@code connectors/README.md} has them, one short entry for each. */
final class ConnectorMarkdown {

  private ConnectorMarkdown() {}

  static String of(List<ConnectorDescription> connectors) {
    return connectors.stream().map(ConnectorMarkdown::entry).collect(Collectors.joining("\n"));
  }

  private static String entry(ConnectorDescription connector) {
    List<String> lines = new ArrayList<>();
    lines.add("**" + connector.title() + "** `" + connector.id() + "` " + connector.about());
    lines.add("- fills " + datasets(connector));
    connector
        .exports()
        .forEach(export -> lines.add("- get " + export.name() + ": " + export.how()));
    layouts(connector, true).ifPresent(text -> lines.add("- seen: " + text));
    layouts(connector, false).ifPresent(text -> lines.add("- **never seen in the wild**: " + text));
    if (!connector.refused().isEmpty()) {
      lines.add("- refused: " + String.join("; ", connector.refused()));
    }
    if (!connector.languages().isEmpty()) {
      lines.add("- headings: " + languages(connector));
    }
    connector
        .settings()
        .forEach(setting -> lines.add("- setting " + ConnectorText.setting(setting)));
    connector.notes().forEach(note -> lines.add("- " + note));
    return String.join("\n", lines) + "\n";
  }

  private static String datasets(ConnectorDescription connector) {
    List<String> names = connector.datasets();
    return names.size() == Datasets.all().size()
        ? "any dataset"
        : names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }

  private static java.util.Optional<String> layouts(ConnectorDescription connector, boolean seen) {
    String text =
        connector.layouts().stream()
            .filter(layout -> layout.evidence().isSeen() == seen)
            .map(layout -> layout.name() + basis(layout))
            .collect(Collectors.joining("; "));
    return text.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(text);
  }

  private static String basis(Layout layout) {
    return switch (layout.evidence()) {
      case SEEN -> "";
      case DOCUMENTED -> " (documentation)";
      case REPORTED -> " (others' code)";
      case REMEMBERED -> " (memory)";
    };
  }

  private static String languages(ConnectorDescription connector) {
    List<String> parts = new ArrayList<>();
    for (Evidence evidence : Evidence.values()) {
      String names =
          connector.languages().stream()
              .filter(language -> language.evidence() == evidence)
              .map(Language::english)
              .collect(Collectors.joining(", "));
      if (!names.isEmpty()) {
        parts.add(names + " (" + evidence.words() + ")");
      }
    }
    return String.join("; ", parts);
  }
}
