package io.retainer.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator is told of a PostgreSQL that cannot hold the state; and one that can. */
class StateInPostgresTest {

  private final String url = TestDatabase.empty();

  @TempDir Path folder;

  private static StateInPostgres at(String url) {
    return new StateInPostgres(url, Optional.empty(), Optional.of("secret-word"));
  }

  private void refuses(String address, String... words) {
    assertThatExceptionOfType(StateException.class)
        .isThrownBy(() -> State.open(at(address)))
        .withMessageContainingAll(words)
        .satisfies(told -> assertThat(told.getMessage()).doesNotContain("secret-word"));
  }

  private void execute(String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url)) {
      connection.createStatement().execute(statement);
    }
  }

  @Test
  void anEmptyOneIsBroughtToTheVersionOfTheFile() {
    State.open(at(url)).close();
    State.open(new StateInFile(folder.resolve("retainer"))).close();

    assertThat(at(url).version())
        .isEqualTo(new StateInFile(folder.resolve("retainer")).version())
        .satisfies(version -> assertThat(version.pending()).isZero());
  }

  @Test
  void whatItSaysIsWrittenIsWrittenAlsoWhereTheDatabaseIsSetToSayItEarlier() throws SQLException {
    assertThat(commitsOf("off")).isEqualTo("on");
    assertThat(commitsOf("remote_apply")).isEqualTo("remote_apply");
  }

  private String commitsOf(String setting) throws SQLException {
    String database = url.replaceAll(".*/|\\?.*", "");
    execute("alter database %s set synchronous_commit = %s".formatted(database, setting));
    try (State state = State.open(at(url))) {
      return state
          .jdbi()
          .withHandle(
              handle -> handle.createQuery("show synchronous_commit").mapTo(String.class).one());
    }
  }

  @Test
  void nobodyListensThere() {
    refuses(
        "jdbc:postgresql://127.0.0.1:9/retainer?user=x",
        "cannot be used",
        "Is PostgreSQL running there");
  }

  @Test
  void thereIsNoSuchDatabaseOrUser() {
    refuses(url.replaceAll("retainer_\\w+", "nowhere"), "nowhere", "create database retainer");
    refuses(url.replace("user=postgres", "user=nobody"), "nobody", "retainer.database.user");
  }

  @Test
  void theDatabaseIsOfSomethingElse() throws SQLException {
    execute("create table wp_posts (id int)");

    refuses(url, "holds something else", "wp_posts", "create database retainer");
  }

  @Test
  void theTablesOfAnotherProgramWithTheSameMigrationsToolAreNotTouched() throws SQLException {
    execute("create table flyway_schema_history (version int)");
    execute("create table invoice (id int)");

    refuses(url, "holds something else", "invoice");
  }

  @Test
  void aNewerRetainerWroteIt() throws SQLException {
    State.open(at(url)).close();
    execute(
        """
        insert into flyway_schema_history (installed_rank, version, description, type, script,
          checksum, installed_by, execution_time, success)
        values (9999, '9999', 'later', 'SQL', 'V9999__later.sql', 1, 'x', 1, true)
        """);

    refuses(url, "at version 9999", "written by a newer Retainer");
    assertThat(at(url).version().isNewer()).isTrue();
  }

  @Test
  void itKeepsNoUnicode() throws SQLException {
    String name = "ascii_" + url.replaceAll(".*retainer_|\\?.*", "");
    execute("create database " + name + " encoding 'SQL_ASCII' template template0 locale 'C'");

    refuses(url.replaceAll("retainer_\\w+", name), "SQL_ASCII", "expected UTF8");
  }

  @Test
  void theUserMayNotMakeTables() throws SQLException {
    execute("create role reader" + Math.abs(url.hashCode()) + " login");

    refuses(
        url.replace("user=postgres", "user=reader" + Math.abs(url.hashCode())),
        "cannot be",
        "permission denied");
  }

  @Test
  void aHomeWhoseFileWasNotMovedIsNotBegunAnew() throws IOException {
    Path home = Files.createDirectories(folder.resolve("home"));
    State.open(new StateInFile(home.resolve("retainer"))).close();
    Files.writeString(home.resolve("retainer.properties"), "retainer.database.url=" + url);
    var none = new Installation(folder, folder, folder);

    try (var workspace = Workspace.open(new HomeFolder(home), none, Clock.systemUTC())) {
      assertThatExceptionOfType(StateException.class)
          .isThrownBy(workspace::state)
          .withMessageContaining("retainer home move --to");
    }
  }
}
