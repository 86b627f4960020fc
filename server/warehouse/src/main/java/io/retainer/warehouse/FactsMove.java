package io.retainer.warehouse;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Facts that nobody works with, on their way from a file to another place. */
public record FactsMove(Path file, FactsElsewhere target) {

  /**
   * Moves everything, in one transaction: all rows arrive and are read again there, or none does.
   * The file stays as it is.
   *
   * @param progress hears of each table once it is filled
   * @throws FactsInUseException when another process works with the file
   * @throws WarehouseException when the target cannot be used or holds facts already, or a row
   *     cannot be kept; then nothing was moved
   */
  public List<CopiedTable> carryOut(Consumer<CopiedTable> progress) {
    return held(
        from -> {
          try (Database there = Database.of(target, null);
              Connection to = there.writing();
              FactChanges changes = there.changes(to)) {
            to.setAutoCommit(false);
            var copy = new FactsCopy(from, changes);
            copy.send(progress);
            List<CopiedTable> tables = copy.check(changes.tables());
            there.filled(to);
            changes.settle();
            to.commit();
            return tables;
          }
        });
  }

  /**
   * What would be moved; nothing is changed.
   *
   * @throws WarehouseException as {@link #carryOut}
   */
  public List<CopiedTable> rehearse() {
    return held(
        from -> {
          long imports = target.imports().orElse(0L);
          if (imports > 0) {
            throw new WarehouseException(
                "there are facts already, of %d imports; expected none".formatted(imports));
          }
          List<CopiedTable> tables = new ArrayList<>();
          for (String name : from.names()) {
            tables.add(new CopiedTable(name, from.rows(name)));
          }
          return tables;
        });
  }

  /** What is done with the file while nobody else opens it. */
  private interface Work {
    List<CopiedTable> with(FactsTables from) throws SQLException;
  }

  private List<CopiedTable> held(Work work) {
    var lock = new FactsLock(file);
    try (Connection from = FactsFile.reading(file)) {
      return work.with(FactsTables.in(from));
    } catch (SQLException | WarehouseException e) {
      throw failure(e);
    } finally {
      lock.close();
    }
  }

  private WarehouseException failure(Exception cause) {
    return new WarehouseException(
        "The facts cannot be moved to %s: %s. Nothing was moved."
            .formatted(target.url(), cause.getMessage().strip().replaceAll("\\.$", "")),
        cause);
  }
}
