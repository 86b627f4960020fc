package io.retainer.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpgradeTest {

  private static final String OLD = "85";

  @TempDir Path home;

  private Path database;

  @BeforeEach
  void asAnOldVersionLeftIt() throws IOException {
    database = home.resolve("retainer");
    Flyway.configure().dataSource(source()).target(OLD).load().migrate();
    try (var connection = source().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("insert into setting (name, content) values ('kept', 'Прывітанне')");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private JdbcDataSource source() {
    var source = new JdbcDataSource();
    source.setURL("jdbc:h2:file:" + database);
    source.setUser("sa");
    source.setPassword("");
    return source;
  }

  /** Migrations of this version, and one that fails in its middle, after H2 has kept its begin. */
  private FluentConfiguration failing() throws IOException {
    Path folder = Files.createDirectories(home.resolve("faulty"));
    Files.writeString(
        folder.resolve("V9000__broken.sql"),
        "create table half (id int);\ndrop table client_target;\nselect * from nowhere;");
    return Flyway.configure().locations("classpath:db/migration", "filesystem:" + folder);
  }

  private Path copyBefore() {
    return home.resolve("before-upgrade/state-of-version-85.mv.db");
  }

  @Test
  void theStateFromBeforeTheUpgradeStaysBesideIt() throws SQLException {
    try (State state = State.open(database)) {
      assertThat(kept(state)).isEqualTo("Прывітанне");
    }
    assertThat(copyBefore()).exists();
    Path restored = home.resolve("restored");
    copyBefore().toFile().renameTo(home.resolve("restored.mv.db").toFile());
    assertThat(new StateInFile(restored).version().version()).contains(OLD);
  }

  @Test
  void aFailedUpgradeLeavesTheOldStateAsItWas() throws IOException {
    FluentConfiguration failing = failing();

    assertThatExceptionOfType(UpgradeException.class)
        .isThrownBy(() -> State.open(database, failing))
        .withMessageContaining("from version 85 to 9000; it is as it was");

    assertThat(new StateInFile(database).version().version()).contains(OLD);
    try (State state = State.open(database)) {
      assertThat(kept(state)).isEqualTo("Прывітанне");
      assertThat(tables(state, "HALF")).isZero();
      assertThat(tables(state, "CLIENT_TARGET")).isEqualTo(1);
    }
  }

  @Test
  void anUpgradeThatWasCutOffBeginsAgainFromTheStateBefore() throws IOException {
    // What a killed process leaves: the copy, and a file with half of the migrations in it.
    Path copies = Files.createDirectories(home.resolve("before-upgrade"));
    Files.copy(home.resolve("retainer.mv.db"), copies.resolve("under-way.mv.db"));
    try (var connection = source().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("alter table pull_source add column asked_at timestamp with time zone");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }

    try (State state = State.open(database)) {
      assertThat(kept(state)).isEqualTo("Прывітанне");
    }
    assertThat(copyBefore()).exists();
    assertThat(copies.resolve("under-way.mv.db")).doesNotExist();
  }

  @Test
  void aHomeOfANewerVersionIsRefusedAndLeftAlone() throws IOException {
    Path folder = Files.createDirectories(home.resolve("newer"));
    Files.writeString(folder.resolve("V9001__later.sql"), "create table later (id int);");
    Flyway.configure()
        .dataSource(source())
        .locations("classpath:db/migration", "filesystem:" + folder)
        .load()
        .migrate();

    assertThatExceptionOfType(UpgradeException.class)
        .isThrownBy(() -> State.open(database))
        .withMessageContaining("has tables of version 9001, written by a newer Retainer")
        .withMessageContaining("restore a backup");
    assertThat(new StateInFile(database).version().isNewer()).isTrue();
  }

  @Test
  void aHomeThatIsUpToDateIsNotCopied() {
    State.open(database).close();
    assertThat(copyBefore().toFile().delete()).isTrue();

    State.open(database).close();

    assertThat(copyBefore()).doesNotExist();
  }

  @Test
  void aNewHomeHasNothingToGoBackTo() {
    Path other = home.resolve("other/retainer");

    State.open(other).close();

    assertThat(home.resolve("other/before-upgrade")).doesNotExist();
  }

  @Test
  void aHomeSaysWhichVersionMadeIt() throws SQLException {
    assertThat(HomeAge.ofFile(database).sentence()).startsWith("made with V85 on ");
  }

  private static String kept(State state) {
    return state
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("select content from setting where name = 'kept'")
                    .mapTo(String.class)
                    .one());
  }

  private static int tables(State state, String name) {
    return state
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select count(*) from information_schema.tables where upper(table_name) = :name")
                    .bind("name", name)
                    .mapTo(int.class)
                    .one());
  }
}
