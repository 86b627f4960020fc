package io.retainer.warehouse.imports;

import io.retainer.spi.ReadIssue;
import io.retainer.spi.TableChoices;
import io.retainer.spi.TableDraft;
import io.retainer.spi.TableMapper;
import io.retainer.warehouse.connector.ConnectorLibrary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Why nobody reads a file. Whoever knows what it is has the word. Else, with many connectors, what
 * each of them expected helps nobody: what is told then is what the file has, and those that came
 * near.
 */
final class Unrecognised {

  private static final int MOST_TOLD = 5;
  private static final int MOST_NEAR = 3;
  private static final int NEAR = 2;
  private static final int SHOWN_HEADINGS = 8;
  private static final int SHORTEST_HEADING = 3;

  private final List<Recognising.Refusal> refusals = new ArrayList<>();

  void add(Recognising.Refusal refusal) {
    refusals.add(refusal);
  }

  /** Who gave no answer at all. */
  List<String> failures() {
    return refusals.stream().flatMap(refusal -> refusal.failure().stream()).distinct().toList();
  }

  List<ReadIssue> told(OpenableFile file, ConnectorLibrary.Use library) {
    boolean hasKnowing = refusals.stream().anyMatch(Recognising.Refusal::isKnown);
    List<ReadIssue> known =
        refusals.stream()
            .filter(refusal -> refusal.isKnown() || hasKnowing && refusal.failure().isPresent())
            .map(Recognising.Refusal::issue)
            .distinct()
            .toList();
    if (!known.isEmpty()) {
      return known;
    }
    List<ReadIssue> all = refusals.stream().map(Recognising.Refusal::issue).distinct().toList();
    if (all.isEmpty()) {
      return List.of(
          ReadIssue.ofFile(
              "no connector at all",
              "connectors in the connectors folder",
              "Install the connectors, or check the list of connectors for problems."));
    }
    if (all.size() <= MOST_TOLD) {
      return all;
    }
    List<String> headings = headings(file, library);
    List<ReadIssue> told = new ArrayList<>();
    refusals.stream()
        .filter(Recognising.Refusal::isFinal)
        .map(Recognising.Refusal::issue)
        .distinct()
        .forEach(told::add);
    told.add(0, summary(headings));
    all.stream()
        .filter(issue -> !told.contains(issue) && nearness(issue, headings) >= NEAR)
        .sorted(Comparator.comparing((ReadIssue issue) -> nearness(issue, headings)).reversed())
        .limit(MOST_NEAR)
        .forEach(told::add);
    return told;
  }

  private ReadIssue summary(List<String> headings) {
    String shown =
        String.join(", ", headings.stream().limit(SHOWN_HEADINGS).toList())
            + (headings.size() > SHOWN_HEADINGS ? ", …" : "");
    return ReadIssue.ofFile(
        headings.isEmpty()
            ? "a file that none of %d connectors knows".formatted(refusals.size())
            : "a table that none of %d connectors knows, with the headings %s"
                .formatted(refusals.size(), shown),
        "an export as its platform writes it",
        "Say what its columns are. If it is an export of a platform, the list of connectors tells"
            + " what is read, and in which form.");
  }

  private static List<String> headings(OpenableFile file, ConnectorLibrary.Use library) {
    try (file) {
      var mapper = BySavedMapping.mapper(library).map(each -> (TableMapper) each.connector());
      return mapper.isEmpty()
          ? List.of()
          : mapper.get().draft(file, TableChoices.none()).columns().stream()
              .map(TableDraft.Heading::text)
              .toList();
    } catch (IOException | RuntimeException | LinkageError | StackOverflowError e) {
      return List.of();
    }
  }

  /** How many of the file's headings a connector named when it said what it expected. */
  private static long nearness(ReadIssue refusal, List<String> headings) {
    String named = refusal.saw().toLowerCase(Locale.ROOT);
    return headings.stream()
        .filter(heading -> heading.length() >= SHORTEST_HEADING)
        .filter(heading -> named.contains(heading.toLowerCase(Locale.ROOT)))
        .count();
  }
}
