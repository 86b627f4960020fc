package io.retainer.warehouse.imports;

import io.retainer.spi.ReadIssue;
import io.retainer.spi.Recognition;
import io.retainer.warehouse.connector.ConnectorLibrary;
import io.retainer.warehouse.connector.InstalledConnector;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who reads a file.
 *
 * @param connector the one that does
 * @param issues why nobody does
 * @param isAmbiguous several would
 */
record Recognising(
    Optional<InstalledConnector> connector, List<ReadIssue> issues, boolean isAmbiguous) {

  /** Reads any table by a mapping, so it steps back before a connector that knows the platform. */
  static final String BY_MAPPING = "tabular";

  static Recognising of(OpenableFile file, ConnectorLibrary.Use library, ImportOptions options) {
    Optional<String> named =
        options.connector().or(() -> options.mapping().map(text -> BY_MAPPING));
    if (named.isPresent()) {
      return named(file, library, named.get(), options.mapping().isPresent());
    }
    List<InstalledConnector> known = new ArrayList<>();
    List<ReadIssue> refusals = new ArrayList<>();
    for (InstalledConnector connector : library.connectors()) {
      refusal(file, connector).ifPresentOrElse(refusals::add, () -> known.add(connector));
    }
    if (known.size() > 1) {
      known.removeIf(connector -> connector.id().equals(BY_MAPPING));
    }
    if (known.size() == 1) {
      return new Recognising(Optional.of(known.get(0)), List.of(), false);
    }
    if (known.isEmpty()) {
      return new Recognising(Optional.empty(), unknown(refusals), false);
    }
    String ids = known.stream().map(InstalledConnector::id).collect(Collectors.joining(", "));
    return new Recognising(
        Optional.empty(),
        List.of(
            ReadIssue.ofFile(
                "a file that several connectors know: " + ids,
                "one connector",
                "Say which connector is to read it.")),
        true);
  }

  private static List<ReadIssue> unknown(List<ReadIssue> refusals) {
    return refusals.isEmpty()
        ? List.of(
            ReadIssue.ofFile(
                "no connector at all",
                "connectors in the connectors folder",
                "Install the connectors, or check the list of connectors for problems."))
        : refusals.stream().distinct().toList();
  }

  private static Recognising named(
      OpenableFile file, ConnectorLibrary.Use library, String id, boolean byMapping) {
    Optional<InstalledConnector> found = library.find(id);
    if (found.isEmpty()) {
      String ids =
          library.connectors().stream()
              .map(InstalledConnector::id)
              .collect(Collectors.joining(", "));
      return new Recognising(
          Optional.empty(),
          List.of(
              ReadIssue.ofFile(
                  "connector \"" + id + "\"",
                  ids.isEmpty() ? "an installed connector; there is none" : "one of " + ids,
                  "Name an installed connector.")),
          false);
    }
    // What a mapping describes is recognised by the mapping, not by the bytes.
    Optional<ReadIssue> refusal = byMapping ? Optional.empty() : refusal(file, found.get());
    return refusal.isPresent()
        ? new Recognising(Optional.empty(), List.of(refusal.get()), false)
        : new Recognising(found, List.of(), false);
  }

  private static Optional<ReadIssue> refusal(OpenableFile file, InstalledConnector connector) {
    try (file) {
      Recognition recognition = connector.connector().recognise(file);
      if (recognition instanceof Recognition.Unreadable unreadable) {
        return Optional.of(unreadable.issue());
      }
      return recognition instanceof Recognition.Refused refused
          ? Optional.of(refusal(connector, refused.reason()))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.of(refusal(connector, "the file cannot be read: " + e.getMessage()));
    } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
      return Optional.of(refusal(connector, "the connector failed: " + e));
    }
  }

  private static ReadIssue refusal(InstalledConnector connector, String reason) {
    return ReadIssue.ofFile(
        reason, "an export of " + connector.description().title(), connector.description().about());
  }
}
