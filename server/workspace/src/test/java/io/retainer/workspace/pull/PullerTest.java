package io.retainer.workspace.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.imports.ImportResult;
import io.retainer.model.imports.ImportResult.Status;
import io.retainer.workspace.HomeFolder;
import io.retainer.workspace.Installation;
import io.retainer.workspace.TestDatabase;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.contract.Json;
import io.retainer.workspace.move.StateCopy;
import io.retainer.workspace.pull.StandInGoogle.Reply;
import io.retainer.workspace.sealing.SealingKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a pull promises, against a server that answers as Google documents it. */
class PullerTest {

  private static final Instant NOON = Instant.parse("2026-11-26T10:00:00Z");
  private static final LocalDate YESTERDAY = LocalDate.of(2026, 11, 25);
  private static final Client NORDIC =
      new Client(
          new ClientId("nordic"),
          "Nordic",
          ZoneId.of("Europe/Helsinki"),
          Locale.ENGLISH,
          Currency.getInstance("EUR"));
  private static final String PROPERTY = "312345678";

  private static String key;
  private static String privateKey;

  @TempDir Path folder;
  private final List<String> names = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private final List<Duration> pauses = new ArrayList<>();
  private Status status = Status.ACCEPTED;
  private int dieAfter = Integer.MAX_VALUE;
  private Workspace workspace;
  private StandInGoogle google;

  @BeforeAll
  static void makeAKey() throws Exception {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    privateKey =
        Base64.getEncoder().encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
    key =
        Json.object()
            .put("type", "service_account")
            .put("client_email", "robot@made-up.iam.gserviceaccount.com")
            .put("token_uri", "http://evil.example/token")
            .put(
                "private_key",
                "-----BEGIN PRIVATE KEY-----\n" + privateKey + "\n-----END PRIVATE KEY-----\n")
            .toString();
  }

  @BeforeEach
  void open() throws IOException {
    google = new StandInGoogle();
    TestDatabase.in(folder.resolve("home"));
    workspace =
        Workspace.open(
            new HomeFolder(folder.resolve("home")),
            new Installation(folder, folder, folder),
            Clock.fixed(NOON, ZoneOffset.UTC));
    workspace.clients().add(NORDIC);
  }

  @AfterEach
  void close() {
    google.close();
    workspace.close();
  }

  @Test
  void importsWhatGoogleAnsweredAsItCameAndAgainTheDaysThatItMayRestate() {
    var source = added(LocalDate.of(2026, 11, 1), 3);

    int files = puller(NOON).pull(source);

    assertThat(files).isOne();
    assertThat(names).containsExactly("google-analytics-4-312345678-2026-11-01-2026-11-25.json");
    assertThat(texts).containsExactly(StandInGoogle.answer("2026-11-01", 1, 39_000));
    assertThat(google.questions.get(0).at("/requests/0/returnPropertyQuota").asBoolean()).isTrue();
    assertThat(google.tokenForms.get(0)).contains("jwt-bearer").contains("assertion=ey");

    Instant tomorrow = NOON.plus(Duration.ofDays(1));
    puller(tomorrow).pullDue();
    puller(tomorrow).pullDue();

    assertThat(names)
        .hasSize(2)
        .last()
        .isEqualTo("google-analytics-4-312345678-2026-11-23-2026-11-26.json");
  }

  @Test
  void aProcessThatEndsInTheMiddleLosesOneWindowAtMost() {
    var source = added(LocalDate.of(2026, 9, 1), 3);
    dieAfter = 1;
    assertThatThrownBy(() -> puller(NOON).pull(source)).isInstanceOf(Killed.class);
    assertThat(only().pulledUntil()).contains(LocalDate.of(2026, 10, 1));

    dieAfter = Integer.MAX_VALUE;
    puller(NOON).pull(only());

    assertThat(names)
        .containsExactly(
            "google-analytics-4-312345678-2026-09-01-2026-10-01.json",
            "google-analytics-4-312345678-2026-09-29-2026-10-29.json",
            "google-analytics-4-312345678-2026-10-30-2026-11-25.json");
    assertThat(only().pulledUntil()).contains(YESTERDAY);
  }

