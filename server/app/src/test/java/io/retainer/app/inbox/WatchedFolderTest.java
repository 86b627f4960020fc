package io.retainer.app.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.retainer.app.SettableClock;
import io.retainer.app.TestHome;
import io.retainer.app.imports.Intake;
import io.retainer.app.imports.Sketches;
import io.retainer.model.imports.ImportResult.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedFolderTest {

  private static final long LARGEST = 1000;
  private static final String OCTOBER = "sessions\n2026-10-01|12\n2026-10-02|15\n";

  @TempDir private Path home;
  private final SettableClock clock = new SettableClock("2026-11-03T08:00:00Z");
  private TestHome agency;
  private Arrivals arrivals;
  private WatchedFolder folder;
  private Path dropped;

  @BeforeEach
  void open() throws IOException {
    agency = new TestHome(home, clock);
    SessionsConnector.install(agency.workspace().home().connectors());
    arrivals = new Arrivals(agency::state);
    folder = watched();
    folder.look();
    dropped = home.resolve("inbox/fjell");
  }

  @AfterEach
  void close() {
    agency.close();
  }

  private WatchedFolder watched() {
    var workspace = agency.workspace();
    var sketches = new Sketches(workspace.home()::unknownTables, file -> true, clock);
    return new WatchedFolder(
        workspace, new Taking(workspace, new Intake(workspace), sketches, arrivals, LARGEST));
  }

  private void lookTwice() {
    folder.look();
    clock.advance(Stillness.STILL);
    folder.look();
  }

  private List<Status> statuses() {
    return arrivals.latest(100).stream().map(Arrival::status).toList();
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void theFolderOfEachClientIsThereAndPrivate() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dropped)))
        .isEqualTo("rwx------");
  }

  @Test
  void aDroppedFileIsImportedForItsClientAndMoves() throws IOException {
    Files.writeString(dropped.resolve("october.csv"), OCTOBER);

    lookTwice();

    Arrival arrival = arrivals.latest(1).get(0);
    assertThat(arrival.status()).isEqualTo(Status.ACCEPTED);
    assertThat(agency.workspace().warehouse().batches(TestHome.SHOP.id()))
        .extracting(batch -> batch.id())
        .containsExactly(arrival.batch().orElseThrow());
    assertThat(names(dropped)).containsExactly("done");
    assertThat(names(dropped.resolve("done"))).containsExactly("october.csv", "october.csv.txt");
    assertThat(dropped.resolve("done/october.csv")).hasContent(OCTOBER);
    assertThat(dropped.resolve("done/october.csv.txt"))
        .content()
        .contains("october.csv: accepted", "Fjell Oy", "2026-11-03 10:00", "2 rows");
  }

  @Test
  void whatNobodyKnowsFailsWithTheReasonAndWaitsForItsColumnsToBeNamed() throws IOException {
    Files.writeString(dropped.resolve("notes.csv"), "a,b\n1,2\n");

    lookTwice();

    assertThat(dropped.resolve("failed/notes.csv.txt"))
        .content()
        .contains("notes.csv: unrecognised", "the first line is not \"sessions\"");
    Arrival arrival = arrivals.latest(1).get(0);
    assertThat(arrival.reason().orElseThrow()).contains("the first line is not");
    assertThat(agency.workspace().home().unknownTables().resolve(arrival.sha256())).exists();
  }

  @Test
  void filesThatBelongTogetherAreImportedTogether() throws IOException {
    Files.writeString(dropped.resolve("Queries.csv"), "sessions of Dates.csv\n2026-10-01|1\n");
    folder.look();
    Files.writeString(dropped.resolve("Dates.csv"), OCTOBER);

    clock.advance(Stillness.STILL);
    lookTwice();

    assertThat(statuses()).containsExactly(Status.ACCEPTED, Status.ACCEPTED);
  }

  @Test
  void aFileThatIsStillThereAfterItsImportChangesNothingAndMoves() throws IOException {
    Files.writeString(dropped.resolve("october.csv"), OCTOBER);
    lookTwice();
    // As after a process that was killed before it moved the file.
    Files.move(dropped.resolve("done/october.csv"), dropped.resolve("october.csv"));
    folder = watched();

    lookTwice();

    assertThat(statuses()).containsExactly(Status.DUPLICATE, Status.ACCEPTED);
    assertThat(agency.workspace().warehouse().batches(TestHome.SHOP.id())).hasSize(1);
    assertThat(names(dropped)).containsExactly("done");
  }

  @Test
  void namesakesStayBesideEachOther() throws IOException {
    for (int day = 1; day <= 3; day++) {
      Files.writeString(dropped.resolve("sessions.csv"), "sessions\n2026-10-0" + day + "|1\n");
      lookTwice();
    }

    assertThat(names(dropped.resolve("done")))
        .containsExactly(
            "sessions-2.csv",
            "sessions-2.csv.txt",
            "sessions-3.csv",
            "sessions-3.csv.txt",
            "sessions.csv",
            "sessions.csv.txt");
    assertThat(dropped.resolve("done/sessions-2.csv")).hasContent("sessions\n2026-10-02|1");
  }

  @Test
  void linksAndFoldersAreLeftAndSaid(@TempDir Path elsewhere) throws IOException {
    Path secret = Files.writeString(elsewhere.resolve("secret.csv"), OCTOBER);
    Files.createSymbolicLink(dropped.resolve("link.csv"), secret);
    Files.createDirectory(dropped.resolve("older"));
    Files.createDirectory(home.resolve("inbox/nobody"));
    Files.writeString(home.resolve("inbox/nobody/x.csv"), OCTOBER);
    Files.writeString(home.resolve("inbox/stray.csv"), OCTOBER);

    lookTwice();

    assertThat(folder.last().leftAlone())
        .extracting(LeftAlone::place, LeftAlone::why)
        .containsExactlyInAnyOrder(
            tuple("fjell/link.csv", LeftAlone.Why.LINK),
            tuple("fjell/older", LeftAlone.Why.FOLDER),
            tuple("nobody", LeftAlone.Why.NO_CLIENT),
            tuple("stray.csv", LeftAlone.Why.NOT_IN_A_FOLDER));
    assertThat(arrivals.latest(1)).isEmpty();
    assertThat(dropped.resolve("link.csv")).isSymbolicLink();
    assertThat(home.resolve("inbox/nobody/x.csv")).exists();
  }

  @Test
  void aFolderThatIsALinkIsNotLookedInto(@TempDir Path elsewhere) throws IOException {
    Files.writeString(elsewhere.resolve("x.csv"), OCTOBER);
    Files.delete(dropped);
    Files.createSymbolicLink(dropped, elsewhere);

    lookTwice();

    assertThat(folder.last().leftAlone())
        .containsExactly(new LeftAlone("fjell", LeftAlone.Why.LINK));
    assertThat(elsewhere.resolve("x.csv")).exists();
  }

  @Test
  void aFileThatIsTooLargeIsRefusedUnread() throws IOException {
    Files.writeString(dropped.resolve("huge.csv"), "x".repeat((int) LARGEST + 1));

    lookTwice();

    assertThat(statuses()).containsExactly(Status.REJECTED);
    assertThat(dropped.resolve("failed/huge.csv.txt"))
        .content()
        .contains("retainer.imports.largest-upload");
  }

  @Test
  void whatCannotBeMovedIsSaidAndNotImportedAgain(@TempDir Path elsewhere) throws IOException {
    Files.writeString(dropped.resolve("october.csv"), OCTOBER);
    Files.createSymbolicLink(dropped.resolve("done"), elsewhere);
    lookTwice();
    lookTwice();

    assertThat(folder.last().leftAlone())
        .extracting(LeftAlone::place, LeftAlone::why)
        .contains(tuple("fjell/october.csv", LeftAlone.Why.NOT_MOVED));
    assertThat(statuses()).containsExactly(Status.ACCEPTED);
    assertThat(elsewhere).isEmptyDirectory();

    Files.delete(dropped.resolve("done"));
    folder.look();
    assertThat(dropped.resolve("done/october.csv")).exists();
  }

  @Test
  void nothingIsLeftInTheServersOwnFolder() throws IOException {
    Files.writeString(dropped.resolve("october.csv"), OCTOBER);

    lookTwice();

    assertThat(home.resolve("run/dropped")).isEmptyDirectory();
  }
}
