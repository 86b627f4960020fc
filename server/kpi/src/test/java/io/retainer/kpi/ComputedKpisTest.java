package io.retainer.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.kpi.compute.WorkerLimits;
import io.retainer.kpi.compute.Workers;
import io.retainer.kpi.rows.RowFacts;
import io.retainer.kpi.script.ComputationDraft;
import io.retainer.kpi.script.Script;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.fact.Coverage;
import io.retainer.model.fact.FactAnswer;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.FactSource;
import io.retainer.model.fact.Reason;
import io.retainer.model.fact.TableAnswer;
import io.retainer.model.fact.TableQuery;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.KpiValue.Status;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.time.ComparedPeriod;
import io.retainer.model.time.Comparison;
import io.retainer.model.time.Period;
import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** KPIs with {@code compute { … }}: who may have them, and what comes of them. */
class ComputedKpisTest {

  private static final Client ACME =
      new Client(
          new ClientId("acme"),
          "Acme",
          ZoneId.of("Europe/Helsinki"),
          Locale.ENGLISH,
          Currency.getInstance("EUR"));
  private static final Period OCTOBER = Period.parse("2026-10");
  private static final ComparedPeriod COMPARED =
      ComparedPeriod.closed(OCTOBER, Comparison.PREVIOUS, Comparison.LAST_YEAR);

  private static final String GOOD = "months: [1, 2, 3], expect: known(3)";

  @TempDir static Path folder;
  private static Path program;
  private static Computing allowed;

  @BeforeAll
  static void aProgram() throws IOException {
    program = Files.createDirectory(folder.resolve("program"));
    Files.writeString(
        program.resolve("web.groovy"),
        """
        kpi('web.sessions') {
          title en: 'Sessions'
          unit count
          better higher
          from web_traffic
          value { sum(sessions) }
        }
        """);
    allowed = Computing.in(program, Authors.all());
  }

  @AfterAll
  static void endWorkers() {
    allowed.workers().close();
  }

  private static String computed(String id, String compute, String example) {
    return """
    kpi('%s') {
      title en: 'Computed'
      unit count
      better higher
      series months: kpi('web.sessions').over(3, month)
      compute { %s }
      example 'as it is', %s
    }
    """
        .formatted(id, compute, example);
  }

  /** A library whose own folder has one script. */
  private static KpiLibrary library(String name, String text, Computing computing)
      throws IOException {
    Path own = Files.createDirectories(folder.resolve(name));
    Files.writeString(own.resolve("own.groovy"), text);
    return KpiLibrary.open(List.of(program, own), folder.resolve("last-good-" + name), computing);
  }

  private static KpiEngine over(KpiLibrary library, Map<String, Integer> sessionsByDay) {
    List<Map<String, Object>> rows = new ArrayList<>();
    sessionsByDay.forEach(
        (day, sessions) ->
            rows.add(
                Map.of("day", LocalDate.parse(day), "sessions", BigDecimal.valueOf(sessions))));
    return new KpiEngine(
        library, RowFacts.of(Map.of(Datasets.WEB_TRAFFIC, rows), LocalDate.of(2025, 1, 1)));
  }

  private static final Map<String, Integer> THREE_MONTHS =
      Map.of("2026-08-05", 10, "2026-09-05", 20, "2026-10-05", 60);

  private static KpiFigure figure(Kpis kpis, String id) {
    return kpis.figures(ACME, COMPARED, List.of(new KpiId(id))).get(0);
  }

  @Test
  void areRefusedWithTheirPlaceWhereTheRightIsOff() throws IOException {
    String script = computed("own.mean", "mean(months.values)", "months: [1, 3], expect: 2");
    KpiLibrary library = library("off", script, Computing.in(program, Authors.none()));

    assertThat(library.problems()).hasSize(1);
    assertThat(library.problems().get(0).toString())
        .contains(
            "own.groovy:6:11",
            "'compute' needs a right that this text does not have",
            "have an operator name you in retainer.kpi.computations");
    assertThat(library.definitions()).hasSize(1);
  }