  @Test
  void theCredentialIsNeitherInTheDatabaseNorInAnythingThatIsShown() throws Exception {
    var source = added(YESTERDAY, 3);
    Path state = folder.resolve("home/copy.mv.db");
    StateCopy.toFile(workspace.state(), state);
    workspace.close();

    for (Path path : List.of(state, folder.resolve("home/secret.key"))) {
      String bytes = Files.readString(path, StandardCharsets.ISO_8859_1);
      assertThat(bytes)
          .doesNotContain(privateKey.substring(0, 60))
          .doesNotContain("BEGIN PRIVATE KEY")
          .doesNotContain("gserviceaccount");
    }
    assertThat(Files.getPosixFilePermissions(folder.resolve("home/secret.key")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(source.toString()).doesNotContain(privateKey.substring(0, 60));
  }

  @Test
  void aKeyFileOfAnotherHomeIsToldAndOpensNothing() throws Exception {
    var source = added(YESTERDAY, 3);
    Files.delete(folder.resolve("home/secret.key"));

    assertThatThrownBy(() -> puller(NOON).pull(source))
        .isInstanceOf(PullException.class)
        .hasMessageContaining("was sealed with the key")
        .hasMessageContaining("from its backup");
  }

  @Test
  void aSecretOpensForItsOwnSourceOnly() {
    SealingKey vault = SealingKey.in(folder.resolve("other.key"));
    var sealed = vault.seal("word", "one");

    assertThat(vault.open(sealed, "one")).isEqualTo("word");
    assertThatThrownBy(() -> vault.open(sealed, "another"))
        .hasMessageContaining("damaged or belongs to another");
  }

  @Test
  void waitsAsLongAsGoogleAsksAndComesBackLaterWhenThatIsLong() {
    var source = added(YESTERDAY, 0);
    google.next(new Reply(429, Map.of("Retry-After", "7"), "", false), Reply.of(503, ""));
    puller(NOON).pull(source);
    assertThat(pauses).first().isEqualTo(Duration.ofSeconds(7));
    assertThat(pauses).hasSize(2);

    google.next(new Reply(429, Map.of("Retry-After", "7200"), "", false));
    Instant tomorrow = NOON.plus(Duration.ofDays(1));
    assertThatThrownBy(() -> puller(tomorrow).pull(only())).hasMessageContaining("120 minutes");
    assertThat(only().notBefore()).contains(tomorrow.plus(Duration.ofHours(2)));
    puller(tomorrow.plusSeconds(3600)).pullDue();
    assertThat(names).hasSize(1);
    puller(tomorrow.plusSeconds(7200)).pullDue();
    assertThat(names).hasSize(2);
    assertThat(only().problem()).isEmpty();
  }

  @Test
  void stopsWhileSomeOfTheQuotaIsLeft() {
    var source = added(LocalDate.of(2026, 10, 1), 3);
    google.next(Reply.of(200, StandInGoogle.answer("2026-10-01", 1, 3_000)));

    assertThatThrownBy(() -> puller(NOON).pull(source)).hasMessageContaining("from 2026-11-01 on");

    assertThat(names).hasSize(1);
    assertThat(google.questions).hasSize(1);
    assertThat(only().notBefore()).contains(NOON.plus(Duration.ofHours(1)));
  }

  @Test
  void getsOnWhenTheQuotaLastsForOneWindowAtATime() {
    added(LocalDate.of(2026, 10, 1), 30);
    String low = StandInGoogle.answer("2026-10-01", 1, 3_000);
    google.next(Reply.of(200, low), Reply.of(200, low));

    puller(NOON).pullDue();
    puller(NOON.plusSeconds(3600)).pullDue();

    assertThat(only().pulledUntil()).contains(LocalDate.of(2026, 11, 1));
    assertThatThrownBy(() -> add("9", key, YESTERDAY, 31)).hasMessageContaining("0 to 30 days");
  }

  @Test
  void asksForFewerDaysWhenAnAnswerDoesNotHoldAllRows() {
    var source = added(LocalDate.of(2026, 11, 22), 3);
    google.next(Reply.of(200, StandInGoogle.answer("2026-11-22", 300_000, 39_000)));

    puller(NOON).pull(source);

    assertThat(names)
        .containsExactly(
            "google-analytics-4-312345678-2026-11-22-2026-11-23.json",
            "google-analytics-4-312345678-2026-11-24-2026-11-25.json");
  }

  @Test
  void aDayThatDoesNotFitIsToldAndThoseAfterItAreImported() {
    var source = added(LocalDate.of(2026, 11, 24), 3);
    String cut = StandInGoogle.answer("2026-11-24", 300_000, 39_000);
    google.next(Reply.of(200, cut), Reply.of(200, cut));

    assertThatThrownBy(() -> puller(NOON).pull(source))
        .hasMessageContaining("more rows of 312345678 on 2026-11-24 than it gives");

    assertThat(names).containsExactly("google-analytics-4-312345678-2026-11-25-2026-11-25.json");
    assertThat(only().pulledUntil()).contains(YESTERDAY);
    assertThat(only().problem()).isPresent();
  }

  @Test
  void saysWhatToDoWhenTheAccountMayNotReadTheProperty() {
    var source = added(YESTERDAY, 3);
    google.next(
        Reply.of(
            403, "{\"error\":{\"code\":403,\"message\":\"User does not have\\n permissions\"}}"));

    assertThatThrownBy(() -> puller(NOON).test(source))
        .hasMessageContaining("robot@made-up.iam.gserviceaccount.com may not read")
        .hasMessageContaining("(User does not have permissions)")
        .hasMessageContaining("as a Viewer");
  }

  @Test
  void importsNothingOfAnAnswerThatBreaksOffOrIsNoJsonOrIsTooLargeOrLeadsElsewhere() {
    var source = added(YESTERDAY, 3);
    String whole = StandInGoogle.answer("2026-11-25", 1, 39_000);
    var broken = new Reply(200, Map.of(), whole.substring(0, 300), true);
    Map<Reply, String> answers =
        Map.of(
            Reply.of(200, "<html>Sign in</html>"),
            "no JSON",
            Reply.of(200, "{\"reports\":[]}"),
            "0 tables",
            Reply.of(200, " ".repeat(3 << 20)),
            "more than 2 MB",
            new Reply(302, Map.of("Location", "http://127.0.0.1:1/"), "", false),
            "answered 302");
    answers.forEach(
        (reply, words) -> {
          google.next(reply);
          assertThatThrownBy(() -> puller(NOON).pull(source)).hasMessageContaining(words);
        });
    google.next(broken, broken, broken, broken);
    assertThatThrownBy(() -> puller(NOON).pull(source)).hasMessageContaining("4 times");

    assertThat(names).isEmpty();
    assertThat(only().pulledUntil()).isEmpty();
    assertThat(only().problem()).isPresent();
  }

  @Test
  void anAnswerThatIsNotAcceptedDoesNotCountAsPulled() {
    var source = added(YESTERDAY, 3);
    status = Status.REJECTED;

    assertThatThrownBy(() -> puller(NOON).pull(source)).hasMessageContaining("is rejected");

    assertThat(only().pulledUntil()).isEmpty();
  }

  @Test
  void theProblemOfOneSourceDoesNotStopTheNext() {
    added(YESTERDAY, 3);
    add("9", key, YESTERDAY, 3);
    google.next(Reply.of(403, "{}"));
    puller(NOON).pullDue();
    assertThat(puller(NOON).all())
        .extracting(source -> source.pulledUntil().isPresent())
        .containsExactly(false, true);

    dieAfter = 0;
    Instant inTwoDays = NOON.plus(Duration.ofDays(2));
    puller(inTwoDays).pullDue();
    assertThat(puller(NOON).all())
        .extracting(PullSource::problem)
        .allSatisfy(problem -> assertThat(problem.orElse("")).contains("the server's log"));
  }

  @Test
  void aKeyOrPropertyThatCannotBeOneIsRefusedWithoutShowingIt() {
    assertThatThrownBy(() -> add(PROPERTY, "{\"hush\":1", YESTERDAY, 3))
        .hasMessageContaining("cannot be read")
        .hasMessageNotContaining("hush")
        .hasNoCause();
    assertThatThrownBy(() -> add("1/../2", key, YESTERDAY, 3))
        .hasMessageContaining("is a number like");
    added(YESTERDAY, 3);
    assertThatThrownBy(() -> added(YESTERDAY, 3)).hasMessageContaining("already");
  }

  private PullSource added(LocalDate first, int lookBack) {
    return add(PROPERTY, key, first, lookBack);
  }

  private PullSource add(String property, String secret, LocalDate first, int lookBack) {
    return puller(NOON)
        .add(NORDIC, "google-analytics-4", property, secret, first, OptionalInt.of(lookBack));
  }

  private PullSource only() {
    assertThat(puller(NOON).all()).hasSize(1);
    return puller(NOON).all().get(0);
  }

  private Puller puller(Instant now) {
    return new Puller(
        new PullSources(() -> workspace.state().jdbi()),
        workspace.clients()::named,
        workspace.home().root(),
        (client, account, file) -> {
          if (names.size() >= dieAfter) {
            throw new Killed();
          }
          assertThat(file.name()).contains("-" + account.orElseThrow() + "-");
          names.add(file.name());
          texts.add(read(file.path()));
          return result(file.name());
        },
        Clock.fixed(now, ZoneOffset.UTC),
        Platforms.of(
            google.endpoints(),
            new Wire(pauses::add, 2 << 20),
            workspace.home().root(),
            Clock.fixed(now, ZoneOffset.UTC)));
  }

  private ImportResult result(String name) {
    return new ImportResult(
        name,
        "",
        status,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        0,
        List.of());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
