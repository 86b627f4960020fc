package io.retainer.workspace.move;

import io.retainer.warehouse.CopiedTable;
import io.retainer.warehouse.FactsElsewhere;
import io.retainer.warehouse.FactsInUseException;
import io.retainer.warehouse.FactsMove;
import io.retainer.warehouse.WarehouseException;
import io.retainer.workspace.FactsOfHome;
import io.retainer.workspace.HomeFolder;
import io.retainer.workspace.HomeInUseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Moves the facts of a home that nobody works in from its file to another place. */
public record FactsHomeMove(HomeFolder home, Clock clock) {

  /**
   * The file stays as it is; a note beside it says where the facts went, and nobody opens it by
   * mistake.
   *
   * @param progress hears of each table once it is filled
   * @throws WarehouseException when there is nothing to move, it was moved before, or the target
   *     holds facts; then nothing was moved
   */
  public List<CopiedTable> to(FactsElsewhere target, Consumer<CopiedTable> progress) {
    return held(
        target,
        () -> {
          List<CopiedTable> tables = new FactsMove(home.facts(), target).carryOut(progress);
          note(target);
          return tables;
        });
  }

  /**
   * What would be moved; nothing is changed.
   *
   * @throws WarehouseException as {@link #to}
   */
  public List<CopiedTable> rehearse(FactsElsewhere target) {
    return held(target, () -> new FactsMove(home.facts(), target).rehearse());
  }

  private List<CopiedTable> held(FactsElsewhere target, Supplier<List<CopiedTable>> work) {
    if (!Files.exists(home.facts())) {
      throw new WarehouseException(
          "There are no facts in %s; expected the file %s".formatted(home.root(), home.facts()));
    }
    new FactsOfHome(home, Optional.empty())
        .problem()
        .or(target::problem)
        .ifPresent(
            problem -> {
              throw new WarehouseException(problem);
            });
    try {
      return work.get();
    } catch (FactsInUseException e) {
      throw new HomeInUseException(home.root(), e);
    }
  }

  private void note(FactsElsewhere target) {
    var note = new FactsOfHome(home, Optional.empty()).moved();
    try {
      Files.writeString(
          note,
          "on %s to %s%n".formatted(clock.instant().truncatedTo(ChronoUnit.SECONDS), target.url()));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Everything was moved to "
              + target.url()
              + ", but "
              + note
              + " cannot be written; set retainer.facts.url before the next start",
          e);
    }
  }
}
