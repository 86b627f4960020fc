package io.retainer.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.retainer.kpi.KpiHistory.Version;
import io.retainer.kpi.script.ParsedScripts;
import io.retainer.model.kpi.KpiId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KpiHistoryTest {

  private static final KpiId ORDERS = new KpiId("orders.count");
  private static final KpiId SAME = new KpiId("orders.same");
  private static final Instant MONDAY = Instant.parse("2026-11-02T08:00:00Z");
  private static final Instant WEDNESDAY = Instant.parse("2026-11-04T08:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-11-03T08:00:00Z");

  @TempDir Path folder;
  private Path shipped;
  private Path own;
  private KpiHistory history;
  private Instant now = MONDAY;
  private final Clock clock =
      new Clock() {
        @Override
        public Instant instant() {
          return now;
        }

        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return Clock.fixed(now, zone);
        }
      };

  @BeforeEach
  void folders() throws IOException {
    shipped = Files.createDirectory(folder.resolve("shipped"));
    own = Files.createDirectory(folder.resolve("own"));
    history = KpiHistory.in(folder.resolve("history"), clock);
  }

  private KpiLibrary open() {
    return KpiLibrary.open(
        List.of(shipped, own),
        folder.resolve("last-good"),
        ParsedScripts.in(folder.resolve("parsed-by-the-build")),
        history,
        Computing.in(shipped, Authors.none()));
  }

  private static String kpi(KpiId id, String value) {
    return """
        kpi('%s') {
          title en: 'Orders'
          unit count
          better higher
          from orders
          value { %s }
          where status == 'placed' || status == null
        }
        """
        .formatted(id, value);
  }

  private void write(Path folder, String text, Instant at) throws IOException {
    now = at;
    Path file = folder.resolve("orders.groovy");
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(at));
  }

  @Test
  void everyVersionIsKeptWithItsTextAuthorAndTime() throws IOException {
    write(shipped, kpi(ORDERS, "count()"), MONDAY);
    KpiLibrary library = open();
    library.refresh();
    write(own, kpi(ORDERS, "count().where(total > 0)"), TUESDAY);
    library.refresh();

    List<Version> versions = history.of(ORDERS);

    assertThat(versions).extracting(Version::at).containsExactly(MONDAY, TUESDAY);
    assertThat(versions)
        .extracting(Version::author)
        .containsExactly("installation", Files.getOwner(own.resolve("orders.groovy")).getName());
    assertThat(versions.get(1).version())
        .isEqualTo(library.definitions().get(0).descriptor().version())
        .isNotEqualTo(versions.get(0).version());
    assertThat(TextDiff.lines(versions.get(0).text(), versions.get(1).text()))
        .contains("-  value { count() }", "+  value { count().where(total > 0) }");
  }

  /**
   * The override of Tuesday was deleted on Wednesday: Monday's text is in force again since then.
   */
  @Test
  void aVersionThatIsBackSaysSinceWhen() throws IOException {
    write(shipped, kpi(ORDERS, "count()"), MONDAY);
    KpiLibrary library = open();
    library.refresh();
    write(own, kpi(ORDERS, "count().where(total > 0)"), TUESDAY);
    library.refresh();
    now = WEDNESDAY;
    Files.delete(own.resolve("orders.groovy"));
    library.refresh();

    assertThat(KpiHistory.in(folder.resolve("history")).of(ORDERS))
        .extracting(Version::at, Version::saved, Version::isBack)
        .containsExactly(
            tuple(MONDAY, MONDAY, false),
            tuple(TUESDAY, TUESDAY, false),
            tuple(WEDNESDAY, MONDAY, true));
    assertThat(history.of("orders.groovy"))
        .extracting(Version::at)
        .containsExactly(MONDAY, TUESDAY, WEDNESDAY);
  }

  @Test
  void theTimeThatAnAuthorGivesAFileDoesNotMoveWhatHappened() throws IOException {
    write(own, kpi(ORDERS, "count()"), MONDAY);
    KpiLibrary library = open();
    library.refresh();
    write(own, kpi(ORDERS, "count().where(total > 0)"), TUESDAY);
    Instant longAgo = Instant.parse("2020-01-01T00:00:00Z");
    Files.setLastModifiedTime(own.resolve("orders.groovy"), FileTime.from(longAgo));
    library.refresh();

    assertThat(history.of(ORDERS))
        .extracting(Version::at, Version::saved, Version::isBack)
        .containsExactly(tuple(MONDAY, MONDAY, false), tuple(TUESDAY, longAgo, false));
  }

  /** As rsync does it, and whoever would like a change not to be seen. */
  @Test
  void aTextOfTheSameSizeAndTimeIsSeen() throws IOException {
    Instant old = Instant.parse("2026-01-05T08:00:00Z");
    write(own, kpi(ORDERS, "count()"), old);
    KpiLibrary library = open();
    library.refresh();
    library.refresh();
    write(own, kpi(ORDERS, "count()").replace("Orders", "ordeRs"), old);
    library.refresh();

    assertThat(history.of("orders.groovy")).hasSize(2);
  }

  @Test
  void aJournalFromBeforeReturnsWereNotedIsRead() throws IOException {
    write(own, kpi(ORDERS, "count()"), MONDAY);
    open().refresh();
    Path journal = folder.resolve("history/journal.tsv");
    Files.writeString(journal, Files.readString(journal).replace("\t" + MONDAY + "\t", "\t"));

    assertThat(KpiHistory.in(folder.resolve("history")).of(ORDERS))
        .extracting(Version::at, Version::saved)
        .containsExactly(tuple(MONDAY, MONDAY));
  }

  @Test
  void aTextThatDoesNotWorkIsKeptAndTheVersionInForceStays() throws IOException {
    write(own, kpi(ORDERS, "count()"), MONDAY);
    KpiLibrary library = open();
    library.refresh();
    write(own, kpi(ORDERS, "summ(total)"), TUESDAY);
    library.refresh();

    assertThat(history.of(ORDERS)).hasSize(1);
    assertThat(history.of("orders.groovy"))
        .extracting(Version::text)
        .containsExactly(kpi(ORDERS, "count()"), kpi(ORDERS, "summ(total)"));
  }

  @Test
  void aKpiThatIsMadeOfAnotherOneChangesWithIt() throws IOException {
    String same =
        kpi(SAME, "kpi('orders.count')")
            .replace("  from orders\n", "")
            .replace("  where status == 'placed' || status == null\n", "");
    write(own, kpi(ORDERS, "count()") + same, MONDAY);
    KpiLibrary library = open();
    library.refresh();
    write(own, kpi(ORDERS, "count().where(total > 0)") + same, TUESDAY);
    library.refresh();

    assertThat(library.problems()).isEmpty();
    List<Version> versions = history.of(SAME);
    assertThat(versions).extracting(Version::at).containsExactly(MONDAY, TUESDAY);
    assertThat(versions.get(0).text()).isEqualTo(versions.get(1).text());
  }

  @Test
  void nothingIsNotedTwiceAndARestartForgetsNothing() throws IOException {
    write(own, kpi(ORDERS, "count()"), MONDAY);
    open().refresh();
    history = KpiHistory.in(folder.resolve("history"));
    open().refresh();

    assertThat(history.of(ORDERS)).hasSize(1);
    assertThat(history.scripts()).containsExactly("orders.groovy");
  }

  @Test
  void theNameOfAFileForgesNoLine() throws IOException {
    write(own, kpi(ORDERS, "count()"), MONDAY);
    String forged =
        "x\n2020-01-01T00:00:00Z\tadmin\tkpi\t" + ORDERS + "\tffffffffff\tx\t" + "0".repeat(64);
    Files.writeString(own.resolve(forged + ".groovy"), kpi(new KpiId("own.other"), "count()"));
    Files.writeString(own.resolve("a\tb.groovy"), kpi(new KpiId("own.third"), "count()"));

    open().refresh();

    assertThat(history.of(ORDERS)).hasSize(1);
    assertThat(history.of(new KpiId("own.other"))).hasSize(1);
    assertThat(history.of(new KpiId("own.third"))).hasSize(1);
  }

  @Test
  void aLineThatWasCutOffWithThePowerIsNone() throws IOException {
    write(own, kpi(ORDERS, "count()"), MONDAY);
    open().refresh();
    Files.writeString(
        folder.resolve("history/journal.tsv"),
        "2026-11-03T08:00:00Z\tanna\tkpi\torders.co",
        StandardOpenOption.APPEND);

    assertThat(history.of(ORDERS)).hasSize(1);
  }

  @Test
  void theFirstStartOfAHomeReadsNoTextThatTheBuildHasRead() throws IOException {
    Files.writeString(shipped.resolve("orders.groovy"), kpi(ORDERS, "count()"));
    KpiScriptCheck.check(
        List.of(shipped),
        List.of(),
        Computing.in(shipped, Authors.none()),
        ParsedScripts.in(folder.resolve("parsed-by-the-build")));

    assertThat(open().definitions()).hasSize(1);

    assertThat(folder.resolve("last-good/parsed")).doesNotExist();
  }
}