  @Test
  void areOfThoseWhoseNamesAreGivenAndOfFilesThatNobodyElseCanHaveWritten() throws IOException {
    String script = computed("own.mean", "mean(months.values)", "months: [1, 3], expect: 2");
    String me = Files.getOwner(program).getName();

    assertThat(problems("mine", script, me, "rw-r--r--")).isEmpty();
    assertThat(problems("another", script, "nobody-" + me, "rw-r--r--")).hasSize(1);
    assertThat(problems("shared", script, me, "rw-rw----")).hasSize(1);
    Path open = Files.createDirectories(folder.resolve("open"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThat(problems("open", script, me, "rw-r--r--")).hasSize(1);
    Path linked = Files.createDirectories(folder.resolve("linked"));
    Files.createSymbolicLink(linked.resolve("own.groovy"), folder.resolve("mine/own.groovy"));
    assertThat(problems("linked", script, me, "rw-r--r--")).hasSize(1);
  }

  private static List<KpiProblem> problems(String name, String script, String author, String rights)
      throws IOException {
    Authors authors = new Authors(false, Set.of(author));
    KpiLibrary library = library(name, script, new Computing(allowed.workers(), program, authors));
    Files.setPosixFilePermissions(
        folder.resolve(name).resolve("own.groovy"), PosixFilePermissions.fromString(rights));
    return library.problems();
  }

  @Test
  void doNotAverageRatesUnlessTheirNameSaysSo() throws IOException {
    String rate =
        """
        kpi('own.rate') {
          title en: 'Rate'
          unit percent
          better higher
          from web_traffic
          value { sum(conversions) / sum(sessions) }
        }
        """;
    String silent =
        computed("own.quarter", "mean(months.values)", "months: [0.1, 0.3], expect: 0.2")
            .replace("web.sessions", "own.rate");
    KpiLibrary refused = library("silent", rate + silent, allowed);
    assertThat(refused.problems())
        .singleElement()
        .asString()
        .contains("own.groovy", "would weigh small periods like large ones", "divide the totals");
    KpiLibrary named =
        library("named", rate + silent.replace("own.quarter", "own.rate-mean-of-months"), allowed);
    assertThat(named.problems()).isEmpty();
  }

  @Test
  void giveAValueOverTheSeriesOfAnotherKpi() throws IOException {
    String script = computed("own.mean", "mean(months.values)", "months: [1, 3], expect: 2");
    KpiLibrary library = library("mean", script, allowed);
    assertThat(library.problems()).isEmpty();

    KpiFigure figure = figure(over(library, THREE_MONTHS), "own.mean");

    assertThat(figure.current().status()).isEqualTo(Status.KNOWN);
    assertThat(figure.current().value().orElseThrow()).isEqualByComparingTo("30");
    assertThat(figure.compared().get(0).value().value().orElseThrow()).isEqualByComparingTo("10");
    assertThat(figure.delta(Comparison.PREVIOUS).orElseThrow().amount()).isEqualByComparingTo("2");
    assertThat(figure.coverage().extent()).isNotNull();
    assertThat(figure.kpi().formula()).isEqualTo("compute from kpi('web.sessions').over(3, month)");
  }

  @Test
  void areNoPartOfAFormula() throws IOException {
    String script =
        computed("own.mean", "mean(months.values)", "months: [1, 3], expect: 2")
            + """
            kpi('own.share') {
              title en: 'A'
              unit ratio
              better higher
              value { kpi('own.mean') / kpi('web.sessions') }
            }
            """;

    assertThat(library("operand", script, allowed).problems())
        .extracting(KpiProblem::message)
        .containsExactly("'own.mean' is computed, and what is computed is no part of a formula");
  }

  @Test
  void areEstimatesWhenTheyAreMadeOfSome() throws IOException {
    String script =
        """
        kpi('own.traffic') {
          title en: 'A'
          unit count
          better higher
          from rankings
          value { sumOnLastDay(estimated_traffic) }
        }
        kpi('own.twice') {
          title en: 'A'
          unit count
          better higher
          series months: kpi('own.traffic').over(2, month)
          compute { months.last * 2 }
          example 'twice', months: [1, estimated(2)], expect: estimated(4), not: 2
        }
        """;
    Map<String, Object> checked =
        Map.of(
            "day", LocalDate.of(2026, 10, 5),
            "keyword", "tent",
            "estimated_traffic", BigDecimal.valueOf(21));
    KpiEngine engine =
        new KpiEngine(
            library("of-estimates", script, allowed),
            RowFacts.of(Map.of(Datasets.RANKINGS, List.of(checked)), LocalDate.of(2025, 1, 1)));

    KpiValue value = figure(engine, "own.twice").current();

    assertThat(value.status()).isEqualTo(Status.ESTIMATED);
    assertThat(value.value().orElseThrow()).isEqualByComparingTo("42");
    assertThat(value.reason().orElseThrow().code()).isEqualTo(Reason.Code.ESTIMATE);
  }

  @Test
  void areEstimatesWhenTheyHaveAnInterval() throws IOException {
    String script =
        computed(
            "own.guess",
            "estimate(months.last, months.last - 5, months.last + 5)",
            "months: [7], expect: 7, low: 2, high: 12");
    KpiLibrary library = library("guess", script, allowed);
    assertThat(library.problems()).isEmpty();

    KpiValue value = figure(over(library, THREE_MONTHS), "own.guess").current();

    assertThat(value.status()).isEqualTo(Status.ESTIMATED);
    assertThat(value.value().orElseThrow()).isEqualByComparingTo("60");
    assertThat(value.reason().orElseThrow().arguments()).containsExactly("55.0", "65.0", "count");
  }

  @Test
  void sayInAWordWhenThereIsTooLittle() throws IOException {
    String script = computed("own.few", "tooFew(months, 24)", "months: [7], expect: notComputable");
    KpiValue value =
        figure(over(library("few", script, allowed), THREE_MONTHS), "own.few").current();

    assertThat(value.status()).isEqualTo(Status.NOT_COMPUTABLE);
    assertThat(value.reason().orElseThrow().code()).isEqualTo(Reason.Code.TOO_FEW_VALUES);
    assertThat(value.reason().orElseThrow().arguments()).containsExactly("3", "24");
  }

  @Test
  void thatHangAreOneValueNotComputableAndLeaveTheOthersAlone() throws IOException {
    String script =
        computed(
                "own.endless",
                "def x = 0; while (months.last > 50) { x = 1 - x }; x",
                "months: [7], expect: 0")
            + computed("own.last", "months.last", "months: [7], expect: 7");
    KpiLibrary library = library("endless", script, allowed);
    assertThat(library.problems()).isEmpty();

    List<KpiFigure> figures =
        over(library, THREE_MONTHS)
            .figures(
                ACME,
                COMPARED,
                List.of(
                    new KpiId("own.endless"), new KpiId("own.last"), new KpiId("web.sessions")));

    KpiValue endless = figures.get(0).current();
    assertThat(endless.status()).isEqualTo(Status.NOT_COMPUTABLE);
    assertThat(endless.reason().orElseThrow().english())
        .isEqualTo("The computation failed: it took more than 2 s of processor time.");
    assertThat(figures.get(1).current().value().orElseThrow()).isEqualByComparingTo("60");
    assertThat(figures.get(2).current().value().orElseThrow()).isEqualByComparingTo("60");
  }

  @Test
  void thatHangTakeNoMoreThanAFewSecondsOfARequestHoweverManyTheyAre() throws IOException {
    StringBuilder script = new StringBuilder();
    List<KpiId> ids = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      String endless = "def x = %d; while (months.last > 50) { x = 1 - x }; x".formatted(i);
      script.append(computed("own.endless-" + i, endless, "months: [7], expect: " + i));
      ids.add(new KpiId("own.endless-" + i));
    }
    script.append(computed("own.honest", "months.last + 1", "months: [7], expect: 8"));
    ids.add(0, new KpiId("own.honest"));
    // However busy the machine is, the pauses are not over before the test is.
    Clock stopped = Clock.fixed(Instant.now(), ZoneOffset.UTC);
    Computing computing =
        new Computing(Workers.of(2, WorkerLimits.USUAL, stopped), program, Authors.all());
    try {
      KpiLibrary library = library("many-endless", script.toString(), computing);
      assertThat(library.problems()).isEmpty();
      KpiEngine engine = over(library, THREE_MONTHS);

      assertThat(said(engine, List.of(ids.get(0)))).containsExactly("61.0");

      String tooLong = "The computation failed: it took more than 2 s of processor time.";
      String paused =
          "The computation failed: it is not run again so soon: a moment ago, it took more than 2 s"
              + " of processor time.";
      assertThat(said(engine, ids))
          .startsWith("61.0")
          .satisfies(all -> assertThat(Collections.frequency(all, tooLong)).isEqualTo(2))
          .filteredOn(one -> one.contains("there was no time left for it after own.endless-"))
          .hasSize(3);
      assertThat(said(engine, ids))
          .startsWith("61.0")
          .satisfies(all -> assertThat(Collections.frequency(all, paused)).isEqualTo(2))
          .satisfies(all -> assertThat(Collections.frequency(all, tooLong)).isEqualTo(2));
      assertThat(said(engine, ids))
          .startsWith("61.0")
          .satisfies(all -> assertThat(Collections.frequency(all, paused)).isEqualTo(4));
    } finally {
      computing.workers().close();
    }
  }

  private static List<String> said(KpiEngine engine, List<KpiId> ids) {
    return engine.figures(ACME, COMPARED, ids).stream()
        .map(KpiFigure::current)
        .map(
            value ->
                value
                    .value()
                    .map(BigDecimal::toPlainString)
                    .orElseGet(() -> value.reason().orElseThrow().english()))
        .toList();
  }

  @Test
  void haveNoValueWhereTheirSeriesHasNone() throws IOException {
    String script = computed("own.mean", "mean(months.values)", "months: [1, 3], expect: 2");
    KpiLibrary library = library("empty", script, allowed);

    KpiEngine nothing = new KpiEngine(library, RowFacts.of(Map.of(), OCTOBER.span().start()));

    assertThat(figure(nothing, "own.mean").current().status()).isEqualTo(Status.NO_DATA);
  }

  /** Of 60 sessions a month, 12 in a part of one are no fall. */
  @Test
  void setNoPartOfAMonthBesideWholeOnes() throws IOException {
    String script =
        computed(
            "own.change",
            "months.last - mean(months.before(1).values)",
            "months: [1, 3], expect: 2");
    KpiLibrary library = library("parts", script, allowed);

    KpiValue lastIsAPart = figure(lacking(library, 10), "own.change").current();
    assertThat(lastIsAPart.status()).isEqualTo(Status.NOT_COMPUTABLE);
    assertThat(lastIsAPart.reason().orElseThrow().code()).isEqualTo(Reason.Code.MISSING_DAYS);

    KpiValue anEarlierOneIs = figure(lacking(library, 9), "own.change").current();
    assertThat(anEarlierOneIs.status()).isEqualTo(Status.PARTIAL);
    assertThat(anEarlierOneIs.value().orElseThrow()).isEqualByComparingTo("50");
    assertThat(anEarlierOneIs.reason().orElseThrow().code()).isEqualTo(Reason.Code.MISSING_DAYS);
  }

  private static KpiEngine lacking(KpiLibrary library, int month) {
    List<Map<String, Object>> rows = new ArrayList<>();
    THREE_MONTHS.forEach(
        (day, sessions) ->
            rows.add(
                Map.of("day", LocalDate.parse(day), "sessions", BigDecimal.valueOf(sessions))));
    FactSource whole = RowFacts.of(Map.of(Datasets.WEB_TRAFFIC, rows), LocalDate.of(2025, 1, 1));
    return new KpiEngine(
        library,
        new FactSource() {
          @Override
          public FactAnswer answer(FactQuery query) {
            return new FactAnswer(
                whole.answer(query).cells(),
                query.periods().stream()
                    .map(span -> coverage(span, span.start().getMonthValue() == month))
                    .toList());
          }

          @Override
          public TableAnswer table(TableQuery query) {
            throw new AssertionError("A table was asked for: " + query);
          }
        });
  }

  private static Coverage coverage(DateSpan span, boolean isPart) {
    return new Coverage(
        isPart ? Coverage.Extent.PARTIAL : Coverage.Extent.FULL,
        isPart ? List.of(DateSpan.ofDay(span.lastDay())) : List.of(),
        List.of(),
        Set.of(),
        true,
        Optional.empty());
  }

  @Test
  void takePartInWhatIsAskedTogether() throws IOException {
    String script = computed("own.mean", "mean(months.values)", "months: [1, 3], expect: 2");
    KpiLibrary library = library("together", script, allowed);
    List<KpiId> ids = List.of(new KpiId("own.mean"), new KpiId("web.sessions"));

    Kpis kpis =
        over(library, THREE_MONTHS).foreseeing(ACME, List.of(new Kpis.Ask.Figures(COMPARED, ids)));

    assertThat(figure(kpis, "own.mean").current().value().orElseThrow()).isEqualByComparingTo("30");
  }

  @Test
  void tellAllThatIsWrongWithThemWhenTheyAreSaved() throws IOException {
    String script =
        computed("own.exit", "java.lang.System.exit(1)", "months: [1], expect: 1")
            + computed("own.method", "months.values.take('a')", "months: [1], expect: 1")
            + computed("own.word", "mean(3)", "months: [1], expect: 1")
            + computed("own.example", "months.last", "months: [1], expect: 2")
            + computed("own.last", "months.last", "months: [1], expect: 1")
                .replace("web.sessions", "web.sesions");
    KpiLibrary library = library("wrong", script, allowed);

    assertThat(library.problems().toString())
        .contains("own.groovy:6:22", "'System' is no property");
    assertThat(library.definitions()).hasSize(1);

    Path own = folder.resolve("wrong").resolve("own.groovy");
    Files.writeString(own, script.substring(script.indexOf("kpi('own.method')")));

    assertThat(library.problems().toString())
        .contains(
            "own.groovy:6:13 'take' is given a text; write list.take(whole number): the first n")
        .contains("own.groovy:14:13 'mean' is given a whole number; write mean(list)")
        .contains("example 'as it is' gave 1.0, expected 2")
        .contains("unknown KPI 'web.sesions'", "did you mean 'web.sessions'?");
  }

  @Test
  void areNotTriedAgainByTheNextProcess() throws IOException {
    String script = computed("own.mean", "mean(months.values)", "months: [1, 3], expect: 2");
    assertThat(library("again", script, allowed).problems()).isEmpty();

    Computing later = Computing.in(program, Authors.all());
    assertThat(library("again", script, later).definitions()).hasSize(2);

    assertThat(later.workers().started()).isZero();
  }

  @Test
  void thatTakeLongAreSaidToBeTriedAndNotToBeWithoutProblems() throws IOException {
    Path scripts = Files.createDirectory(folder.resolve("slow"));
    KpiLibrary library =
        KpiLibrary.open(List.of(program, scripts), folder.resolve("slow-good"), allowed);
    assertThat(library.problems()).isEmpty();
    assertThat(library.beingTried()).isEmpty();

    for (String name : List.of("a", "b")) {
      Files.writeString(
          scripts.resolve(name + ".groovy"),
          computed("t." + name, "while (true) { def a = 1 }", "months: [1], expect: 3"));
    }
    assertThat(library.beingTried()).containsExactly("a.groovy", "b.groovy");

    while (!library.beingTried().isEmpty()) {
      assertThat(library.definitions())
          .extracting(kpi -> kpi.descriptor().id().value())
          .doesNotContain("t.a", "t.b");
    }
    assertThat(library.problems()).extracting(KpiProblem::file).contains("a.groovy", "b.groovy");
  }

  @Test
  void thatHangAreNotRunForADraftOfSomebodyElse() throws IOException {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    Clock settable =
        new Clock() {
          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return now.get();
          }
        };
    Computing computing =
        new Computing(Workers.of(2, WorkerLimits.USUAL, settable), program, Authors.all());
    Path scripts = Files.createDirectory(folder.resolve("hanging"));
    KpiLibrary library =
        KpiLibrary.open(List.of(program, scripts), folder.resolve("hanging-good"), computing);
    try {
      Files.writeString(scripts.resolve("a.groovy"), plain("t.of-a"));
      library.refresh();
      Files.writeString(
          scripts.resolve("a.groovy"), plain("t.of-a") + computed("t.a", ENDLESS, GOOD));
      for (String other : List.of("b", "c", "d")) {
        Files.writeString(
            scripts.resolve(other + ".groovy"),
            computed("t." + other, ENDLESS.replace("1", "'" + other + "'"), GOOD));
      }
      assertThat(library.beingTried()).hasSize(4);

      assertThat(tried(library, computing, "while-others-are-tried"))
          .contains("t.draft", "t.of-a")
          .doesNotContain("t.a");
      assertThat(library.beingTried()).isNotEmpty();

      while (!library.beingTried().isEmpty()) {
        library.refresh();
      }
      int started = computing.workers().started();
      now.set(now.get().plus(Duration.ofHours(1)));

      assertThat(tried(library, computing, "an-hour-later"))
          .contains("t.draft", "t.of-a")
          .doesNotContain("t.a");
      assertThat(computing.workers().started()).isEqualTo(started);
    } finally {
      computing.workers().close();
    }
  }

