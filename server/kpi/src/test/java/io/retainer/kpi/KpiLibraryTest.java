package io.retainer.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.kpi.compute.WorkerLimits;
import io.retainer.kpi.compute.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KpiLibraryTest {

  @TempDir Path folder;
  private Path builtIn;
  private Path own;
  private Path lastGood;

  @BeforeEach
  void folders() throws IOException {
    builtIn = Files.createDirectory(folder.resolve("built-in"));
    own = folder.resolve("own");
    lastGood = folder.resolve("last-good");
  }

  private KpiLibrary open() {
    return KpiLibrary.open(List.of(builtIn, own), lastGood);
  }

  private static String kpi(String id, String title) {
    return kpi(id, title, "count()");
  }

  private static String kpi(String id, String title, String value) {
    return """
    kpi('%s') {
      title en: '%s'
      unit count
      better higher
      from orders
      value { %s }
      where status == 'placed' || status == null
    }
    """
        .formatted(id, title, value);
  }

  private static void write(Path folder, String script, String text) throws IOException {
    Path file = folder.resolve(script);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static List<String> titles(KpiLibrary library) {
    return library.definitions().stream().map(d -> d.descriptor().title().get("en")).toList();
  }

  @Test
  void aScriptOfALaterFolderOverridesTheOneWithTheSamePath() throws IOException {
    write(builtIn, "conversion/orders.groovy", kpi("a.one", "built in") + kpi("a.two", "built in"));
    write(own, "conversion/orders.groovy", kpi("a.one", "own"));

    assertThat(titles(open())).containsExactly("own");
  }

  @Test
  void aFailingExampleIsAProblemOfTheScriptItStandsInAlone() throws IOException {
    write(builtIn, "conversion/orders.groovy", kpi("a.one", "built in"));
    write(
        own,
        "mine.groovy",
        kpi("a.one", "own")
            .replace("value {", "example 'two', rows: [[order_id: '1']], expect: 2\n  value {"));

    KpiLibrary library = open();

    assertThat(library.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.file()).isEqualTo("mine.groovy"));
    assertThat(titles(library)).containsExactly("built in");
  }

  @Test
  void aScriptSaysWhichKpisOfTheOneItOverridesAreGoneAndWhoUsesThem() throws IOException {
    write(builtIn, "conversion/orders.groovy", kpi("a.one", "built in") + kpi("a.two", "built in"));
    write(builtIn, "conversion/more.groovy", kpi("a.more", "more", "kpi('a.two')"));
    write(own, "conversion/orders.groovy", kpi("a.one", "own"));

    assertThat(open().problems())
        .extracting(KpiProblem::toString)
        .contains(
            "conversion/orders.groovy leaves out what the file that it takes the place of has:"
                + " a.two (used in conversion/more.groovy); add them, or save only what you changed"
                + " under another name: a KPI takes the place of the one with the same id");
  }

  @Test
  void aDefinitionOfALaterFolderReplacesTheOneWithTheSameId() throws IOException {
    write(builtIn, "conversion/orders.groovy", kpi("a.one", "built in") + kpi("a.two", "built in"));
    write(own, "mine.groovy", kpi("a.two", "own"));

    KpiLibrary library = open();

    assertThat(titles(library)).containsExactly("built in", "own");
    assertThat(library.problems()).isEmpty();
  }

  @Test
  void aFolderMayBeALinkAndALinkThatGoesRoundIsPassedOver() throws IOException {
    Path checkout = folder.resolve("checkout");
    write(checkout, "conversion/mine.groovy", kpi("a.one", "own"));
    Files.createSymbolicLink(own, checkout);
    Files.createSymbolicLink(checkout.resolve("round"), checkout);

    KpiLibrary library = open();

    assertThat(titles(library)).containsExactly("own");
    assertThat(library.problems()).isEmpty();
  }

  /** What is read goes into the history and onto pages, for people who may not read the file. */
  @Test
  void aLinkOutOfTheFolderIsPassedOverAndSaidSo() throws IOException {
    write(folder, "secret.groovy", "password = 'hidden'");
    write(folder, "elsewhere/secret.groovy", kpi("a.secret", "secret"));
    write(own, "a.groovy", kpi("a.one", "own"));
    Files.createSymbolicLink(own.resolve("b.groovy"), folder.resolve("secret.groovy"));
    Files.createSymbolicLink(own.resolve("more"), folder.resolve("elsewhere"));
    Files.createSymbolicLink(own.resolve("copy.groovy"), own.resolve("none.groovy"));

    KpiLibrary library = open();

    assertThat(titles(library)).containsExactly("own");
    assertThat(library.problems())
        .extracting(KpiProblem::toString)
        .containsExactly(
            "b.groovy is a link out of its folder, and passed over; copy what it leads to, or make"
                + " the whole folder of scripts a link",
            "copy.groovy has the name of a script and is no file, and is passed over; remove it, or"
                + " give it another name",
            "more is a link out of its folder, and passed over; copy what it leads to, or make the"
                + " whole folder of scripts a link");
  }

  @Test
  void aLinkInThePlaceOfAScriptLeavesWhatWorkedInForce() throws IOException {
    write(folder, "elsewhere.groovy", kpi("a.one", "elsewhere"));
    write(own, "a.groovy", kpi("a.one", "own"));
    KpiLibrary library = open();
    library.refresh();

    Files.delete(own.resolve("a.groovy"));
    Files.createSymbolicLink(own.resolve("a.groovy"), folder.resolve("elsewhere.groovy"));

    assertThat(titles(library)).containsExactly("own");
    assertThat(library.problems()).extracting(KpiProblem::file).containsExactly("a.groovy");
    assertThat(titles(open())).as("in the next process").containsExactly("own");
  }

  @Test
  void aLinkThatStoodForAScriptIsDeletedAsTheScriptIs() throws IOException {
    write(folder, "elsewhere.groovy", kpi("a.one", "elsewhere"));
    write(own, "a.groovy", kpi("a.one", "own"));
    KpiLibrary library = open();
    library.refresh();
    Files.delete(own.resolve("a.groovy"));
    Files.createSymbolicLink(own.resolve("a.groovy"), folder.resolve("elsewhere.groovy"));
    library.refresh();

    Files.delete(own.resolve("a.groovy"));

    assertThat(titles(library)).isEmpty();
    assertThat(library.problems()).isEmpty();
  }

  @Test
  void aNewLinkOutOfTheFolderIsToldAtOnce() throws IOException {
    write(folder, "elsewhere.groovy", kpi("a.two", "elsewhere"));
    write(own, "a.groovy", kpi("a.one", "own"));
    KpiLibrary library = open();
    library.refresh();

    Files.createSymbolicLink(own.resolve("b.groovy"), folder.resolve("elsewhere.groovy"));

    assertThat(library.problems()).extracting(KpiProblem::file).containsExactly("b.groovy");
  }

  @Test
  void aFolderInThePlaceOfAScriptIsNoDeletion() throws IOException {
    write(own, "a.groovy", kpi("a.one", "own"));
    KpiLibrary library = open();
    library.refresh();

    Files.delete(own.resolve("a.groovy"));
    write(own, "a.groovy/b.groovy", kpi("a.two", "inside"));

    assertThat(titles(library)).containsExactly("own");
    assertThat(library.problems())
        .extracting(KpiProblem::toString)
        .containsExactly(
            "a.groovy has the name of a script and is no file, and is passed over; remove it, or"
                + " give it another name");
  }

  @Test
  void aScriptThatIsTooDeepForAThreadIsAProblemOfItsOwnOnly() throws Exception {
    write(own, "good.groovy", kpi("a.one", "own"));
    write(own, "id.groovy", kpi("a-".repeat(990) + "a.b", "long"));
    write(own, "deep.groovy", kpi("a.two", "deep", "a" + " \"a\"".repeat(5_801)));
    KpiLibrary library = open();
    List<String> found = new ArrayList<>();

    Thread server = new Thread(null, () -> found.addAll(titles(library)), "server", 512L << 10);
    server.start();
    server.join();

    assertThat(found).containsExactly("own");
    assertThat(library.problems())
        .extracting(KpiProblem::file)
        .contains("id.groovy", "deep.groovy");
  }

  @Test
  void anEditIsInForceAtOnce() throws IOException {
    write(own, "a.groovy", kpi("a.one", "before"));
    KpiLibrary library = open();
    String version = library.definitions().get(0).descriptor().version();

    write(own, "a.groovy", kpi("a.one", "after!"));

    assertThat(titles(library)).containsExactly("after!");
    assertThat(library.definitions().get(0).descriptor().version()).isNotEqualTo(version);
  }

  /** Whether its author may compute is asked of each script; here the answer keeps one waiting. */
  @Test
  void whatTakesLongToBeTriedKeepsNobodyWaiting() throws IOException {
    CountDownLatch tried = new CountDownLatch(1);
    AtomicBoolean isSlow = new AtomicBoolean();
    var computing =
        new Computing(
            Workers.of(1, WorkerLimits.USUAL),
            builtIn,
            file -> {
              if (isSlow.get()) {
                await(tried);
              }
              return false;
            });
    write(own, "a.groovy", kpi("a.one", "one"));
    KpiLibrary library = KpiLibrary.open(List.of(builtIn, own), lastGood, computing);
    assertThat(titles(library)).containsExactly("one");

    isSlow.set(true);
    write(own, "b.groovy", kpi("a.two", "two"));

    assertThat(titles(library)).containsExactly("one");
    tried.countDown();
    isSlow.set(false);
    assertThat(titles(library)).containsExactly("one", "two");
  }

  @Test
  void aBrokenEditLeavesTheLastGoodVersionInForceEvenInTheNextProcess() throws IOException {
    write(own, "a.groovy", kpi("a.one", "good"));
    KpiLibrary library = open();
    assertThat(titles(library)).containsExactly("good");

    write(own, "a.groovy", kpi("a.one", "bad", "cuont()"));

    assertThat(titles(library)).containsExactly("good");
    KpiLibrary nextProcess = open();
    assertThat(titles(nextProcess)).containsExactly("good");
    assertThat(nextProcess.problems())
        .extracting(KpiProblem::toString)
        .containsExactly("a.groovy:6:11 unknown word 'cuont'; did you mean 'count'?");
  }

  /** The text worked until the program knew better: a figure that misleads is worse than none. */
  @Test
  void whatANewerProgramRefusesIsOutOfForceAloneAndSaysWhatToWrite() throws IOException {
    String before =
        kpi("a.one", "one") + kpi("a.two", "two").replaceFirst(" *where status == .*\n", "");
    write(own, "mine.groovy", before);
    write(lastGood, "mine.groovy", before);

    KpiLibrary library = open();

    assertThat(titles(library)).containsExactly("one");
    assertThat(library.problems())
        .extracting(KpiProblem::toString)
        .anyMatch(problem -> problem.contains("add the line where status == 'placed'"));
  }

  @Test
  void aFileThatIsEmptiedInTheMiddleOfASaveKeepsItsKpisInForce() throws IOException {
    write(builtIn, "a.groovy", kpi("a.visits", "Built in"));
    write(own, "a.groovy", kpi("a.visits", "Own"));
    write(own, "b.groovy", kpi("b.visits", "Only here"));
    KpiLibrary library = open();
    assertThat(titles(library)).containsExactlyInAnyOrder("Own", "Only here");

    write(own, "a.groovy", "");
    write(own, "b.groovy", "// nothing yet");
    assertThat(titles(library)).containsExactlyInAnyOrder("Own", "Only here");
    assertThat(library.problems())
        .extracting(KpiProblem::message)
        .hasSize(2)
        .allMatch(message -> message.contains("half saved"));
    String whole = kpi("b.visits", "Edited");
    write(own, "b.groovy", whole.substring(0, whole.length() / 2));
    assertThat(titles(library)).containsExactlyInAnyOrder("Own", "Only here");
    write(own, "b.groovy", whole);
    assertThat(titles(library)).containsExactlyInAnyOrder("Own", "Edited");
  }

  @Test
  void anEditThatBreaksAnotherScriptIsHeldBackThere() throws IOException {
    write(own, "a.groovy", kpi("a.one", "good"));
    write(
        own,
        "b.groovy",
        """
        kpi('a.two') {
          title en: 'two'
          unit ratio
          better higher
          from orders
          value { count().where(items > 1) / kpi('a.one') }
          where status == 'placed' || status == null
        }
        """);
    assertThat(open().problems()).isEmpty();

    Files.delete(own.resolve("a.groovy"));

    KpiLibrary library = open();
    assertThat(library.definitions()).isEmpty();
    assertThat(library.problems()).extracting(KpiProblem::file).contains("b.groovy");
  }

  @Test
  void aFailingExampleIsABrokenEdit() throws IOException {
    write(own, "a.groovy", kpi("a.one", "good"));
    KpiLibrary library = open();
    assertThat(titles(library)).containsExactly("good");

    String example = "  example 'one', rows: [[order_id: '1']], expect: 2\n}\n";
    write(own, "a.groovy", kpi("a.one", "bad").replaceFirst("}\n$", example));

    assertThat(titles(library)).containsExactly("good");
    assertThat(library.problems())
        .extracting(KpiProblem::toString)
        .containsExactly(
            "a.groovy:8:3 example 'one' gave 1, expected 2; correct the formula or the example");
  }

  @Test
  void aBrokenOverrideLeavesTheBuiltInScriptInForce() throws IOException {
    write(builtIn, "a.groovy", kpi("a.one", "built in"));
    write(own, "a.groovy", "kpi('a.one') {");

    KpiLibrary library = open();

    assertThat(titles(library)).containsExactly("built in");
    assertThat(library.problems()).isNotEmpty();
  }

  @Test
  void theSameIdTwiceInOneFolderIsAProblemOfTheSecondScript() throws IOException {
    write(own, "a.groovy", kpi("a.one", "first"));
    write(own, "b.groovy", kpi("a.one", "second"));

    KpiLibrary library = open();

    assertThat(titles(library)).containsExactly("first");
    assertThat(library.problems())
        .extracting(KpiProblem::toString)
        .containsExactly("b.groovy:1:5 KPI 'a.one' is defined already; see a.groovy:1");
  }

  @Test
  void aNewScriptDoesNotTakeAnIdFromOneThatHasItWhateverItIsCalled() throws IOException {
    write(own, "orders.groovy", kpi("a.one", "as ever"));
    KpiLibrary library = open();
    library.refresh();

    write(own, "a-copy.groovy", kpi("a.one", "copied") + kpi("a.new", "new"));

    assertThat(titles(library)).containsExactly("as ever");
    assertThat(library.problems())
        .extracting(KpiProblem::toString)
        .containsExactly("a-copy.groovy:1:5 KPI 'a.one' is defined already; see orders.groovy:1");
    assertThat(titles(open())).as("in the next process").containsExactly("as ever");
  }

  @Test
  void anEditDoesNotTakeAnIdFromAnotherScript() throws IOException {
    write(own, "a.groovy", kpi("a.one", "one"));
    write(own, "b.groovy", kpi("a.two", "two"));
    KpiLibrary library = open();
    library.refresh();

    write(own, "a.groovy", kpi("a.one", "one") + kpi("a.two", "taken"));

    assertThat(titles(library)).containsExactly("one", "two");
    assertThat(library.problems()).extracting(KpiProblem::file).containsExactly("a.groovy");
  }

  @Test
  void aDeletedScriptIsGoneAndItsLastGoodVersionToo() throws IOException {
    write(own, "a.groovy", kpi("a.one", "good"));
    KpiLibrary library = open();
    assertThat(titles(library)).containsExactly("good");

    Files.delete(own.resolve("a.groovy"));

    assertThat(library.definitions()).isEmpty();
    write(own, "a.groovy", "broken");
    assertThat(library.definitions()).isEmpty();
  }

  @Test
  void theVersionIgnoresLineEndsAndFollowsTheTextAndWhatItRefersTo() throws IOException {
    write(own, "a.groovy", kpi("a.one", "one"));
    String other =
        """
        kpi('a.two') {
          title en: 'two'
          unit ratio
          better higher
          value { kpi('a.one') / kpi('a.one') }
        }
        """;
    write(own, "b.groovy", other);
    KpiLibrary library = open();
    List<String> before = versions(library);

    write(own, "a.groovy", kpi("a.one", "one").replace("\n", "\r\n"));
    assertThat(versions(library)).isEqualTo(before);

    write(own, "a.groovy", kpi("a.one", "one", "count().where(total > 0)"));
    assertThat(versions(library)).doesNotContainAnyElementsOf(before);
    assertThat(before).allMatch(version -> version.matches("[0-9a-f]{10}"));
  }

  private static List<String> versions(KpiLibrary library) {
    return library.definitions().stream().map(d -> d.descriptor().version()).toList();
  }

  @Test
  void whatWasParsedOnceIsTheSameInTheNextProcess() {
    KpiLibrary first = KpiLibrary.open(List.of(BuiltInScriptsTest.SCRIPTS), lastGood);
    List<KpiDefinition> parsed = first.definitions();
    KpiLibrary second = KpiLibrary.open(List.of(BuiltInScriptsTest.SCRIPTS), lastGood);

    assertThat(second.definitions()).isEqualTo(parsed);
    assertThat(second.problems()).isEmpty();
  }

  @Test
  void aTrialParsesNothingButTheDraftAndLeavesTheMemoryAsItIs() throws IOException {
    write(builtIn, "a.groovy", kpi("a.visits", "Built in"));
    write(own, "b.groovy", kpi("b.visits", "Own"));
    KpiLibrary library = open();
    assertThat(titles(library)).containsExactlyInAnyOrder("Built in", "Own");
    Map<String, FileTime> before = kept(lastGood);
    Path scratch = Files.createDirectories(folder.resolve("trial"));
    write(scratch.resolve("drafts"), "draft.groovy", kpi("b.visits", "Draft"));

    KpiTrial trial =
        library.trial(
            scratch.resolve("drafts"),
            scratch.resolve("last-good"),
            Computing.in(builtIn, Authors.none()));

    assertThat(trial.problems()).isEmpty();
    assertThat(titles(trial.library())).containsExactlyInAnyOrder("Built in", "Draft");
    assertThat(kept(scratch.resolve("last-good"))).as("texts that were parsed").hasSize(1);
    assertThat(kept(lastGood)).isEqualTo(before).hasSize(2);
    assertThat(titles(library)).containsExactlyInAnyOrder("Built in", "Own");
  }

  private static Map<String, FileTime> kept(Path memory) throws IOException {
    Map<String, FileTime> kept = new TreeMap<>();
    try (var files = Files.list(memory.resolve("parsed"))) {
      for (Path file : files.toList()) {
        kept.put(file.getFileName().toString(), Files.getLastModifiedTime(file));
      }
    }
    return kept;
  }

  @Test
  void hiddenFilesOfEditorsAreNoScripts() throws IOException {
    write(own, "a.groovy", kpi("a.one", "one"));
    write(own, ".a.groovy", kpi("a.one", "half wri"));
    write(own, ".trash/a.groovy", "kpi(");

    KpiLibrary library = open();

    assertThat(titles(library)).containsExactly("one");
    assertThat(library.problems()).isEmpty();
  }

  @Test
  void aDamagedMemoryOfAParsedScriptIsReadAgain() throws IOException {
    write(own, "a.groovy", kpi("a.one", "one"));
    assertThat(titles(open())).containsExactly("one");
    try (var files = Files.list(lastGood.resolve("parsed"))) {
      for (Path file : files.toList()) {
        Files.write(file, new byte[] {0, 0, 0, 9, 'x'});
      }
    }

    assertThat(titles(open())).containsExactly("one");
  }

  @Test
  void aFileThatIsNoTextIsAProblemOfThatFileOnly() throws IOException {
    write(own, "a.groovy", kpi("a.one", "one"));
    Files.write(own.resolve("b.groovy"), new byte[] {'k', (byte) 0xff, (byte) 0xfe});

    KpiLibrary library = open();

    assertThat(titles(library)).containsExactly("one");
    assertThat(library.problems())
        .extracting(KpiProblem::toString)
        .containsExactly("b.groovy the file is no UTF-8 text; save it as UTF-8");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("Nobody interrupts a load", e);
    }
  }
}
