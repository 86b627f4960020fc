package io.retainer.cli;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.ConnectorDescription.Language;
import io.retainer.spi.Datasets;
import io.retainer.spi.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The connectors as {@code connectors/README.md} has them, one short entry for each. */
final class ConnectorMarkdown {

  private static final Pattern PART =
      Pattern.compile(
          "(<!-- connectors: [^>]*-->\\n).*?(<!-- end of connectors -->)", Pattern.DOTALL);

  private ConnectorMarkdown() {}

  /** Writes them between the two marks of a document. */
  static void write(List<ConnectorDescription> connectors, Path document) throws IOException {
    Matcher part = PART.matcher(Files.readString(document));
    if (!part.find()) {
      throw new WrongUsage(document + " has no lines <!-- connectors: … --> and its end");
    }
    Files.writeString(
        document,
        part.replaceFirst(
            found ->
                Matcher.quoteReplacement(
                    found.group(1) + "\n" + of(connectors) + "\n" + found.group(2))));
  }

  private static String of(List<ConnectorDescription> connectors) {
    return connectors.stream().map(ConnectorMarkdown::entry).collect(Collectors.joining("\n"));
  }

  private static String entry(ConnectorDescription connector) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "**%s** (`%s`): %s Fills %s."
            .formatted(connector.title(), connector.id(), connector.about(), datasets(connector)));
    layouts(connector, true).ifPresent(text -> lines.add("- seen: " + text));
    layouts(connector, false).ifPresent(text -> lines.add("- **never seen in the wild**: " + text));
    if (!connector.languages().isEmpty()) {
      lines.add("- headings: " + languages(connector));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String datasets(ConnectorDescription connector) {
    List<String> names = connector.datasets();
    return names.size() == Datasets.all().size()
        ? "any dataset"
        : names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }

  private static Optional<String> layouts(ConnectorDescription connector, boolean seen) {
    String text =
        connector.layouts().stream()
            .filter(layout -> layout.evidence().isSeen() == seen)
            .map(layout -> layout.name() + basis(layout.evidence()))
            .collect(Collectors.joining("; "));
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static String basis(Evidence evidence) {
    return switch (evidence) {
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
        parts.add(names + basis(evidence));
      }
    }
    return String.join("; ", parts);
  }
}
