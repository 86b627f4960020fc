package io.retainer.cli.doctor;

import io.retainer.warehouse.FactsElsewhere;
import io.retainer.warehouse.FactsFile;
import io.retainer.warehouse.WarehouseException;
import io.retainer.workspace.FactsOfHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The facts, in the file of the home or elsewhere; looked at without a change. */
record FactsDoor(FactsOfHome facts) {

  /** Empty when the first start makes them. */
  Optional<Finding> finding() {
    Optional<String> problem = facts.problem();
    if (problem.isPresent()) {
      return Optional.of(
          Finding.broken("facts", problem.get(), "The server does not start as it is."));
    }
    if (facts.elsewhere().isPresent()) {
      return Optional.of(in(facts.elsewhere().get()));
    }
    return Optional.of(facts.home().facts()).filter(Files::exists).map(FactsDoor::in);
  }

  private static Finding in(Path file) {
    try {
      return Finding.fine("facts", "%,d imports in %s".formatted(FactsFile.imports(file), file));
    } catch (WarehouseException e) {
      return Finding.broken(
          "facts",
          e.getMessage(),
          "Stop what holds it, or restore the last backup: retainer restore FILE --home NEW.");
    }
  }

  private static Finding in(FactsElsewhere place) {
    try {
      return place
          .imports()
          .map(count -> Finding.fine("facts", "%,d imports in %s".formatted(count, place.url())))
          .orElseGet(
              () ->
                  Finding.fine(
                      "facts", "none in " + place.url() + " yet; the first start makes tables"));
    } catch (WarehouseException e) {
      return Finding.broken("facts", e.getMessage(), "The server does not start without it.");
    }
  }
}
