package io.retainer.warehouse;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Facts that nobody works with, on their way from a file into a PostgreSQL. */
public record FactsMove(Path file, FactsInPostgres target) {

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
          try (Postgres there = new Postgres(target);
              Connection to = there.writing()) {
            to.setAutoCommit(false);
            var copy = new FactsCopy(from, there, to);
            copy.send(progress);
            List<CopiedTable> tables = copy.check(to);
            there.lookAtAll(to);
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
          for (String name : FactsTable.names(from)) {
            tables.add(new CopiedTable(name, FactsTable.rows(from, name)));
          }
          return tables;
        });
  }

  /** What is done with the file while nobody else opens it. */
  private interface Work {
    List<CopiedTable> with(Connection from) throws SQLException;
  }

  private List<CopiedTable> held(Work work) {
    var lock = new FactsLock(file);
    try (Connection from = FactsFile.reading(file)) {
      return work.with(from);
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
