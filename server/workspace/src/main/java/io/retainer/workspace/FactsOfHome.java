package io.retainer.workspace;

import io.retainer.warehouse.FactsInPostgres;
import io.retainer.warehouse.Warehouse;
import io.retainer.warehouse.WarehouseException;
import io.retainer.workspace.configuration.Configuration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the facts of a home are kept: in a file of it, or in a PostgreSQL.
 *
 * @param elsewhere the PostgreSQL, if it is one
 */
public record FactsOfHome(HomeFolder home, Optional<FactsInPostgres> elsewhere) {

  /** The note's name in the home. */
  public static final String MOVED = "facts-moved.txt";

  /** As {@code retainer.facts.url} says, else in the file. */
  public static FactsOfHome of(HomeFolder home, Configuration configuration) {
    return new FactsOfHome(
        home, configuration.value("retainer.facts.url").map(url -> at(url, configuration)));
  }

  /** At an address, with the user and the password that are set. */
  public static FactsInPostgres at(String url, Configuration configuration) {
    return new FactsInPostgres(
        url,
        configuration.value("retainer.facts.user"),
        configuration.resolved("retainer.facts.password"));
  }

  static FactsOfHome inFile(HomeFolder home) {
    return new FactsOfHome(home, Optional.empty());
  }

  /** Says where the facts were moved to. Whoever takes it away goes back to the file as it was. */
  public Path moved() {
    return home.root().resolve(MOVED);
  }

  /** Why nothing can be opened there, before it is tried. */
  public Optional<String> problem() {
    boolean isMoved = Files.exists(moved());
    if (elsewhere.isPresent() && Files.exists(home.facts()) && !isMoved) {
      return Optional.of(
          "retainer.facts.url is %s, and %s holds facts that were not moved there. Unset the one and move the other: retainer home move-facts --to jdbc:postgresql://… --home %s. To go on without them, take the file away."
              .formatted(elsewhere.get().url(), home.facts(), home.root()));
    }
    if (elsewhere.isEmpty() && isMoved) {
      return Optional.of(
          "The facts of this home were moved: %s. Set retainer.facts.url to go on there; to go back to the facts as they were then, delete %s."
              .formatted(note(), moved()));
    }
    return Optional.empty();
  }

  private String note() {
    try {
      return Files.readString(moved()).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(moved() + " cannot be read", e);
    }
  }

  Warehouse open() {
    refuseProblems();
    return elsewhere
        .map(place -> Warehouse.open(place, home.facts()))
        .orElseGet(() -> Warehouse.open(home.facts()));
  }

  /** Beside other servers, where they are in a PostgreSQL. */
  Warehouse openShared() {
    refuseProblems();
    return elsewhere
        .map(place -> Warehouse.openShared(place, home.facts()))
        .orElseGet(() -> Warehouse.open(home.facts()));
  }

  private void refuseProblems() {
    Optional<String> problem = problem();
    if (problem.isPresent()) {
      throw new WarehouseException(problem.get());
    }
  }
}
