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
 * @param mapping the saved mapping by which it does
 * @param issues why nobody does
 * @param isAmbiguous several would
 * @param unanswered of whom it is taken for granted that the file is not theirs, as they failed
 */
record Recognising(
    Optional<InstalledConnector> connector,
    Optional<String> mapping,
    List<ReadIssue> issues,
    boolean isAmbiguous,
    List<String> unanswered) {

  /** Reads any table by a mapping, so it steps back before a connector that knows the platform. */
  static final String BY_MAPPING = "tabular";

  private static final String UNPACK =
      "Unpack it and import its files one by one, each is recognised then. Or say which connector is"
          + " to read it (--connector, or the field Connector of the upload): the files of the others"
          + " are left out then, and named.";

  static Recognising of(
      OpenableFile file, ConnectorLibrary.Use library, ImportOptions options, Mappings mappings) {
    Optional<String> named =
        options.connector().or(() -> options.mapping().map(text -> BY_MAPPING));
    if (named.isPresent()) {
      return named(file, library, named.get(), options.mapping().isPresent());
    }
    List<InstalledConnector> known = new ArrayList<>();
    Unrecognised unrecognised = new Unrecognised();
    for (InstalledConnector connector : library.connectors()) {
      refusal(file, connector).ifPresentOrElse(unrecognised::add, () -> known.add(connector));
    }
    return of(known, unrecognised, file, library, mappings).without(unrecognised.failures());
  }

  private static Recognising of(
      List<InstalledConnector> known,
      Unrecognised unrecognised,
      OpenableFile file,
      ConnectorLibrary.Use library,
      Mappings mappings) {
    if (known.size() > 1) {
      known.removeIf(connector -> connector.id().equals(BY_MAPPING));
    }
    if (known.size() == 1) {
      return by(known.get(0), Optional.empty());
    }
    if (known.isEmpty()) {
      return BySavedMapping.of(file, library, mappings)
          .orElseGet(() -> nobody(unrecognised.told(file, library)));
    }
    String ids = known.stream().map(InstalledConnector::id).collect(Collectors.joining(", "));
    List<String> parts = new ArchiveParts(file, known).told();
    return parts.isEmpty()
        ? several(
            "connectors",
            ids,
            "Say which connector is to read it (--connector, or the field Connector of the upload).")
        : several("connectors", ids + " (" + String.join(", ", parts) + ")", UNPACK);
  }

  static Recognising by(InstalledConnector connector, Optional<String> mapping) {
    return new Recognising(Optional.of(connector), mapping, List.of(), false, List.of());
  }

  /** The same, said with whose answers it lacks. */
  private Recognising without(List<String> answers) {
    return new Recognising(connector, mapping, issues, isAmbiguous, answers);
  }

  static Recognising several(String what, String names, String advice) {
    return new Recognising(
        Optional.empty(),
        Optional.empty(),
        List.of(
            ReadIssue.ofFile(
                "a file that several " + what + " know: " + names, "one of them", advice)),
        true,
        List.of());
  }

  private static Recognising nobody(List<ReadIssue> issues) {
    return new Recognising(Optional.empty(), Optional.empty(), issues, false, List.of());
  }

  private static Recognising named(
      OpenableFile file, ConnectorLibrary.Use library, String id, boolean byMapping) {
    Optional<InstalledConnector> found = library.find(id);
    if (found.isEmpty()) {
      String ids =
          library.connectors().stream()
              .map(InstalledConnector::id)
              .collect(Collectors.joining(", "));
      return nobody(
          List.of(
              ReadIssue.ofFile(
                  "connector \"" + id + "\"",
                  ids.isEmpty() ? "an installed connector; there is none" : "one of " + ids,
                  "Name an installed connector.")));
    }
    // What a mapping describes is recognised by the mapping, not by the bytes.
    Optional<Refusal> refusal = byMapping ? Optional.empty() : refusal(file, found.get());
    return refusal.isPresent()
        ? nobody(List.of(refusal.get().issue()))
        : by(found.get(), Optional.empty());
  }

  /**
   * Why a connector does not read a file.
   *
   * @param isFinal nothing that it could be told would help
   * @param isKnown it knows what the file is
   * @param failure that it gave no answer at all, in a sentence
   */
  record Refusal(ReadIssue issue, boolean isFinal, boolean isKnown, Optional<String> failure) {

    private Refusal(ReadIssue issue, boolean isFinal, boolean isKnown) {
      this(issue, isFinal, isKnown, Optional.empty());
    }
  }

  private static Optional<Refusal> refusal(OpenableFile file, InstalledConnector connector) {
    try (file) {
      Recognition recognition = connector.connector().recognise(file);
      if (recognition instanceof Recognition.Unreadable unreadable) {
        return Optional.of(new Refusal(unreadable.issue(), true, false));
      }
      return recognition instanceof Recognition.Refused refused
          ? Optional.of(new Refusal(issue(connector, refused.reason()), false, refused.isKnown()))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.of(
          new Refusal(issue(connector, "the file cannot be read: " + e.getMessage()), true, false));
    } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
      return Optional.of(
          new Refusal(
              issue(connector, "the connector failed: " + e),
              true,
              false,
              Optional.of(unanswered(connector, e))));
    }
  }

  private static String unanswered(InstalledConnector connector, Throwable failure) {
    return "The connector "
        + connector.id()
        + " was left out, as it could not say whether the file is one of its own: "
        + failure
        + ". If it is, replace or remove its JAR ("
        + connector.jar().getFileName()
        + ") and import the file again.";
  }

  private static ReadIssue issue(InstalledConnector connector, String reason) {
    return ReadIssue.ofFile(
        reason, "an export of " + connector.description().title(), connector.description().about());
  }
}
