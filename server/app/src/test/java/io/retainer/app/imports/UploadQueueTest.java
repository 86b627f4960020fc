package io.retainer.app.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.app.SettableClock;
import io.retainer.app.TestHome;
import io.retainer.app.inbox.SessionsConnector;
import io.retainer.app.shell.Problem;
import io.retainer.model.imports.ImportResult;
import io.retainer.model.imports.ImportResult.Status;
import io.retainer.warehouse.imports.Progress;
import io.retainer.warehouse.imports.ReceivedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadQueueTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String OCTOBER = "sessions\n2026-10-01|12\n2026-10-02|15\n";

  @TempDir private Path home;
  @TempDir private Path received;
  private final SettableClock clock = new SettableClock("2026-11-03T08:00:00Z");
  private TestHome agency;
  private UploadQueue queue;

  @BeforeEach
  void open() throws IOException {
    agency = new TestHome(home, clock);
    SessionsConnector.install(agency.workspace().home().connectors());
    queue = queue();
  }

  @AfterEach
  void close() {
    queue.close();
    agency.close();
  }

  private UploadQueue queue() {
    return queueThatKeepsIn(agency.workspace().home()::unknownTables);
  }

  private Uploads.Received form(Map<String, String> fields, String... names) throws IOException {
    Path folder = Files.createTempDirectory(received, "in-");
    List<ReceivedFile> files = new ArrayList<>();
    for (String name : names) {
      Path bytes = Files.writeString(folder.resolve(String.valueOf(files.size())), OCTOBER);
      files.add(new ReceivedFile(name, bytes));
    }
    return new Uploads.Received(new HashMap<>(fields), files, folder);
  }

  private static Map<String, String> forTheShop() {
    return Map.of("client", TestHome.SHOP.id().value());
  }

  private List<Path> leftovers() throws IOException {
    return new Uploads(() -> received, 1024).leftovers(true);
  }

  @Test
  void whatWasTakenOnIsImportedAndItsFilesGo() throws IOException {
    Upload upload = queue.submit(form(forTheShop(), "october.csv"), "Anna");

    assertThat(upload.ends(PATIENCE)).isTrue();
    assertThat(upload.problem()).isEmpty();
    assertThat(upload.results()).extracting(ImportResult::status).containsExactly(Status.ACCEPTED);
    assertThat(upload.files())
        .extracting(file -> file.step().orElseThrow().name(), Upload.FileState::rows)
        .containsExactly(org.assertj.core.api.Assertions.tuple("DONE", 2L));
    assertThat(queue.find(TestHome.SHOP.id(), upload.id()).orElseThrow().isOver()).isTrue();
    assertThat(queue.unfinished()).isEmpty();
    queue.close();
    assertThat(received).isEmptyDirectory();
  }

  /** Many times: what is kept follows what is told by less than a millisecond. */
  @Test
  void whoeverWasToldThatItIsOverSeesItNowhereAsGoingOn() throws IOException {
    for (int i = 0; i < 40; i++) {
      Upload upload = queue.submit(form(forTheShop(), "october.csv"), "Anna");

      assertThat(upload.ends(PATIENCE)).isTrue();
      assertThat(queue.unfinished()).isEmpty();
    }
  }

  @Test
  void whatThisProcessHadTakenOnTheNextOneImports() throws IOException {
    Uploads.Received form = form(forTheShop(), "october.csv");
    new UploadNote(TestHome.SHOP.id(), "Anna", form.fields(), form.files(), 1).save(form.folder());

    queue.resume(leftovers());

    Upload upload = queue.unfinished().get(0);
    assertThat(upload.ends(PATIENCE)).isTrue();
    assertThat(upload.by()).isEqualTo("Anna");
    assertThat(agency.workspace().warehouse().batches(TestHome.SHOP.id())).hasSize(1);
  }

  @Test
  void whatAnotherServerIsAtIsSeenHereAndTakenUpOnceThatOneIsGone() throws IOException {
    Uploads.Received form = form(forTheShop(), "october.csv");
    var note = new UploadNote(TestHome.SHOP.id(), "Anna", form.fields(), form.files(), 1);
    note.save(form.folder());
    var there =
        new Upload(form.id(), note.client(), "Anna", clock.instant(), List.of("october.csv"));
    there.at("october.csv", Progress.Step.READING, 7);
    var kept = new KeptUploads(agency::state, clock);
    kept.add(there);
    kept.keep(there);
    anotherServerHas(form.id());

    queue.takeUp(received);

    assertThat(queue.unfinished())
        .singleElement()
        .satisfies(
            upload -> {
              assertThat(upload.by()).isEqualTo("Anna");
              assertThat(upload.files()).isEqualTo(there.files());
            });
    clock.advance(Duration.ofSeconds(31));
    queue.takeUp(received);
    queue.find(note.client(), form.id()).orElseThrow().ends(PATIENCE);
    assertThat(agency.workspace().warehouse().batches(note.client())).hasSize(1);
  }

  @Test
  void whereNothingIsImportedItIsLeftToAServerThatDoesAndIsSeenAllTheSame() throws IOException {
    try (var pagesOnly = queue(agency.workspace().home()::unknownTables, false)) {
      Upload left = pagesOnly.submit(form(forTheShop(), "october.csv"), "Anna");
      assertThat(pagesOnly.unfinished()).extracting(Upload::id).containsExactly(left.id());

      queue.takeUp(received);

      assertThat(queue.find(left.client(), left.id()).orElseThrow().ends(PATIENCE)).isTrue();
      queue.close();
      assertThat(pagesOnly.unfinished()).isEmpty();
      assertThat(pagesOnly.find(left.client(), left.id()).orElseThrow().results())
          .extracting(ImportResult::status)
          .containsExactly(Status.ACCEPTED);
      assertThat(received).isEmptyDirectory();
    }
  }

  private void anotherServerHas(String upload) {
    agency
        .state()
        .useHandle(
            handle -> {
              handle.execute(
                  "insert into running_server (id, place, started_at, seen_at) values (?, ?, ?, ?)",
                  "another",
                  "elsewhere",
                  clock.instant(),
                  clock.instant());
              handle.execute("update upload set taken_by = 'another' where id = ?", upload);
            });
  }

  @Test
  void whatBecameOfFilesIsTheSameAtEachServer() throws Exception {
    Upload upload = queue.submit(form(forTheShop(), "october.csv", "twice.csv"), "Anna");
    assertThat(upload.ends(PATIENCE)).isTrue();

    Upload elsewhere =
        UploadJson.read(
            upload.id(),
            upload.client(),
            upload.by(),
            upload.sentAt(),
            true,
            UploadJson.write(upload));

    assertThat(elsewhere.results()).isEqualTo(upload.results()).hasSize(2);
    assertThat(elsewhere.files()).isEqualTo(upload.files());
  }

  @Test
  void filesAtWhichTheServerEndedTwiceAreToldAndNotTriedAgain() throws IOException {
    Uploads.Received form = form(forTheShop(), "october.csv");
    new UploadNote(TestHome.SHOP.id(), "Anna", form.fields(), form.files(), 2).save(form.folder());

    queue.resume(leftovers());

    assertThat(queue.unfinished())
        .singleElement()
        .extracting(upload -> upload.problem().orElseThrow())
        .asString()
        .contains("ended 2 times", "one by one");
    assertThat(agency.workspace().warehouse().batches(TestHome.SHOP.id())).isEmpty();
    assertThat(received).isEmptyDirectory();
  }

  @Test
  void whatTheEndOfTheProcessCutOffIsTheNextOnes() throws Exception {
    Uploads.Received form = form(forTheShop(), "unknown.csv");
    Files.writeString(form.files().get(0).path(), "nobody knows,these columns\n1,2\n");
    var ending = new CountDownLatch(1);
    UploadQueue ended =
        queueThatKeepsIn(
            () -> {
              ending.countDown();
              try {
                Thread.sleep(PATIENCE.toMillis());
              } catch (InterruptedException e) {
                // The process ends, and its classes go.
              }
              throw new NoClassDefFoundError("a class that was not needed before");
            });

    Upload upload = ended.submit(form, "Anna");
    assertThat(ending.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    ended.close();

    assertThat(upload.isOver()).isTrue();
    assertThat(leftovers()).containsExactly(form.folder());
    assertThat(UploadNote.read(form.folder()).orElseThrow().begun()).isZero();
  }

  @Test
  void anErrorEndsTheUploadThatItCameOverAndSaysSo() throws Exception {
    Uploads.Received form = form(forTheShop(), "unknown.csv");
    Files.writeString(form.files().get(0).path(), "nobody knows,these columns\n1,2\n");
    UploadQueue failing =
        queueThatKeepsIn(
            () -> {
              throw new OutOfMemoryError("as of a large file");
            });

    Upload upload = failing.submit(form, "Anna");

    assertThat(upload.ends(PATIENCE)).isTrue();
    assertThat(upload.problem().orElseThrow()).contains("Send the files again");
    failing.close();
    assertThat(received).isEmptyDirectory();
  }

  private UploadQueue queueThatKeepsIn(Supplier<Path> unknownTables) {
    return queue(unknownTables, true);
  }

  private UploadQueue queue(Supplier<Path> unknownTables, boolean works) {
    var workspace = agency.workspace();
    return new UploadQueue(
        workspace,
        new Intake(workspace),
        new Sketches(unknownTables, file -> true, clock),
        clock,
        works);
  }

  @Test
  void whatTheFormSaysWrongIsToldAtOnceAndTakesNothingOn() throws IOException {
    Map<String, String> fields = Map.of("client", TestHome.SHOP.id().value(), "period", "sometime");
    Uploads.Received form = form(fields, "october.csv");

    assertThatThrownBy(() -> queue.submit(form, "Anna"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("sometime");
    assertThatThrownBy(() -> queue.submit(form(forTheShop()), "Anna"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("at least one");
    assertThat(queue.unfinished()).isEmpty();
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void anUploadOfAnotherClientIsNotFound() throws IOException {
    Upload upload = queue.submit(form(forTheShop(), "october.csv"), "Anna");

    assertThat(queue.find(new io.retainer.model.client.ClientId("stranger"), upload.id()))
        .isEmpty();
  }
}