  private static List<String> tried(KpiLibrary library, Computing computing, String name)
      throws IOException {
    Path draft = Files.createDirectories(folder.resolve(name));
    Files.writeString(
        draft.resolve("draft.groovy"),
        plain("t.draft")
            .replace("unit count", "unit ratio")
            .replace("sum(conversions)", "kpi('t.of-a') / kpi('web.sessions')"));
    KpiTrial trial = library.trial(draft, folder.resolve(name + "-good"), computing);
    assertThat(trial.problems()).isEmpty();
    return trial.library().definitions().stream()
        .map(kpi -> kpi.descriptor().id().value())
        .toList();
  }

  private static final String ENDLESS = "while (true) { def a = 1 }";

  private static String plain(String id) {
    return """
    kpi('%s') {
      title en: 'Plain'
      unit count
      better higher
      from web_traffic
      value { sum(conversions) }
    }
    """
        .formatted(id);
  }

  @Test
  void thatTakeLongKeepNoPlainDefinitionAndNoOtherFileWaiting() throws IOException {
    Path scripts = Files.createDirectory(folder.resolve("crowded"));
    KpiLibrary library =
        KpiLibrary.open(List.of(program, scripts), folder.resolve("crowded-good"), allowed);
    library.refresh();
    for (int i = 0; i < 6; i++) {
      Files.writeString(
          scripts.resolve("a" + i + ".groovy"),
          computed(
              "t.slow-" + i,
              "def n = %d; while (true) { n = 1 - n }".formatted(i),
              "months: [1], expect: 3"));
    }
    Files.writeString(scripts.resolve("z.groovy"), computed("t.quick", "months.last", GOOD));
    library.refresh();

    Instant start = Instant.now();
    Files.writeString(
        scripts.resolve("plain.groovy"),
        "kpi('t.plain') {\n  title en: 'A'\n  unit count\n  better higher\n  from web_traffic\n"
            + "  value { sum(sessions) }\n}\n");
    assertThat(ids(library)).contains("t.plain");
    while (!ids(library).contains("t.quick")) {
      assertThat(library.beingTried()).isNotEmpty();
    }
    assertThat(library.beingTried()).as("each waits for its turn").isNotEmpty();
    assertThat(library.problems()).extracting(KpiProblem::file).doesNotContain("z.groovy");
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(30));
  }

  private static List<String> ids(KpiLibrary library) {
    return library.definitions().stream().map(kpi -> kpi.descriptor().id().value()).toList();
  }

  @Test
  void ofTheProgramAreTriedBeforeThoseOfTheHomeWhateverTheyAreCalled() throws IOException {
    List<String> tried = new ArrayList<>();
    List<Linking.Layered> scripts = new ArrayList<>();
    scripts.add(layered(1, "home.groovy", computed("a.of-home", "months.last", GOOD)));
    scripts.add(
        new Linking.Layered(
            0, Script.read("web.groovy", Files.readString(program.resolve("web.groovy")))));
    scripts.add(layered(0, "program.groovy", computed("z.of-program", "months.last", GOOD)));
    scripts.add(layered(1, "known.groovy", computed("z.known", "months.last", GOOD)));

    Linking linking =
        Linking.of(
            scripts,
            Overlay.Earlier.UNKNOWN,
            allowed,
            new ComputationLinker.Known() {
              @Override
              public boolean isKnown(int layer, ComputationDraft draft) {
                boolean isKnown = draft.id().value().equals("z.known");
                if (isKnown && !tried.contains("z.known")) {
                  tried.add("z.known");
                }
                return isKnown;
              }

              @Override
              public boolean isOfProgram(int layer) {
                return layer == 0;
              }

              @Override
              public void know(ComputationDraft draft) {
                tried.add(draft.id().value());
              }
            });

    assertThat(linking.problems().values()).allSatisfy(found -> assertThat(found).isEmpty());
    assertThat(tried).containsExactly("z.known", "z.of-program", "a.of-home");
  }

  private static Linking.Layered layered(int layer, String file, String text) {
    return new Linking.Layered(layer, Script.read(file, text));
  }

  @Test
  void ofUncertainValuesAreExpectedToBePartial() throws IOException {
    assertThat(tried("months.last", "months: [1, 2, 3], expect: known(3)")).isEmpty();
    assertThat(tried("months.last", "months: [suppressed, 2, 3], expect: partial(3)")).isEmpty();
    assertThat(tried("months.last", "months: [partial(1), 2, 3], expect: partial(3)")).isEmpty();
    assertThat(tried("estimate(3, 2, 4)", "months: [1, 2, 3], expect: estimated(3), low: 2"))
        .isEmpty();
    assertThat(tried("months.last", "months: [suppressed, 2, 3], expect: known(3)"))
        .containsExactly(
            "example 'as it is' gave partial(3.0) (A value of a series is suppressed or partial.),"
                + " expected known(3)");
    assertThat(tried("months.last", "months: [estimated(1), 2, 3], expect: estimated(3)"))
        .isEmpty();
    assertThat(tried("months.last", "months: [estimated(1), partial(2), 3], expect: estimated(3)"))
        .isEmpty();
    assertThat(tried("months.last", "months: [1, 2, estimated(3)], expect: known(3)"))
        .containsExactly(
            "example 'as it is' gave estimated(3.0) (The value is an estimate.), expected known(3)");
    assertThat(tried("months.last", "months: [partial, 2, 3], expect: 3"))
        .containsExactly("this is no value of a series");
  }

  @Test
  void thatEndTheirWorkerHaveNotFoundThatThereIsNoValue() throws IOException {
    assertThat(
            tried(
                "def x = 1; while (months.last > 0) { x = 1 - x }; x",
                "months: [1, 2, 3], expect: notComputable"))
        .containsExactly(
            "example 'as it is' gave nothing (The computation failed: it took more than 2 s of processor time.),"
                + " expected notComputable");
  }

  private static List<String> tried(String compute, String example) throws IOException {
    Path script = Files.createTempDirectory(folder, "tried").resolve("tried.groovy");
    Files.writeString(script, computed("t.tried", compute, example));
    return KpiScriptCheck.check(List.of(script), List.of(program), allowed)
        .scripts()
        .get(0)
        .faults()
        .stream()
        .map(KpiProblem::message)
        .toList();
  }
}
