package io.retainer.warehouse;

import static io.retainer.warehouse.Desk.ACME;
import static io.retainer.warehouse.Desk.OCTOBER;
import static io.retainer.warehouse.Desk.days;
import static io.retainer.warehouse.Desk.sum;
import static io.retainer.warehouse.Desk.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.fact.FactAnswer;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.RowSource;
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
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Facts in a PostgreSQL: what a file promises holds there, also with several processes. */
class PostgresTest {

  private static final String CHANNELS =
      "table web_traffic columns=channel,sessions,revenue cut=channel currency=EUR";

  @TempDir Path folder;
  private FactsInPostgres place;
  private Desk desk;

  @BeforeEach
  void open() {
    place = TestFacts.inPostgres(folder);
    desk = new Desk(folder);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private BigDecimal sessions() {
    return value(desk.ask("web_traffic", sum("sessions"), OCTOBER)).orElse(BigDecimal.ZERO);
  }

  @Test
  void theSameFilesHaveTheSameResultsAndTheSameAnswersToTheLastDigit(@TempDir Path beside)
      throws IOException {
    RandomFacts facts = new RandomFacts(21);
    try (Desk inFile =
        new Desk(
            beside,
            Warehouse.open(
                beside.resolve("facts.duckdb"), Clock.fixed(Desk.NOW, ZoneId.of("UTC"))))) {
      new RandomFacts(21).into(inFile);
      facts.into(desk);
      assertThat(desk.warehouse.batches(ACME.id())).isEqualTo(inFile.warehouse.batches(ACME.id()));
      assertThat(desk.warehouse.coverage(ACME.id()))
          .isEqualTo(inFile.warehouse.coverage(ACME.id()));
      List<FactQuery> questions = facts.questions(80);
      List<FactAnswer> expected = inFile.warehouse.answers(questions);
      List<FactAnswer> answers = desk.warehouse.answers(questions);
      for (int i = 0; i < questions.size(); i++) {
        assertThat(PlannedTogetherTest.numbers(answers.get(i)))
            .as("%s", questions.get(i))
            .isEqualTo(PlannedTogetherTest.numbers(expected.get(i)));
        assertThat(answers.get(i).coverage()).isEqualTo(expected.get(i).coverage());
      }
      assertThat(listed(desk.warehouse)).isEqualTo(listed(inFile.warehouse)).isNotEmpty();
      String last = inFile.warehouse.batches(ACME.id()).get(3).id();
      assertThat(desk.warehouse.undo(last, "anna")).isEqualTo(inFile.warehouse.undo(last, "anna"));
      assertThat(desk.warehouse.rowsOfAllTables()).isEqualTo(inFile.warehouse.rowsOfAllTables());
    }
  }

  /** All rows in force, as workbooks list them. */
  static List<String> listed(Warehouse warehouse) {
    List<String> rows = new ArrayList<>();
    var ask =
        new RowSource.Ask(
            ACME.id(),
            Datasets.WEB_TRAFFIC,
            Set.copyOf(IntStream.range(1, 30).mapToObj(Integer::toString).toList()),
            OCTOBER);
    warehouse
        .rows(ask)
        .forEach(each -> each.first(1_000, cells -> rows.add(java.util.Arrays.toString(cells))));
    warehouse
        .daily(ask)
        .ifPresent(each -> each.first(1_000, cells -> rows.add(java.util.Arrays.toString(cells))));
    return rows;
  }

  @Test
  void whatIsReplacedIsToldAndComesBackWhenTheImportIsUndone() {
    desk.accepted(CHANNELS, "2026-10-01|Direct|5|1.50", "2026-10-02|Mail|7|2");
    ImportResult again = desk.accepted(CHANNELS, "2026-10-01|Direct|8|1.75", "2026-10-02|Mail|7|2");

    assertThat(again.restatements())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.changed()).isEqualTo(1);
              assertThat(each.unchanged()).isEqualTo(1);
              assertThat(each.periods().get(0).amounts())
                  .extracting(amount -> amount.measure() + " " + amount.after().orElseThrow())
                  .containsExactly("sessions 8", "revenue 1.75");
            });
    assertThat(sessions()).isEqualByComparingTo("15");

    desk.warehouse.undo(again.batch().orElseThrow(), "anna");

    assertThat(sessions()).isEqualByComparingTo("12");
  }

  @Test
  void anOrderOfAnotherShopTakesNobodysPlaceAndWhatWasSaidIsSaidAgain() {
    String orders = "table orders columns=order_id,status,total,ordered_at grain=EVENT";
    String placed = "unchanging ordered_at";
    ImportResult first =
        desk.lines(orders, placed, "# the total", "2026-10-01|#7|placed|10|2026-10-01T10:00");

    assertThat(first.passedOver()).hasSize(1);
    assertThat(first.assumed()).hasSize(1);
    assertThat(desk.warehouse.batch(first.batch().orElseThrow()).orElseThrow().result())
        .isEqualTo(first);
    assertThat(desk.lines(orders, placed, "2026-10-01|#7|placed|30|2026-10-01T11:07:20").status())
        .isEqualTo(Status.REJECTED);
    assertThat(desk.lines(orders, placed, "2026-10-01|#7|placed|12|2026-10-01T11:00").status())
        .isEqualTo(Status.ACCEPTED);
  }

  @Test
  void textsAreComparedAsInAFileWhateverTheirAlphabet() {
    desk.accepted(
        "table web_traffic columns=channel,sessions cut=channel",
        "2026-10-01|ЁЛКА \\ почта|1",
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
        .containsExactly("zoo", "Äiti", "ЁЛКА \\ почта");
    assertThat(count("channel", "ёлка \\ почта")).isEqualTo(1);
    assertThat(count("channel", "ÄITI")).isEqualTo(1);
  }

  private long count(String column, String text) {
    return value(
            desk.ask(
                "web_traffic",
                new io.retainer.model.fact.Aggregation.Count(
                    java.util.Optional.of(Desk.is(column, text))),
                OCTOBER))
        .orElse(BigDecimal.ZERO)
        .longValue();
  }

  @Test
  void whoReadsWhileImportsReplaceEverythingSeesOneOrTheOther() throws Exception {
    desk.accepted(CHANNELS, days("2026-10-01", "2026-10-31", "Direct|1|1"));
    AtomicBoolean isOver = new AtomicBoolean();
    CompletableFuture<Set<BigDecimal>> seen =
        CompletableFuture.supplyAsync(
            () -> {
              Set<BigDecimal> sums = new java.util.TreeSet<>();
              while (!isOver.get()) {
                sums.add(sessions());
              }
              return sums;
            });
    for (int each = 2; each <= 15; each++) {
      desk.accepted(CHANNELS, days("2026-10-01", "2026-10-31", "Direct|" + each + "|1"));
    }
    isOver.set(true);

    assertThat(seen.get(60, TimeUnit.SECONDS))
        .isNotEmpty()
        .allSatisfy(
            sum -> assertThat(sum.remainder(BigDecimal.valueOf(31))).isEqualByComparingTo("0"))
        .doesNotContain(BigDecimal.ZERO);
  }

  @Test
  void anImportWhoseConnectionBreaksIsNotThereAndTheNextOneIs() throws IOException {
    desk.accepted(CHANNELS, "2026-10-01|Direct|1|1");
    AtomicBoolean isCut = new AtomicBoolean();
    Path file = folder.resolve("cut.txt");
    Files.writeString(
        file, "lines\n" + CHANNELS + "\n" + days("1990-01-01", "2026-10-31", "Direct|2|1"));

    ImportResult cut =
        desk.imports
            .importFiles(
                ACME,
                List.of(ReceivedFile.of(file)),
                ImportOptions.none(),
                (name, step, rows) -> {
                  if (step == Progress.Step.ACCEPTING && isCut.compareAndSet(false, true)) {
                    cutWriters(place);
                  }
                })
            .get(0);

    assertThat(isCut).isTrue();
    assertThat(cut.status()).isEqualTo(Status.REJECTED);
    assertThat(cut.issues().get(0).saw()).contains("could not be kept");
    assertThat(sessions()).isEqualByComparingTo("1");
    assertThat(desk.warehouse.batches(ACME.id())).hasSize(1);
    assertThat(desk.lines(CHANNELS, "2026-10-01|Direct|9|1").status()).isEqualTo(Status.ACCEPTED);
    assertThat(sessions()).isEqualByComparingTo("9");
  }

  static void cutWriters(FactsInPostgres place) {
    TestFacts.execute(
        "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'"
            + " and database = (select oid from pg_database where datname = '%s')"
                .formatted(place.url().replaceAll(".*/|\\?.*", "")));
  }

  @Test
  void twoProcessesImportForDifferentClientsAtTheSameTime(@TempDir Path north, @TempDir Path south)
      throws Exception {
    Process first = importing(north, "north");
    Process second = importing(south, "south");

    assertThat(first.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(second.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(north.resolve("errors"))).doesNotContain("Exception");
    List<ImportBatch> batches =
        desk.warehouse.latestBatches(
            List.of(KilledImport.client("north").id(), KilledImport.client("south").id()), 10);
    assertThat(batches)
        .hasSize(2)
        .allSatisfy(
            each -> {
              assertThat(each.result().status()).isEqualTo(Status.ACCEPTED);
              assertThat(desk.warehouse.coverage(each.client()).get(0).rows()).isEqualTo(13_453);
            });
    assertThat(batches).extracting(ImportBatch::id).doesNotHaveDuplicates();
  }

  private Process importing(Path home, String client) throws IOException {
    Files.copy(folder.resolve("facts-in-postgres.txt"), home.resolve("facts-in-postgres.txt"));
    Files.writeString(
        home.resolve("killed.txt"),
        "lines\n" + CHANNELS + "\n" + days("1990-01-01", "2026-10-31", "Direct|2|1"));
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            KilledImport.class.getName(),
            home.toString(),
            client)
        .redirectError(home.resolve("errors").toFile())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
