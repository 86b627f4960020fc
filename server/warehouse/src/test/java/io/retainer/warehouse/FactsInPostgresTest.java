package io.retainer.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** What an operator is told of a PostgreSQL that cannot keep the facts; and one that can. */
class FactsInPostgresTest {

  private final FactsInPostgres place = TestFacts.empty();

  private void execute(String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection(place.url())) {
      connection.createStatement().execute(statement);
    }
  }

  /** The doctor says the same as the start. */
  private static void refuses(String url, String... words) {
    var other = new FactsInPostgres(url, Optional.empty(), Optional.of("secret-word"));
    assertThatExceptionOfType(WarehouseException.class)
        .isThrownBy(other::imports)
        .withMessageContainingAll(words);
    assertThatExceptionOfType(WarehouseException.class)
        .isThrownBy(
            () -> {
              try (Warehouse warehouse = Warehouse.open(other, Clock.systemUTC())) {
                warehouse.start();
              }
            })
        .withMessageContainingAll(words)
        .satisfies(told -> assertThat(told.getMessage()).doesNotContain("secret-word"));
  }

  private void made() {
    try (Warehouse warehouse = Warehouse.open(place, Clock.systemUTC())) {
      warehouse.start();
    }
  }

  @Test
  void aLookChangesNothingAndTheFirstStartMakesTheTables() throws SQLException {
    assertThat(place.imports()).isEmpty();
    assertThat(place.imports()).isEmpty();

    made();
    made();

    assertThat(place.imports()).contains(0L);
    execute("select from retainer_facts.facts_orders");
  }

  @Test
  void aColumnThatIsNewInTheVocabularyIsAdded() throws SQLException {
    made();
    execute("alter table retainer_facts.facts_orders drop column status");

    made();

    execute("select status from retainer_facts.facts_orders");
  }

  @Test
  void nobodyListensThere() {
    refuses(
        "jdbc:postgresql://127.0.0.1:9/retainer?user=x", "cannot be used", "Is PostgreSQL running");
  }

  @Test
  void thereIsNoSuchDatabaseOrUser() {
    refuses(place.url().replaceAll("facts_\\w+", "nowhere"), "nowhere", "create database retainer");
    refuses(place.url().replace("user=postgres", "user=nobody"), "nobody", "retainer.facts.user");
  }

  @Test
  void theSchemaIsOfSomethingElse() throws SQLException {
    execute("create schema retainer_facts");
    execute("create table retainer_facts.batches (id int)");

    refuses(place.url(), "holds something else", "batches", "Name a database without such");
  }

  @Test
  void tablesOfOthersInOtherSchemasAreNobodysBusiness() throws SQLException {
    execute("create table batches (id int)");

    made();

    assertThat(place.imports()).contains(0L);
  }

  @Test
  void aNewerRetainerWroteIt() throws SQLException {
    made();
    execute("comment on table retainer_facts.batches is 'Retainer facts, format 2'");

    refuses(place.url(), "of format 2, written by a newer Retainer", "restore a backup");
  }

  @Test
  void itsLettersAreThoseOfEnglishAlone() throws SQLException {
    String name = "ascii_" + place.url().replaceAll(".*facts_|\\?.*", "");
    execute("create database " + name + " encoding 'UTF8' template template0 locale 'C'");

    refuses(place.url().replaceAll("facts_\\w+", name), "its locale knows no letters", "C.UTF-8");
  }

  @Test
  void theUserMayNotMakeTheSchemaOrTablesInIt() throws SQLException {
    String user = "reader" + Math.abs(place.url().hashCode());
    execute("create role " + user + " login");
    String url = place.url().replace("user=postgres", "user=" + user);

    refuses(url, "may not make one", "create schema retainer_facts authorization");
    execute("create schema retainer_facts");
    refuses(url, "may not make tables", "alter schema retainer_facts owner");
    execute("alter schema retainer_facts owner to " + user);

    try (Warehouse warehouse = Warehouse.open(TestFacts.at(url), Clock.systemUTC())) {
      warehouse.start();
    }
  }

  @Test
  void aStatementThatRunsTooLongIsStopped() throws SQLException {
    try (Database database = new Postgres(place);
        Connection connection = database.reading()) {
      var impatient = new Engine(connection, SQLDialect.POSTGRES, select -> {}, 1);

      assertThatExceptionOfType(WarehouseException.class)
          .isThrownBy(() -> impatient.each(DSL.select(DSL.field("pg_sleep(30)")), row -> {}))
          .withMessageContaining("longer than 1 seconds and was stopped");
    }
  }

  @Test
  void whoReadsCannotWrite() throws SQLException {
    try (Database database = new Postgres(place);
        Connection connection = database.reading()) {
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> new Sql(connection).run("delete from batches"))
          .withMessageContaining("read-only");
    }
  }

  @Test
  void whoWritesIsNotBrokenOffAndHasItOnTheDiskWhateverTheDatabaseIsSetTo() throws SQLException {
    made();
    List<String> limits =
        List.of(
            "statement_timeout",
            "lock_timeout",
            "idle_session_timeout",
            "idle_in_transaction_session_timeout");
    for (String limit : limits) {
      set(limit, "10s");
    }
    set("synchronous_commit", "off");

    try (Database database = new Postgres(place);
        Connection connection = database.writing()) {
      assertThat(limits).allSatisfy(limit -> assertThat(shown(connection, limit)).isEqualTo("0"));
      assertThat(shown(connection, "synchronous_commit")).isEqualTo("on");
    }
  }

  private void set(String name, String value) throws SQLException {
    String database = place.url().replaceAll(".*/|\\?.*", "");
    execute("alter database %s set %s = '%s'".formatted(database, name, value));
  }

  private static String shown(Connection connection, String setting) throws SQLException {
    return new Sql(connection).list(row -> row.getString(1), "show " + setting).get(0);
  }

  @Test
  void rowsThatNobodyAsksForAreNotSent() throws SQLException {
    try (Database database = new Postgres(place);
        Connection connection = database.writing()) {
      try (var gathering = new Gathering(database, connection, "gathered", "line bigint")) {
        gathering.appender().beginRow().append(1L).endRow();
      }

      assertThat(new Sql(connection).number("select count(*) from gathered")).isZero();
    }
  }

  @Test
  void aForgottenClientIsInNoTable() throws SQLException {
    try (Warehouse warehouse = Warehouse.open(place, Clock.systemUTC())) {
      warehouse.start();
      execute(
          "insert into retainer_facts.batches (id, client, undone, status) values (1, 'acme', false, 'ACCEPTED')");
      execute("insert into retainer_facts.facts_orders (client, batch) values ('acme', 1)");

      assertThat(warehouse.forget(Desk.ACME.id(), false).rows()).hasSize(2);
      assertThat(warehouse.forget(Desk.ACME.id(), true).rows()).containsEntry("facts_orders", 1L);
      assertThat(warehouse.rowsOfAllTables()).isZero();
      assertThat(List.of(warehouse.forget(Desk.ACME.id(), true).rows()))
          .containsExactly(java.util.Map.of());
    }
  }

  @Test
  void aForgottenClientIsNotInWhatTheTablesLieInEither() throws SQLException {
    made();
    // An import that was undone, or a deletion that was cut off before the end.
    execute("insert into retainer_facts.facts_orders (client, order_id) values ('acme', '#1')");
    execute("delete from retainer_facts.facts_orders");

    try (Warehouse warehouse = Warehouse.open(place, Clock.systemUTC());
        Connection connection = DriverManager.getConnection(place.url())) {
      warehouse.forget(Desk.ACME.id(), true);

      assertThat(
              new Sql(connection).number("select pg_relation_size('retainer_facts.facts_orders')"))
          .isZero();
    }
  }
}
