package io.retainer.workspace;

import io.retainer.warehouse.FactsElsewhere;
import io.retainer.warehouse.FactsInPostgres;
import io.retainer.warehouse.FactsInTrino;
import io.retainer.warehouse.Warehouse;
import io.retainer.warehouse.WarehouseException;
import io.retainer.workspace.configuration.Configuration;
import io.retainer.workspace.configuration.Form;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the facts of a home are kept: in a file of it, in a PostgreSQL or in a Trino.
 *
 * @param elsewhere where, if it is not the file
 */
public record FactsOfHome(HomeFolder home, Optional<FactsElsewhere> elsewhere) {

  /** The note's name in the home. */
  public static final String MOVED = "facts-moved.txt";

  /** As {@code retainer.facts.url} says, else in the file. */
  public static FactsOfHome of(HomeFolder home, Configuration configuration) {
    return new FactsOfHome(
        home, configuration.value("retainer.facts.url").map(url -> at(url, configuration)));
  }

  /** At an address, with the user and the password that are set. */
  public static FactsElsewhere at(String url, Configuration configuration) {
    Optional<String> user = configuration.value("retainer.facts.user");
    Optional<String> password = configuration.resolved("retainer.facts.password");
    return url.startsWith(FactsInTrino.PREFIX)
        ? new FactsInTrino(url, user, password, ledger(configuration))
        : new FactsInPostgres(url, user, password);
  }

  /** Beside the state. */
  private static FactsInPostgres ledger(Configuration configuration) {
    return FactsInPostgres.ledger(
        configuration.value("retainer.database.url").orElse(""),
        configuration.value("retainer.database.user"),
        configuration.resolved("retainer.database.password"));
  }

  /** Empty when it is an address that can be tried, else what was expected. */
  public static Optional<String> problemOf(String url) {
    return Form.of("facts").problemOf(url);
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
          "retainer.facts.url is %s, and %s holds facts that were not moved there. Unset the one and move the other: retainer home move-facts --to %s --home %s. To go on without them, take the file away."
              .formatted(elsewhere.get().url(), home.facts(), elsewhere.get().url(), home.root()));
    }
    if (elsewhere.isEmpty() && isMoved) {
      return Optional.of(
          "The facts of this home were moved: %s. Set retainer.facts.url to go on there; to go back to the facts as they were then, delete %s."
              .formatted(note(), moved()));
    }
    return elsewhere.flatMap(FactsElsewhere::problem);
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

  /** Beside other servers, where they are in no file. */
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
