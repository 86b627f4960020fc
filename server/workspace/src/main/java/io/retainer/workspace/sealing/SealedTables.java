package io.retainer.workspace.sealing;

import io.retainer.workspace.sealing.SealingKey.Sealed;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Everything that is sealed, wherever it is kept: what a new key has to take with it. */
final class SealedTables {

  /**
   * @param owner its column that says whose secret it is, by which it is sealed
   */
  private record Table(String name, String owner) {}

  private static final List<Table> ALL =
      List.of(
          new Table("pull_source", "id"),
          new Table("second_step", "account_id"),
          new Table("destination", "recipient"));

  private final Supplier<Jdbi> state;

  SealedTables(Supplier<Jdbi> state) {
    this.state = state;
  }

  /** The keys that seal secrets now; all have the same, but for the end of a restored home. */
  Set<String> keyIds() {
    Set<String> ids = new HashSet<>();
    for (Table table : ALL) {
      ids.addAll(
          state
              .get()
              .withHandle(
                  handle ->
                      handle
                          .createQuery("select distinct key_id from " + table.name())
                          .mapTo(String.class)
                          .list()));
    }
    return ids;
  }

  /**
   * Seals all secrets anew, or none.
   *
   * @param sealing by the owner and what is sealed now
   * @return how many
   */
  int reseal(BiFunction<String, Sealed, Sealed> sealing) {
    return state
        .get()
        .inTransaction(
            handle -> ALL.stream().mapToInt(table -> reseal(handle, table, sealing)).sum());
  }

  private static int reseal(
      Handle handle, Table table, BiFunction<String, Sealed, Sealed> sealing) {
    record Row(String owner, Sealed sealed) {}
    List<Row> rows =
        handle
            .createQuery(
                "select %s as owner, key_id, secret from %s".formatted(table.owner(), table.name()))
            .map(
                (row, context) ->
                    new Row(
                        row.getString("owner"),
                        new Sealed(row.getString("key_id"), row.getBytes("secret"))))
            .list();
    for (Row row : rows) {
      Sealed sealed = sealing.apply(row.owner(), row.sealed());
      handle
          .createUpdate(
              "update %s set key_id = :key, secret = :secret where %s = :owner"
                  .formatted(table.name(), table.owner()))
          .bind("owner", row.owner())
          .bind("key", sealed.keyId())
          .bind("secret", sealed.bytes())
          .execute();
    }
    return rows.size();
  }
}
