package io.retainer.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.retainer.model.fact.FactAnswer;
import io.retainer.model.fact.FactQuery;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Facts of a file in a PostgreSQL, and back in a file. */
class FactsMoveTest {

  private static final String CUT =
      """
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and query like 'analyze%'
      """;

  @TempDir Path folder;
  private Path file;
  private final FactsInPostgres target = TestFacts.empty();

  @BeforeEach
  void fill() throws Exception {
    Path home = Files.createDirectories(folder.resolve("дом"));
    file = home.resolve("facts.duckdb");
    try (Desk desk = new Desk(home, Warehouse.open(file))) {
      desk.lines(
          "table web_traffic columns=channel,sessions cut=channel",
          "2026-10-01|a\\b\t«Ё»|1",
          "! a",
          "! b");
    }
    execute("create table facts_of_yesterday (client varchar, batch bigint, taken date)");
    execute("insert into facts_of_yesterday values ('acme', 1, date '2026-10-01')");
    execute("alter table facts_orders add column former decimal(18,6)");
  }

  private List<FactQuery> many() {
    var facts = new RandomFacts(31);
    try (Desk desk = new Desk(file.getParent(), Warehouse.open(file))) {
      facts.into(desk);
      desk.warehouse.undo(desk.warehouse.batches(Desk.ACME.id()).get(5).id(), "anna");
    }
    return facts.questions(60);
  }

  private void execute(String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file)) {
      connection.createStatement().execute(statement);
    }
  }

  private static void same(Warehouse one, Warehouse other, List<FactQuery> questions) {
    assertThat(one.batches(Desk.ACME.id())).isEqualTo(other.batches(Desk.ACME.id()));
    assertThat(one.coverage(Desk.ACME.id())).isEqualTo(other.coverage(Desk.ACME.id()));
    assertThat(one.rowsOfAllTables()).isEqualTo(other.rowsOfAllTables());
    List<FactAnswer> answers = one.answers(questions);
    List<FactAnswer> expected = other.answers(questions);
    for (int i = 0; i < questions.size(); i++) {
      assertThat(PlannedTogetherTest.numbers(answers.get(i)))
          .as("%s", questions.get(i))
          .isEqualTo(PlannedTogetherTest.numbers(expected.get(i)));
    }
  }

  @Test
  void everyRowOfEveryTableArrivesAlsoWhatTheVocabularyDoesNotHaveAnyMore() throws Exception {
    List<FactQuery> questions = many();
    execute("update facts_orders set former = 1.5");
    byte[] before = Files.readAllBytes(file);
    List<CopiedTable> progress = new ArrayList<>();

    List<CopiedTable> moved = new FactsMove(file, target).carryOut(progress::add);

    assertThat(moved).isEqualTo(progress).contains(new CopiedTable("facts_of_yesterday", 1));
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    Path back = folder.resolve("back.duckdb");
    try (Warehouse inFile = Warehouse.open(file);
        Warehouse there = Warehouse.open(target, Clock.systemUTC())) {
      assertThat(moved.stream().mapToLong(CopiedTable::rows).sum())
          .isEqualTo(inFile.rowsOfAllTables());
      same(there, inFile, questions);
      assertThat(there.copyTo(back)).isEqualTo(inFile.rowsOfAllTables());
      try (Warehouse again = Warehouse.open(back)) {
        same(again, inFile, questions);
      }
    }
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + back)) {
      assertThat(new Sql(connection).number("select count(*) from facts_orders where former = 1.5"))
          .isPositive();
    }
  }

  @Test
  void aRehearsalCountsAndChangesNothing() {
    List<CopiedTable> counted = new FactsMove(file, target).rehearse();

    assertThat(counted).contains(new CopiedTable("facts_of_yesterday", 1));
    assertThat(target.imports()).isEmpty();
  }

  @Test
  void factsThatAreThereAreNotTouched() {
    var move = new FactsMove(file, target);
    move.carryOut(table -> {});

    assertThatExceptionOfType(WarehouseException.class)
        .isThrownBy(() -> move.carryOut(table -> {}))
        .withMessageContainingAll("there are facts already", "Nothing was moved");
    assertThatExceptionOfType(WarehouseException.class)
        .isThrownBy(move::rehearse)
        .withMessageContaining("there are facts already, of 1 imports");
  }

  @Test
  void whatPostgresCannotKeepIsToldAndNothingIsMoved() throws Exception {
    execute("update batches set file_name = 'a' || chr(0) || 'b' where id = 1");

    assertThatExceptionOfType(WarehouseException.class)
        .isThrownBy(() -> new FactsMove(file, target).carryOut(table -> {}))
        .withMessageContainingAll("0x00", "Nothing was moved");

    assertThat(target.imports()).contains(0L);
  }

  /** The last of it is that the planner looks at what arrived. */
  @Test
  void whatBreaksOffAtTheVeryEndMovesNothing() throws Exception {
    try (Warehouse made = Warehouse.open(target, Clock.systemUTC())) {
      made.start();
    }
    try (Connection inTheWay = DriverManager.getConnection(target.url());
        Connection watching = DriverManager.getConnection(target.url())) {
      inTheWay.setAutoCommit(false);
      new Sql(inTheWay).run("lock table retainer_facts.batches in share update exclusive mode");
      CompletableFuture<Void> moving =
          CompletableFuture.runAsync(() -> new FactsMove(file, target).carryOut(table -> {}));
      while (new Sql(watching).list(row -> row.getBoolean(1), CUT).isEmpty()) {
        assertThat(moving).isNotDone();
        Thread.sleep(20);
      }

      assertThat(moving)
          .failsWithin(60, TimeUnit.SECONDS)
          .withThrowableOfType(ExecutionException.class)
          .withMessageContaining("Nothing was moved");
    }
    assertThat(target.imports()).contains(0L);
  }

  @Test
  void aFileInUseIsNotMoved() {
    try (Warehouse open = Warehouse.open(file)) {
      open.start();
      assertThatExceptionOfType(FactsInUseException.class)
          .isThrownBy(() -> new FactsMove(file, target).carryOut(table -> {}));
    }
  }
}
