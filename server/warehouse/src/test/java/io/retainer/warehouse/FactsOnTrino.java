package io.retainer.warehouse;

import static io.retainer.warehouse.Desk.ACME;
import static io.retainer.warehouse.Desk.OCTOBER;
import static io.retainer.warehouse.Desk.days;
import static io.retainer.warehouse.Desk.sum;
import static io.retainer.warehouse.Desk.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.retainer.model.fact.FactAnswer;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.imports.ImportResult;
import io.retainer.model.imports.ImportResult.Status;
import io.retainer.spi.Datasets;
import io.retainer.warehouse.imports.ImportOptions;
import io.retainer.warehouse.imports.Progress;
import io.retainer.warehouse.imports.ReceivedFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Facts in Iceberg tables of a real Trino: what a file promises holds there. With the profile
 * {@code trino} alone.
 */
class FactsOnTrino {

  private static final Clock CLOCK = Clock.fixed(Desk.NOW, ZoneId.of("UTC"));
  private static final String CHANNELS =
      "table web_traffic columns=channel,sessions,revenue cut=channel currency=EUR";

  @TempDir Path folder;
  private FactsInTrino place;
  private Desk desk;

  @BeforeEach
  void open() {
    place = TestFacts.inTrino(folder);
    desk = new Desk(folder, Warehouse.open(place, CLOCK));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private BigDecimal sessions() {
    return value(desk.ask("web_traffic", sum("sessions"), OCTOBER)).orElse(BigDecimal.ZERO);
  }

  private static Warehouse inFile(Path folder) {
    return Warehouse.open(folder.resolve("facts.duckdb"), CLOCK);
  }

  private static void same(Warehouse there, Warehouse inFile, List<FactQuery> questions) {
    assertThat(there.batches(ACME.id())).isEqualTo(inFile.batches(ACME.id()));
    assertThat(there.coverage(ACME.id())).isEqualTo(inFile.coverage(ACME.id()));
    assertThat(there.rowsOfAllTables()).isEqualTo(inFile.rowsOfAllTables());
    assertThat(PostgresTest.listed(there)).isEqualTo(PostgresTest.listed(inFile)).isNotEmpty();
    List<FactAnswer> answers = there.answers(questions);
    List<FactAnswer> expected = inFile.answers(questions);
    for (int i = 0; i < questions.size(); i++) {
      assertThat(PlannedTogetherTest.numbers(answers.get(i)))
          .as("%s", questions.get(i))
          .isEqualTo(PlannedTogetherTest.numbers(expected.get(i)));
      assertThat(answers.get(i).coverage()).isEqualTo(expected.get(i).coverage());
    }
  }

  @Test
  void theSameFilesHaveTheSameResultsAndTheSameAnswersToTheLastDigit(@TempDir Path beside)
      throws IOException {
    RandomFacts facts = new RandomFacts(21);
    try (Desk inFile = new Desk(beside, inFile(beside))) {
      new RandomFacts(21).into(inFile);
      facts.into(desk);
      List<FactQuery> questions = facts.questions(20);
      same(desk.warehouse, inFile.warehouse, questions);

      String last = inFile.warehouse.batches(ACME.id()).get(3).id();
      assertThat(desk.warehouse.undo(last, "anna")).isEqualTo(inFile.warehouse.undo(last, "anna"));
      assertThat(desk.warehouse.rowsOfAllTables()).isEqualTo(inFile.warehouse.rowsOfAllTables());
    }
  }

  @Test
  void factsOfAFileArriveAndComeBackInACopy(@TempDir Path beside) throws IOException {
    RandomFacts facts = new RandomFacts(31);
    Path file = beside.resolve("facts.duckdb");
    try (Desk inFile = new Desk(beside, inFile(beside))) {
      facts.into(inFile);
      inFile.warehouse.undo(inFile.warehouse.batches(ACME.id()).get(5).id(), "anna");
    }
    List<FactQuery> questions = facts.questions(20);

    List<CopiedTable> moved = new FactsMove(file, place).carryOut(table -> {});

    Path back = folder.resolve("back.duckdb");
    try (Warehouse inFile = Warehouse.open(file, CLOCK)) {
      assertThat(moved.stream().mapToLong(CopiedTable::rows).sum())
          .isEqualTo(inFile.rowsOfAllTables());
      same(desk.warehouse, inFile, questions);
      assertThat(desk.warehouse.copyTo(back)).isEqualTo(inFile.rowsOfAllTables());
      try (Warehouse again = Warehouse.open(back, CLOCK)) {
        same(again, inFile, questions);
      }
    }
    assertThatExceptionOfType(WarehouseException.class)
        .isThrownBy(() -> new FactsMove(file, place).carryOut(table -> {}))
        .withMessageContaining("there are facts already");
  }

  @Test
  void textsAndOrdersOfOtherShopsAreAsInAFile() {
    desk.accepted(
        "table web_traffic columns=channel,sessions cut=channel",
        "2026-10-01|ЁЛКА \\ \"почта\" d'hôte|1",
        "2026-10-01|Äiti|2",
        "2026-10-01|zoo|4");
    assertThat(
            desk.warehouse
                .answer(
                    Desk.query(
                        "web_traffic",
                        List.of("channel"),
                        java.util.Optional.empty(),
                        sum("sessions"),
                        OCTOBER))
                .cells())
        .extracting(cell -> cell.group().get(0))
        .containsExactly("zoo", "Äiti", "ЁЛКА \\ \"почта\" d'hôte");

    String orders = "table orders columns=order_id,status,total,ordered_at grain=EVENT";
    String placed = "unchanging ordered_at";
    desk.lines(orders, placed, "2026-10-01|#7'|placed|10|2026-10-01T10:00");
    assertThat(desk.lines(orders, placed, "2026-10-01|#7'|placed|30|2026-10-01T11:07:20").status())
        .isEqualTo(Status.REJECTED);
    ImportResult corrected =
        desk.lines(orders, placed, "2026-10-01|#7'|placed|12|2026-10-01T11:00");
    assertThat(corrected.status()).isEqualTo(Status.ACCEPTED);
    assertThat(value(desk.ask("orders", sum("total"), OCTOBER)).orElseThrow())
        .isEqualByComparingTo("12");
    desk.warehouse.undo(corrected.batch().orElseThrow(), "anna");
    assertThat(value(desk.ask("orders", sum("total"), OCTOBER)).orElseThrow())
        .isEqualByComparingTo("10");
  }

  @Test
  void whoReadsWhileImportsReplaceEverythingSeesOneOrTheOther() throws Exception {
    desk.accepted(CHANNELS, days("2026-10-01", "2026-10-31", "Direct|1|1"));
    AtomicBoolean isOver = new AtomicBoolean();
    CompletableFuture<Set<BigDecimal>> seen =
        CompletableFuture.supplyAsync(
            () -> {
              Set<BigDecimal> sums = new TreeSet<>();
              while (!isOver.get()) {
                sums.add(sessions());
              }
              return sums;
            });
    for (int each = 2; each <= 4; each++) {
      desk.accepted(CHANNELS, days("2026-10-01", "2026-10-31", "Direct|" + each + "|1"));
    }
    isOver.set(true);

    assertThat(seen.get(300, TimeUnit.SECONDS))
        .isNotEmpty()
        .allSatisfy(
            sum -> assertThat(sum.remainder(BigDecimal.valueOf(31))).isEqualByComparingTo("0"))
        .doesNotContain(BigDecimal.ZERO);
  }

  @Test
  void anImportThatIsCutOffIsNotThereAndTheNextOneIs() throws Exception {
    desk.accepted(CHANNELS, "2026-10-01|Direct|1|1");

    // The rows are in Iceberg, and nobody has told the ledger.
    writtenByAnother();
    assertThat(sessions()).isEqualByComparingTo("1");

    // The ledger's database falls, and the lock with it.
    AtomicBoolean isCut = new AtomicBoolean();
    Path file = folder.resolve("cut.txt");
    Files.writeString(file, "lines\n" + CHANNELS + "\n2026-10-01|Direct|3|1\n");
    ImportResult cut =
        desk.imports
            .importFiles(
                ACME,
                List.of(ReceivedFile.of(file)),
                ImportOptions.none(),
                (name, step, rows) -> {
                  if (step == Progress.Step.ACCEPTING && isCut.compareAndSet(false, true)) {
                    PostgresTest.cutWriters(place.ledger());
                  }
                })
            .get(0);
    assertThat(cut.status()).isEqualTo(Status.REJECTED);
    assertThat(sessions()).isEqualByComparingTo("1");
    assertThat(desk.warehouse.batches(ACME.id())).hasSize(1);

    desk.accepted(CHANNELS, "2026-10-02|Direct|9|1");
    assertThat(sessions()).isEqualByComparingTo("10");
  }

  /** As by a process that is killed after its rows went and before anything else did. */
  private void writtenByAnother() throws SQLException {
    try (Connection trino = place.connect()) {
      new Sql(trino)
          .run(
              """
              insert into facts_web_traffic (client, series, batch, live, line, period_start,
                period_end, channel, sessions)
              values ('acme', 1, 2, true, 9, date '2026-10-01', date '2026-10-02', 'Direct', 1000)
              """);
      new Sql(trino).run("update facts_web_traffic set live = false where batch = 1");
    }
  }

  @Test
  void whatSomebodyElseWritesBesideAnImportStopsIt() throws Exception {
    desk.accepted(CHANNELS, "2026-10-01|Direct|1|1");
    try (Database database = new Trino(place, null);
        Connection connection = database.writing();
        FactChanges facts = database.changes(connection)) {
      connection.setAutoCommit(false);
      facts.takeBack(Touched.of(new Sql(connection), "s.client = ?", ACME.id().value()).get(0), 1);
      writtenByAnother();
      assertThatExceptionOfType(WarehouseException.class)
          .isThrownBy(facts::settle)
          .withMessageContaining("Somebody else has changed the table facts_web_traffic");
      connection.rollback();
    }
    assertThat(sessions()).isEqualByComparingTo("1");
  }

  @Test
  void aColumnThatIsNewInTheVocabularyIsEmptyUntilItIsFilled() throws Exception {
    Map<String, String> older = new LinkedHashMap<>(FactTable.columns(Datasets.WEB_TRAFFIC));
    older.remove("revenue");
    try (Database database = new Trino(place, null)) {
      try (Connection connection = database.writing();
          IcebergWriter writer = new IcebergWriter(place, connection)) {
        writer.open("facts_web_traffic", older);
        writer.settle();
      }
      assertThat(withRevenue(database)).isZero();

      desk.accepted(CHANNELS, "2026-10-01|Direct|1|1.25");

      assertThat(withRevenue(database)).isEqualTo(1);
    }
  }

  private static long withRevenue(Database database) throws SQLException {
    long[] found = new long[1];
    try (Connection connection = database.reading()) {
      database
          .engine(connection)
          .each(
              DSL.select(count(field(name("f", "revenue"))))
                  .from(FactRows.factTable(Datasets.WEB_TRAFFIC)),
              row -> found[0] = row.getLong(1));
      connection.rollback();
    }
    return found[0];
  }

  @Test
  void anotherHomesTablesAreNotTouched() {
    desk.accepted(CHANNELS, "2026-10-01|Direct|1|1");
    var stranger =
        new FactsInTrino(
            place.url(),
            place.user(),
            place.password(),
            FactsInPostgres.ledger(
                TestFacts.empty().url(), java.util.Optional.empty(), java.util.Optional.empty()));
    try (Desk other = new Desk(folder.resolve("other"), Warehouse.open(stranger, CLOCK))) {
      assertThat(value(other.ask("web_traffic", sum("sessions"), OCTOBER))).isEmpty();
      assertThat(other.lines(CHANNELS, "2026-10-01|Direct|5|1").issues().get(0).saw())
          .contains("cannot keep the facts", "another home's");
    }
    assertThat(sessions()).isEqualByComparingTo("1");
  }

  @Test
  void nothingOfADeletedClientStaysAlsoInWhatWasBefore() throws Exception {
    desk.accepted(CHANNELS, "2026-10-01|Secret Campaign|1|1");
    desk.accepted(CHANNELS, "2026-10-01|Secret Campaign|2|1");

    ForgottenFacts gone = desk.warehouse.forget(ACME.id(), true);

    assertThat(gone.rows()).containsEntry("facts_web_traffic", 2L);
    assertThat(sessions()).isZero();
    try (Connection trino = place.connect()) {
      assertThat(new Sql(trino).number("select count(*) from \"facts_web_traffic$all_entries\""))
          .isZero();
      assertThat(new Sql(trino).number("select count(*) from \"facts_web_traffic$snapshots\""))
          .isEqualTo(1);
    }
  }
}
