package io.retainer.warehouse.imports;

import static io.retainer.warehouse.Desk.ACME;
import static io.retainer.warehouse.Desk.OCTOBER;
import static io.retainer.warehouse.Desk.days;
import static io.retainer.warehouse.Desk.sum;
import static io.retainer.warehouse.Desk.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.RowValue;
import io.retainer.model.imports.ImportResult;
import io.retainer.model.imports.ImportResult.Status;
import io.retainer.model.imports.ImportResult.Verdict;
import io.retainer.model.imports.PassedOver;
import io.retainer.spi.ReadIssue;
import io.retainer.warehouse.Desk;
import io.retainer.warehouse.ImportBatch;
import io.retainer.warehouse.fake.ConnectorJar;
import io.retainer.warehouse.fake.LinesConnector;
import io.retainer.warehouse.fake.RivalConnector;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileImportsTest {

  private static final String SESSIONS = "table web_traffic columns=sessions account=shop";
  private static final RowValue CLICKS = new RowValue.ColumnValue("clicks");
  private static final String REVENUE = "table web_traffic columns=revenue currency=EUR";

  private Desk desk;

  @BeforeEach
  void open(@TempDir Path folder) {
    desk = new Desk(folder);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void acceptsAFileAndKeepsItsBytesUnderTheirHash() {
    ImportResult result = desk.lines(SESSIONS, "2026-10-01|5", "2026-10-02|7");

    assertThat(result.status()).isEqualTo(Status.ACCEPTED);
    assertThat(result.connector()).contains("lines");
    assertThat(result.account()).contains("shop");
    assertThat(result.tables())
        .singleElement()
        .satisfies(
            table -> {
              assertThat(table.rows()).isEqualTo(2);
              assertThat(table.span()).contains(Desk.span("2026-10-01", "2026-10-02"));
            });
    assertThat(desk.folder.resolve("received").resolve(result.sha256())).exists();
    assertThat(arriving()).isEmpty();
  }

  @Test
  void theSameBytesAgainChangeNothingAndSayWhatTheySaidBefore() {
    ImportResult first =
        desk.lines(SESSIONS, "2026-10-01|5", "! ten", "2026-10-02|7", "= sessions 12");
    ImportResult again =
        desk.lines(SESSIONS, "2026-10-01|5", "! ten", "2026-10-02|7", "= sessions 12");

    assertThat(first.status()).isEqualTo(Status.PARTIAL);
    assertThat(again.status()).isEqualTo(Status.DUPLICATE);
    assertThat(again).usingRecursiveComparison().ignoringFields("status", "file").isEqualTo(first);
    assertThat(desk.warehouse.batches(ACME.id())).hasSize(1);
  }

  @Test
  void saysHowManyLinesWerePassedOverAndWhyAndSaysItAgain() {
    ImportResult result =
        desk.lines(
            SESSIONS,
            "# preamble",
            "2026-10-01|5",
            "# order #1001 once more",
            "# order #1002 once more");

    assertThat(result.status()).isEqualTo(Status.ACCEPTED);
    assertThat(result.isReadToTheLast()).isFalse();
    assertThat(result.passedOver())
        .containsExactly(
            new PassedOver("preamble", 1, 3), new PassedOver("order … once more", 2, 5));
    ImportBatch kept = desk.warehouse.batch(result.batch().orElseThrow()).orElseThrow();
    assertThat(kept.result().passedOver()).isEqualTo(result.passedOver());
  }

  @Test
  void saysThatDaysHaveNotComeYetUnlessTheyArePlanned() {
    // It is 3 November; somewhere it may be the 4th, nowhere the 5th.
    assertThat(desk.lines(SESSIONS, "2026-11-04|5").assumed()).isEmpty();
    assertThat(desk.lines(SESSIONS, "2026-10-01|5", "2026-11-05|7", "2026-10-02|7").assumed())
        .singleElement()
        .asString()
        .contains("run to 2026-11-05");
    assertThat(desk.lines("table plans_targets columns=target", "2026-11-05|7").assumed())
        .isEmpty();
  }

  @Test
  void saysWhatWasAssumedAndSaysItAgain() {
    ImportResult result = desk.lines(SESSIONS, "~ These are days of Minsk.", "2026-10-01|5");

    assertThat(result.assumed()).containsExactly("These are days of Minsk.");
    ImportBatch kept = desk.warehouse.batch(result.batch().orElseThrow()).orElseThrow();
    assertThat(kept.result().assumed()).isEqualTo(result.assumed());
  }

  @Test
  void anotherClientMayHaveTheSameFile() throws IOException {
    desk.lines(SESSIONS, "2026-10-01|5");
    Client other =
        new Client(new ClientId("other"), "Other", ACME.zone(), ACME.locale(), ACME.currency());

    List<ImportResult> results =
        desk.imports.importFiles(
            other,
            List.of(ReceivedFile.of(desk.folder.resolve("file-1.txt"))),
            ImportOptions.none(),
            Progress.silent());

    assertThat(results.get(0).status()).isEqualTo(Status.ACCEPTED);
  }

  @Test
  void filesThatArriveTogetherSeeEachOtherEvenAfterTheFirstIsAccepted() throws IOException {
    Path one = Files.writeString(desk.folder.resolve("one"), "lines\n" + SESSIONS + "\ntogether\n");
    Path two =
        Files.writeString(desk.folder.resolve("two"), "lines\n" + SESSIONS + "\n\ntogether\n");

    List<ImportResult> results =
        desk.imports.importFiles(
            ACME,
            List.of(ReceivedFile.of(one), ReceivedFile.of(two)),
            ImportOptions.none(),
            Progress.silent());

    assertThat(results).extracting(ImportResult::status).containsOnly(Status.ACCEPTED);
    assertThat(value(desk.ask("web_traffic", sum("sessions"), OCTOBER)))
        .contains(new BigDecimal(3));
    assertThat(arriving()).isEmpty();
  }

  @Test
  void keepsRejectedRowsForTheUserToCorrect() {
    ImportResult result = desk.lines(SESSIONS, "2026-10-01|5", "! ten", "2026-10-02|7");

    assertThat(result.status()).isEqualTo(Status.PARTIAL);
    assertThat(result.issueCount()).isEqualTo(1);
    assertThat(result.tables().get(0).rejectedRows()).isEqualTo(1);
    assertThat(desk.warehouse.rejectedRows(result.batch().orElseThrow()))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.issue().line()).isEqualTo(4);
            });
  }

  @Test
  void aFileWhoseRowsAreMostlyWrongIsRejectedWhole() {
    ImportResult result = desk.lines(SESSIONS, "2026-10-01|5", "! a", "! b");

    assertRejected(result, "2 of 3 rows that cannot be read");
    assertThat(desk.warehouse.rejectedRows(result.batch().orElseThrow())).hasSize(2);
  }

  @Test
  void namesAHundredProblemsAndCountsAll() {
    String rows = days("2026-01-01", "2026-10-31", "1");
    ImportResult result = desk.lines(SESSIONS, rows, "! x\n".repeat(250));

    assertThat(result.status()).isEqualTo(Status.PARTIAL);
    assertThat(result.issues()).hasSize(100);
    assertThat(result.issueCount()).isEqualTo(250);
  }

  @ParameterizedTest
  @ValueSource(strings = {"? no heading row", "throw", "cut off", "overflow"})
  void aFileThatIsWrongAsAWholeLeavesNothingBehind(String line) {
    assertRejected(desk.lines(SESSIONS, "2026-10-01|5", line), "");
  }

  /** Each table takes memory of the engine, so that hundreds of them would take all of it. */
  @Test
  void anArchiveWithATableForEachDayIsImported() {
    StringBuilder tables = new StringBuilder();
    for (String day : days("2020-01-01", "2021-12-31", "a|b|c|d|e|f|1").split("\n")) {
      tables
          .append("table web_traffic")
          .append(" columns=channel,source_name,medium,campaign,device,country,sessions")
          .append(" cut=channel\n")
          .append(day)
          .append('\n');
    }
    ImportResult result = desk.accepted(tables.toString());

    assertThat(result.tables()).hasSize(731).allMatch(table -> table.rows() == 1);
    assertThat(
            value(desk.ask("web_traffic", sum("sessions"), Desk.span("2020-01-01", "2021-12-31"))))
        .contains(new BigDecimal(731));
  }

  @Test
  void ordersInManyTablesOfOneFileAreStillOneUnderTheirKey() {
    String table = "table orders columns=order_id,status,total grain=EVENT currency=EUR\n";
    StringBuilder tables = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      tables.append(table).append("2026-10-01|A|placed|").append(i).append('\n');
      tables.append("2026-10-01|A|placed|").append(i + 1).append('\n');
    }
    desk.accepted(tables.toString());

    assertThat(value(desk.ask("orders", sum("total"), OCTOBER))).contains(new BigDecimal(200));
  }

  @Test
  void aFileThatRepeatsItsHeadingsWithoutEndIsRejectedOnce() {
    ImportResult result = desk.lines((SESSIONS + "\n2026-10-01|1\n").repeat(2_500));

    assertRejected(result, "more than 2000 tables");
    assertThat(result.issueCount()).isEqualTo(1);
  }

  @Test
  void aFileWithoutARowIsRejected() {
    assertRejected(desk.lines(SESSIONS), "no row of data");
    assertRejected(desk.lines("# nothing but a comment"), "no row of data");
  }

  @Test
  void aFileThatOnlyTellsAboutTheOthersIsTakenWithThem() throws IOException {
    Path data = desk.folder.resolve("data.txt");
    Path filters = desk.folder.resolve("filters.txt");
    Files.writeString(data, "lines\n" + SESSIONS + "\n2026-10-01|5\n");
    Files.writeString(filters, "lines\n# the days of the other file\n");

    assertThat(
            desk.imports.importFiles(
                ACME,
                List.of(ReceivedFile.of(filters), ReceivedFile.of(data)),
                ImportOptions.none(),
                Progress.silent()))
        .extracting(ImportResult::status)
        .containsOnly(Status.ACCEPTED);
  }

  @Test
  void saysWhatAFailingConnectorSaid() {
    assertRejected(
        desk.lines(SESSIONS, "2026-10-01|5", "throw"),
        "the connector lines failed: java.lang.IllegalStateException: a stranger's bug");
  }

  @Test
  void aTableKnownToBeEmptyIsAnAnswer() {
    ImportResult result =
        desk.lines("table orders columns=order_id,total grain=EVENT period=2026-10-01..2026-10-31");

    assertThat(result.status()).isEqualTo(Status.ACCEPTED);
    assertThat(desk.ask("orders", Desk.count(), OCTOBER).coverage().get(0).extent())
        .isEqualTo(io.retainer.model.fact.Coverage.Extent.FULL);
  }

  @Test
  void anUnknownFileIsRefusedWithEachConnectorsReason() {
    ImportResult result = desk.file("something else", ImportOptions.none());

    assertThat(result.status()).isEqualTo(Status.UNRECOGNISED);
    assertThat(result.issues())
        .singleElement()
        .extracting(ReadIssue::saw)
        .isEqualTo("the first line is not \"lines\"");
    assertThat(desk.folder.resolve("received").resolve(result.sha256())).doesNotExist();
    assertThat(desk.warehouse.batches(ACME.id())).isEmpty();
  }

  @Test
  void whoKnowsWhatAFileIsHasTheWord() throws IOException {
    ConnectorJar.write(
        desk.folder.resolve("connectors/rival.jar"), RivalConnector.class, LinesConnector.class);
    ImportResult result = desk.file("relation\n", ImportOptions.none());

    assertThat(result.status()).isEqualTo(Status.UNRECOGNISED);
    assertThat(result.issues())
        .singleElement()
        .extracting(ReadIssue::saw)
        .isEqualTo("This is a relation of lines: take the lines themselves.");
  }

  @Test
  void aConnectorThatFailedWhileItLookedAtAFileIsNamedInTheFilesResult() throws IOException {
    ConnectorJar.write(
        desk.folder.resolve("connectors/rival.jar"), RivalConnector.class, LinesConnector.class);
    Path read =
        Files.writeString(
            desk.folder.resolve("broken.txt"), "lines\n" + SESSIONS + "\n2026-10-01|5\n");

    ImportResult result =
        desk.imports
            .importFiles(
                ACME, List.of(ReceivedFile.of(read)), ImportOptions.none(), Progress.silent())
            .get(0);

    assertThat(result.status()).isEqualTo(Status.ACCEPTED);
    assertThat(result.assumed())
        .singleElement()
        .asString()
        .contains("The connector rival was left out", "a stranger's bug", "rival.jar");
    assertThat(desk.warehouse.batch(result.batch().orElseThrow()).orElseThrow().result().assumed())
        .isEqualTo(result.assumed());
  }

  @Test
  void onlyFilesOfOneFolderBelongTogether() throws IOException {
    Path here = Files.createDirectories(desk.folder.resolve("here")).resolve("one");
    Path there = Files.createDirectories(desk.folder.resolve("there")).resolve("two");
    Files.writeString(here, "lines\n" + SESSIONS + "\ntogether\n");
    Files.writeString(there, "lines\n" + SESSIONS + "\n\n\n");

    desk.imports.importFiles(
        ACME,
        List.of(ReceivedFile.of(here), ReceivedFile.of(there)),
        ImportOptions.none(),
        Progress.silent());

    assertThat(value(desk.ask("web_traffic", sum("sessions"), OCTOBER)))
        .contains(new BigDecimal(0));
  }

  @Test
  void whatNobodyCanReadIsSaidOnceAndNotForEachConnector() throws IOException {
    ConnectorJar.write(
        desk.folder.resolve("connectors/rival.jar"), RivalConnector.class, LinesConnector.class);
    ImportResult result = desk.file("damaged\n", ImportOptions.none());

    assertThat(result.status()).isEqualTo(Status.UNRECOGNISED);
    assertThat(result.issues())
        .containsExactly(ReadIssue.ofFile("a damaged file", "a sound one", "Export it again."));
    assertThat(desk.file("letter\n", ImportOptions.none()).issues()).hasSize(2);
  }

  @Test
  void twoConnectorsThatKnowAFileAreNamed() {
    ConnectorJar.write(
        desk.folder.resolve("connectors/rival.jar"), RivalConnector.class, LinesConnector.class);
    ImportResult result = desk.lines(SESSIONS, "2026-10-01|5");

    assertThat(result.status()).isEqualTo(Status.REJECTED);
    assertThat(result.issues().get(0).saw()).contains("lines, rival");
    assertThat(
            desk.file(
                    "lines\n" + SESSIONS + "\n2026-10-01|5\n",
                    ImportOptions.none().withConnector("lines"))
                .status())
        .isEqualTo(Status.ACCEPTED);
  }

  @Test
  void anEmptyAMissingAndAHugeFileAreRejected() throws IOException {
    assertThat(desk.file("", ImportOptions.none()).issues().get(0).saw())
        .isEqualTo("an empty file");

    Path huge = desk.folder.resolve("huge.csv");
    try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength(FileImports.LARGEST_FILE + 1);
    }
    List<ImportResult> results =
        desk.imports.importFiles(
            ACME,
            List.of(ReceivedFile.of(huge), ReceivedFile.of(desk.folder.resolve("none.csv"))),
            ImportOptions.none(),
            Progress.silent());

    assertThat(results).extracting(ImportResult::status).containsOnly(Status.REJECTED);
    assertThat(results.get(0).issues().get(0).saw()).contains("4,294,967,297 bytes");
    assertThat(results.get(1).issues().get(0).saw()).contains("there is no file");
  }

  @Test
  void aDryRunKeepsNothing() {
    String content = "lines\n" + SESSIONS + "\n2026-10-01|5\n";
    ImportResult tried = desk.file(content, ImportOptions.none().asDryRun());

    assertThat(tried.status()).isEqualTo(Status.ACCEPTED);
    assertThat(tried.batch()).isEmpty();
    assertThat(desk.warehouse.batches(ACME.id())).isEmpty();
    assertThat(value(desk.ask("web_traffic", sum("sessions"), OCTOBER))).isEmpty();
    assertThat(desk.file(content, ImportOptions.none()).status()).isEqualTo(Status.ACCEPTED);
  }

  @Test
  void whatIsKeptForAClientHoldsForEveryImportUnlessTheImportSaysOtherwise() throws IOException {
    FileImports imports =
        FileImports.open(
            desk.warehouse,
            desk.connectors,
            desk.folder.resolve("received"),
            new Mappings(desk.folder.resolve("mappings")),
            FileImports.LARGEST_FILE,
            Optional.empty(),
            Map.of(),
            client ->
                client.equals(ACME.id())
                    ? Map.of("unnamed", "kept", "of-another-connector", "x")
                    : Map.of(),
            true);
    String table = "lines\ntable web_traffic columns=sessions\n2026-10-01|";
    Path one = Files.writeString(desk.folder.resolve("one"), table + "1\n");
    Path two = Files.writeString(desk.folder.resolve("two"), table + "2\n");

    assertThat(account(imports, one, ImportOptions.none())).contains("kept");
    assertThat(account(imports, two, ImportOptions.none().withSettings(Map.of("unnamed", "given"))))
        .contains("given");
  }

  private static Optional<String> account(FileImports imports, Path file, ImportOptions options) {
    return imports
        .importFiles(ACME, List.of(ReceivedFile.of(file)), options, Progress.silent())
        .get(0)
        .account();
  }

  @Test
  void comparesATotalThatStandsBelowEachPartOfAListOnce() {
    ImportResult result =
        desk.lines(SESSIONS, "2026-10-01|5", "= sessions 5", "= sessions 5.0", "= sessions 7");

    assertThat(result.reconciliation())
        .extracting(ImportResult.Reconciliation::total)
        .containsExactly(new BigDecimal("5"), new BigDecimal("7"));
  }

  @Test
  void takesRowsWithoutEndThatCallThemselvesTotalsForAFewTotals() {
    String[] lines =
        Stream.concat(
                Stream.of(SESSIONS, "2026-10-01|5"),
                IntStream.range(0, 40_000).mapToObj(number -> "= sessions " + number))
            .toArray(String[]::new);

    ImportResult result = desk.lines(lines);

    assertThat(result.status()).isEqualTo(Status.ACCEPTED);
    assertThat(result.reconciliation()).hasSize(100);
  }

  @Test
  void comparesTheSourcesTotalsWithTheRows() {
    ImportResult result =
        desk.lines(
            SESSIONS,
            "2026-10-01|5",
            "2026-10-02|7",
            "= sessions 12",
            REVENUE,
            "2026-10-01|10.333",
            "2026-10-02|10.333",
            "= revenue 20.67",
            "= revenue 25");

    assertThat(result.reconciliation())
        .extracting(each -> each.metric(), each -> each.verdict())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("web_traffic.sessions", Verdict.EQUAL),
            org.assertj.core.groups.Tuple.tuple("web_traffic.revenue", Verdict.WITHIN_TOLERANCE),
            org.assertj.core.groups.Tuple.tuple("web_traffic.revenue", Verdict.DIFFERENT));
  }

  @Test
  void aSumThatIsShortByTheSourcesOwnLimitIsIncompleteAndNotDifferent() {
    ImportResult result =
        desk.lines(
            "table web_traffic columns=channel,sessions cut=channel complete=false",
            "2026-10-01|Direct|5",
            "= sessions 12",
            "= sessions 4",
            "table landing_pages columns=page,sessions cut=page",
            "2026-10-01|/|5",
            "2026-10-01|/b|<10",
            "= sessions 12");

    assertThat(result.reconciliation())
        .extracting(each -> each.verdict())
        .containsExactly(Verdict.INCOMPLETE, Verdict.DIFFERENT, Verdict.INCOMPLETE);
  }

  @Test
  void rejectsARowWithAnAmountNobodyCanHave() {
    ImportResult result =
        desk.lines(REVENUE, "2026-10-01|5", "2026-10-02|1E+2000000000", "2026-10-03|7");

    assertThat(result.status()).isEqualTo(Status.PARTIAL);
    assertThat(result.issues().get(0).line()).isEqualTo(4);
    assertThat(result.issues().get(0).expected()).isEqualTo("a number below 1,000,000,000,000");
  }

  @Test
  void rejectsRowsThatDoNotFitTheirTable() {
    ImportResult result =
        desk.lines(
            SESSIONS, "tell five", "2026-10-01..2026-10-02|5", "1066-10-14|5", "2026-10-01|5");

    assertThat(result.status()).isEqualTo(Status.REJECTED);
    assertThat(result.issues()).extracting(ReadIssue::line).containsExactly(0L, 3L, 4L, 5L);
    assertThat(result.issues())
        .extracting(ReadIssue::saw)
        .contains("five (String)", "1066-10-14..1066-10-14");
  }

  @Test
  void aLaterTableReplacesTheDaysItSpeaksOf() {
    desk.lines(SESSIONS, days("2026-10-01", "2026-10-31", "10"));
    desk.lines(SESSIONS, days("2026-10-30", "2026-11-02", "20"));

    assertThat(value(desk.ask("web_traffic", sum("sessions"), OCTOBER)))
        .contains(new BigDecimal("330"));
  }

  @Test
  void undoingAnImportBringsBackWhatItReplaced() {
    desk.lines(SESSIONS, days("2026-10-01", "2026-10-31", "10"));
    ImportResult second = desk.lines(SESSIONS, days("2026-10-30", "2026-10-31", "20"));
    String batch = second.batch().orElseThrow();

    desk.warehouse.undo(batch, "anna");

    assertThat(value(desk.ask("web_traffic", sum("sessions"), OCTOBER)))
        .contains(new BigDecimal("310"));
    assertThat(desk.warehouse.batch(batch)).map(ImportBatch::undone).contains(true);
    assertThat(desk.lines(SESSIONS, days("2026-10-30", "2026-10-31", "20")).status())
        .isEqualTo(Status.ACCEPTED);
  }

  @Test
  void ordersAreReplacedUnderTheirKeyAndUndone() {
    String orders = "table orders columns=order_id,status,total grain=EVENT currency=EUR";
    desk.lines(orders, "2026-10-01|A|placed|10", "2026-10-02|B|placed|20");
    ImportResult later =
        desk.lines(
            "table orders columns=order_id,status,total,country grain=EVENT currency=EUR",
            "2026-10-02|B|placed|25|fi",
            "2026-10-03|C|placed|5|fi",
            "2026-10-03|C|placed|6|fi");

    assertThat(value(desk.ask("orders", sum("total"), OCTOBER))).contains(new BigDecimal("41"));
    assertThat(later.tables().get(0).rows()).isEqualTo(2);
    desk.warehouse.undo(later.batch().orElseThrow(), "anna");
    assertThat(value(desk.ask("orders", sum("total"), OCTOBER))).contains(new BigDecimal("30"));
  }

  @Test
  void anOrderOfAnotherShopWithTheSameNumberTakesNobodysPlace() {
    String orders =
        "table orders columns=order_id,status,total,ordered_at grain=EVENT currency=EUR";
    String placed = "unchanging ordered_at";
    desk.lines(orders, placed, "2026-10-01|#7|placed|10|2026-10-01T10:00");

    ImportResult restated = desk.lines(orders, placed, "2026-10-01|#7|placed|12|2026-10-01T11:00");
    ImportResult sameDay =
        desk.lines(orders, placed, "2026-10-01|#7|placed|30|2026-10-01T11:07:20");
    ImportResult dayOnly = desk.lines(orders, placed, "2026-10-01|#7|placed|12|2026-10-01T00:00");
    ImportResult other =
        desk.lines(
            orders,
            placed,
            "2026-10-03|#6|placed|5|2026-10-03T10:00",
            "2026-10-05|#7|placed|20|2026-10-05T10:00");

    assertThat(restated.status()).isEqualTo(Status.ACCEPTED);
    assertThat(sameDay.status()).isEqualTo(Status.REJECTED);
    assertThat(dayOnly.status()).isEqualTo(Status.ACCEPTED);
    assertThat(other.status()).isEqualTo(Status.REJECTED);
    assertThat(other.issues().get(0).saw()).contains("#7 of 2026-10-05", "2026-10-01");
    assertThat(other.issues().get(0).advice()).contains("--account");
    assertThat(value(desk.ask("orders", sum("total"), OCTOBER))).contains(new BigDecimal("12"));
  }

  /** Shops and CRMs let one correct when a thing was made; that makes it no other thing. */
  @Test
  void oneOrderWhoseMomentWasCorrectedIsNoOtherShops() {
    String orders =
        "table orders columns=order_id,status,total,ordered_at grain=EVENT currency=EUR";
    String placed = "unchanging ordered_at";
    String first = "2026-10-01|1|placed|10|2026-10-01T10:00";
    String second = "2026-10-02|2|placed|20|2026-10-02T10:00";
    String third = "2026-10-03|3|placed|40|2026-10-03T10:00";
    desk.lines(orders, placed, first, second, third);

    ImportResult corrected =
        desk.lines(orders, placed, first, second, "2026-10-20|3|placed|50|2026-10-20T11:07");

    assertThat(corrected.status()).isEqualTo(Status.ACCEPTED);
    assertThat(value(desk.ask("orders", sum("total"), OCTOBER))).contains(new BigDecimal("80"));
  }

  @Test
  void saysThatAmountsWithoutACurrencyCountAsTheClients() {
    ImportResult result = desk.lines("table web_traffic columns=revenue", "2026-10-01|12.50");

    assertThat(result.assumed())
        .singleElement()
        .asString()
        .contains(ACME.currency().getCurrencyCode());
    assertThat(desk.lines(REVENUE, "2026-10-01|12.50").assumed()).isEmpty();
  }

  /** A condition would not find them, and nobody would see why. */
  @Test
  void textsHaveNoBlanksAroundThemWhicheverConnectorReadThem() {
    desk.lines(
        "table ad_performance columns=campaign,clicks cut=campaign",
        "2026-10-01|Autumn sale|1",
        "2026-10-02| Autumn sale\u00a0|2",
        "2026-10-03|  |4");

    Optional<Condition> itself = Optional.of(Desk.is("campaign", "Autumn sale"));
    assertThat(value(desk.ask("ad_performance", new Aggregation.Sum(CLICKS, itself), OCTOBER)))
        .contains(new BigDecimal(3));
    assertThat(
            value(
                desk.ask(
                    "ad_performance",
                    new Aggregation.Distinct("campaign", Optional.empty()),
                    OCTOBER)))
        .contains(BigDecimal.ONE);
  }

  /** A refund that stands under the number of its order would take the sale away unseen. */
  @Test
  void saysHowManyRowsALaterOneOfTheirKeyTookThePlaceOf() {
    String orders = "table orders columns=order_id,status,total grain=EVENT currency=EUR";

    ImportResult result =
        desk.lines(
            orders,
            "2026-10-01|A|placed|10",
            "2026-10-02|B|placed|20",
            "2026-10-03|A|refund|10",
            "2026-10-04|A|refund|5");

    assertThat(result.issues()).isEmpty();
    assertThat(result.assumed())
        .singleElement()
        .asString()
        .startsWith("Rows with the same order_id as a later row of the file: 2. Only the last");
    assertThat(desk.lines(orders, "2026-10-01|C|placed|10", "2026-10-02|D|placed|5").assumed())
        .isEmpty();
  }

  @Test
  void anUndoInTheMiddleLeavesTheLatestInForce() {
    desk.lines(SESSIONS, "2026-10-01|1");
    ImportResult middle = desk.lines(SESSIONS, "2026-10-01|2");
    desk.lines(SESSIONS, "2026-10-01|3");

    desk.warehouse.undo(middle.batch().orElseThrow(), "anna");

    assertThat(value(desk.ask("web_traffic", sum("sessions"), OCTOBER)))
        .contains(new BigDecimal("3"));
  }

  @Test
  void whatAKilledProcessLeftIsCleanedAtOpening() throws IOException {
    Path left = Files.createFile(desk.folder.resolve("received/.arriving/file123"));
    FileImports.open(desk.warehouse, desk.connectors, desk.folder.resolve("received"));
    assertThat(left).doesNotExist();
  }

  private void assertRejected(ImportResult result, String saw) {
    assertThat(result.status()).isEqualTo(Status.REJECTED);
    assertThat(result.issues().get(0).saw()).contains(saw);
    assertThat(value(desk.ask("web_traffic", sum("sessions"), OCTOBER))).isEmpty();
    assertThat(desk.warehouse.coverage(ACME.id())).isEmpty();
  }

  private List<Path> arriving() {
    try (Stream<Path> files = Files.list(desk.folder.resolve("received/.arriving"))) {
      return files.toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
