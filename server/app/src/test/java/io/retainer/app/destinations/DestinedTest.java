package io.retainer.app.destinations;

import static io.retainer.app.TestHome.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.retainer.app.SettableClock;
import io.retainer.app.TestHome;
import io.retainer.app.deliveries.Deliveries;
import io.retainer.app.deliveries.Delivery;
import io.retainer.app.deliveries.LargeFiles;
import io.retainer.app.deliveries.Postman;
import io.retainer.app.deliveries.ReadyRun;
import io.retainer.app.deliveries.Transport;
import io.retainer.app.reports.Run;
import io.retainer.app.reports.RunFiles;
import io.retainer.app.reports.Runs;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Told;
import io.retainer.model.client.ClientId;
import io.retainer.model.mail.AllowedRecipients;
import io.retainer.workspace.ReportFormat;
import io.retainer.workspace.TestAuthority;
import io.retainer.workspace.TestAuthority.Shown;
import io.retainer.workspace.contract.Json;
import io.retainer.workspace.destinations.Destinations;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports that go to real folders and to a real HTTP server. */
class DestinedTest {

  private static final String KEY = "a secret of ours";
  private static final String TOKEN = "123456:AA-bb_cc";
  private static final String LINK = "https://reports.example/s/abc";

  @TempDir private Path folder;
  @TempDir private Path archive;
  private final SettableClock clock = new SettableClock(ReadyRun.START);
  private final List<TaskInstance<Void>> planned = new ArrayList<>();
  private final List<String> withdrawn = new ArrayList<>();
  private final List<Called> calls = new ArrayList<>();
  private HttpServer server;
  private int status = 200;
  private String answer = "{\"ok\":true}";
  private String retryAfter = "";
  private String link = LINK;
  private TestHome home;
  private Run run;
  private Deliveries deliveries;
  private Postman postman;

  private record Called(String path, com.sun.net.httpserver.Headers headers, String body) {}

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/", this::answer);
    server.start();
    String id = ReadyRun.copyTo(folder);
    home = new TestHome(folder, clock);
    var runs = new Runs(home::state, clock);
    run = runs.find(id).orElseThrow();
    deliveries = new Deliveries(home::state, clock, "agency.example");
    postman =
        new Postman(
            deliveries,
            runs,
            new RunFiles(home.workspace().home()),
            home.workspace()::mail,
            new Destined(
                (letter, leaving) -> new Transport.Outcome.Taken("250 mail"),
                home.workspace()::destinations),
            clock,
            (work, at) -> planned.add(work),
            new LargeFiles(
                Long.MAX_VALUE,
                each ->
                    new LargeFiles.Made(
                        URI.create(link),
                        clock.instant().plus(Duration.ofDays(90)),
                        () -> withdrawn.add(each))));
    write("crm.key", KEY, "rw-------");
    write("bot.token", TOKEN, "rw-------");
    String address = "http://127.0.0.1:" + server.getAddress().getPort();
    write(
        Destinations.FILE,
        """
        destinations:
          archive: {folder: %s, clients: [%s]}
          lost: {folder: /nowhere/at/all, clients: all}
          crm: {webhook: "%s/hook", secret-file: crm.key, internal: true, clients: all}
          guarded: {webhook: "https://localhost:%d/", secret-file: crm.key, clients: all}
          chat: {telegram: "-1001", base: "%s", secret-file: bot.token, internal: true, clients: all}
          channel: {slack: C01, base: "%s", secret-file: crm.key, internal: true, clients: all}
          others: {folder: %s, clients: [somebody-else]}
        """
            .formatted(
                archive,
                SHOP.id(),
                address,
                server.getAddress().getPort(),
                address,
                address,
                archive),
        "rw-------");
  }

  @AfterEach
  void close() {
    server.stop(0);
    home.close();
  }

  private void write(String name, String text, String rights) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    calls.add(new Called(exchange.getRequestURI().getPath(), exchange.getRequestHeaders(), body));
    if (status == 0) {
      exchange.close();
      return;
    }
    if (status == 302) {
      exchange.getResponseHeaders().add("Location", "/elsewhere");
    }
    if (!retryAfter.isEmpty()) {
      exchange.getResponseHeaders().add("Retry-After", retryAfter);
    }
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private Delivery send(String recipient) {
    deliveries.add(run.id(), SHOP.id(), List.of(recipient));
    postman.sendWaiting();
    planned.forEach(work -> postman.task().execute(work, null));
    planned.clear();
    return deliveries.list(Deliveries.Filter.ofRun(run.id())).stream()
        .filter(each -> each.recipient().equals(recipient))
        .findFirst()
        .orElseThrow();
  }

  private List<String> archived() throws IOException {
    try (Stream<Path> files = Files.list(archive)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aFolderGetsTheFilesAsTheyWereIssuedAndNothingOfItIsOverwritten() throws IOException {
    Files.writeString(archive.resolve("fjell-monthly-performance-2026-10.pdf"), "an earlier one");

    assertThat(send("archive@folder").state()).isEqualTo(Delivery.State.SENT);

    assertThat(archived())
        .containsExactly(
            "fjell-monthly-performance-2026-10-2.pdf",
            "fjell-monthly-performance-2026-10.pdf",
            "fjell-monthly-performance-2026-10.xlsx");
    assertThat(archive.resolve("fjell-monthly-performance-2026-10.pdf"))
        .hasContent("an earlier one");
    Path issued =
        new RunFiles(home.workspace().home()).path(run, run.file(ReportFormat.PDF).orElseThrow());
    assertThat(archive.resolve("fjell-monthly-performance-2026-10-2.pdf"))
        .hasSameBinaryContentAs(issued);

    home.state().useHandle(handle -> handle.execute("delete from delivery"));
    assertThat(send("archive@folder").state()).isEqualTo(Delivery.State.SENT);
    assertThat(archived()).as("the same files once more").hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"rwxr-x---,rw-r-----", "rwx------,rw-------", "rwxr-xr-x,rw-r--r--"})
  void whoMayLookIntoTheFolderMayReadWhatIsPutThere(String ofFolder, String ofFile)
      throws IOException {
    Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString(ofFolder));
    assertThat(send("archive@folder").state()).isEqualTo(Delivery.State.SENT);
    try (Stream<Path> files = Files.list(archive)) {
      assertThat(files)
          .isNotEmpty()
          .extracting(file -> PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .containsOnly(ofFile);
    }
  }

  @Test
  void aFolderThatIsNotThereIsWaitedFor() {
    Delivery lost = send("lost@folder");

    assertThat(lost.state()).isEqualTo(Delivery.State.QUEUED);
    assertThat(lost.answer().orElseThrow()).contains("There is no folder /nowhere/at/all");
  }

  @Test
  void aReportForAPausedDestinationWaitsHoweverLong() {
    home.workspace().destinations().pause("archive@folder", "anna");
    Delivery waiting = send("archive@folder");
    for (int day = 1; day <= 10; day++) {
      clock.set(clock.instant().plus(Duration.ofDays(1)).toString());
      waiting = send("archive@folder");
    }
    assertThat(waiting.state()).isEqualTo(Delivery.State.QUEUED);
    assertThat(waiting.answer()).contains("archive@folder is paused.");
    assertThat(waiting.attempts()).isZero();

    home.workspace().destinations().resume("archive@folder");
    clock.set(clock.instant().plus(Duration.ofMinutes(5)).toString());
    assertThat(send("archive@folder").state()).isEqualTo(Delivery.State.SENT);
  }

  @Test
  void aWebhookGetsASignedCallWithTheLink() throws Exception {
    Delivery crm = send("crm@webhook");

    assertThat(crm.state()).isEqualTo(Delivery.State.SENT);
    assertThat(crm.answer()).contains("HTTP 200 {\"ok\":true}");
    Called call = calls.get(0);
    assertThat(Json.read(call.body()).path("link").asText()).isEqualTo(LINK);
    assertThat(Json.read(call.body()).path("client").asText()).isEqualTo(SHOP.id().value());
    assertThat(Json.read(call.body()).path("report").asText()).isEqualTo("monthly-performance");
    assertThat(Json.read(call.body()).path("period").asText()).isEqualTo("2026-10");
    assertThat(call.headers().getFirst("Idempotency-Key")).isEqualTo(crm.messageId());
    String time = call.headers().getFirst("Retainer-Timestamp");
    assertThat(time).isEqualTo(String.valueOf(clock.instant().getEpochSecond()));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    byte[] expected = mac.doFinal((time + "." + call.body()).getBytes(StandardCharsets.UTF_8));
    assertThat(call.headers().getFirst("Retainer-Signature"))
        .isEqualTo("v1=" + HexFormat.of().formatHex(expected));
    assertThat(withdrawn).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "503, QUEUED",
    "429, QUEUED",
    "401, QUEUED",
    "404, FAILED",
    "410, FAILED",
    "302, FAILED",
    "0, QUEUED"
  })
  void whatAWebhookAnswersMeansWhatItMeansForAMail(int answered, Delivery.State state) {
    status = answered;
    answer = "<b>" + KEY + "</b>";

    Delivery crm = send("crm@webhook");

    assertThat(crm.state()).isEqualTo(state);
    assertThat(crm.answer().orElseThrow()).doesNotContain(KEY);
    assertThat(calls).as("no redirection is followed, nothing repeated").hasSize(1);
    assertThat(withdrawn).hasSize(answered == 0 ? 0 : 1);
  }

  /** The usual wait after a first attempt is a minute. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "crm@webhook   | 429 | 600 | busy | 600",
        "crm@webhook   | 503 | 600 | busy | 600",
        "crm@webhook   | 503 | Fri, 06 Nov 2026 10:00:00 GMT | busy | 60",
        "crm@webhook   | 503 | 99999999 | busy | 21600",
        "channel@slack | 429 | 90  | {} | 90",
        "chat@telegram | 429 | ''  | {\"ok\":false,\"parameters\":{\"retry_after\":300}} | 300",
        "chat@telegram | 429 | ''  | <html> | 60",
      })
  void whoAsksToBeLeftAloneIsLeftAlone(
      String recipient, int answered, String after, String said, long seconds) {
    status = answered;
    retryAfter = after;
    answer = said;

    Delivery waiting = send(recipient);

    assertThat(waiting.state()).isEqualTo(Delivery.State.QUEUED);
    Duration wait = Duration.between(clock.instant(), waiting.nextAttempt().orElseThrow());
    assertThat(wait.toSeconds()).isBetween(seconds, seconds + seconds / 5);
  }

  @ParameterizedTest
  @CsvSource({
    "FINE, SENT, HTTP 200",
    "EXPIRED, QUEUED, Its certificate has expired or is not valid yet",
    "OTHER_NAME, QUEUED, Its certificate is for other names",
  })
  void theCertificateOfAWebhookIsLookedAt(Shown shown, Delivery.State state, String words)
      throws Exception {
    var authority = TestAuthority.in(Files.createDirectory(folder.resolve("authority")));
    authority.whileTrusted(
        () -> {
          Delivery crm = overHttps(authority, shown);
          assertThat(crm.state()).as("%s", crm).isEqualTo(state);
          assertThat(crm.answer().orElseThrow()).startsWith(words);
        });
    assertThat(calls).hasSize(state == Delivery.State.SENT ? 1 : 0);
  }

  @Test
  void aWebhookWhoseCertificateNobodyVouchesForIsNotTrusted() throws Exception {
    var authority = TestAuthority.in(Files.createDirectory(folder.resolve("authority")));

    Delivery crm = overHttps(authority, Shown.FINE);

    assertThat(crm.answer().orElseThrow()).startsWith("Nobody whom this machine trusts");
    assertThat(Told.isKnown(Language.FI, crm.answer().orElseThrow())).isTrue();
    assertThat(calls).isEmpty();
  }

  private Delivery overHttps(TestAuthority authority, Shown shown) throws Exception {
    var https = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    https.setHttpsConfigurator(new HttpsConfigurator(authority.serving(shown)));
    https.createContext("/", this::answer);
    https.start();
    try {
      write(
          Destinations.FILE,
          """
          destinations:
            crm: {webhook: "https://127.0.0.1:%d/", secret-file: crm.key, internal: true, clients: all}
          """
              .formatted(https.getAddress().getPort()),
          "rw-------");
      return send("crm@webhook");
    } finally {
      https.stop(0);
    }
  }

  @Test
  void aNameThatNoMachineHasIsSaid() throws IOException {
    write(
        Destinations.FILE,
        """
        destinations:
          crm: {webhook: "https://crm.invalid/", secret-file: crm.key, clients: all}
        """,
        "rw-------");

    assertThat(send("crm@webhook").answer()).contains("There is no machine called crm.invalid.");
  }

  @Test
  void whyAFolderIsNotWrittenToIsSaidInWords() {
    assertThat(FolderDrop.reason(new AccessDeniedException("/srv/x/.part-1"), false))
        .startsWith("this server has no right to");
    for (String words : List.of("No space left on device", "Disk quota exceeded")) {
      assertThat(FolderDrop.reason(new FileSystemException("/x", null, words), false))
          .startsWith("its disk is full");
      assertThat(FolderDrop.reason(new IOException(words), false)).startsWith("its disk is full");
    }
    assertThat(FolderDrop.reason(new IOException("Laitteella ei ole tilaa"), true))
        .startsWith("its disk is full");
    assertThat(
            FolderDrop.reason(new FileSystemException("/x", null, "Read-only file system"), false))
        .isEqualTo("Read-only file system");
  }

  /** Its receiver may have taken the first call, and knows the second one by the key. */
  @Test
  void aCallWithoutAnAnswerIsRepeatedUnderItsKeyAfterAWhile() {
    status = 0;
    Delivery crm = send("crm@webhook");
    assertThat(crm.interrupted()).isTrue();
    status = 200;

    clock.set(crm.nextAttempt().orElseThrow().toString());
    send("crm@webhook");

    assertThat(deliveries.find(crm.id()).orElseThrow().state()).isEqualTo(Delivery.State.SENT);
    assertThat(calls)
        .extracting(call -> call.headers().getFirst("Idempotency-Key"))
        .containsExactly(crm.messageId(), crm.messageId());
  }

  @Test
  void aWebhookWithinTheOwnNetworkIsNotCalledUnlessTheOperatorSaysSo() {
    Delivery guarded = send("guarded@webhook");

    assertThat(guarded.state()).isEqualTo(Delivery.State.FAILED);
    assertThat(guarded.answer().orElseThrow()).contains("internal: true");
    assertThat(calls).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1", "127.1", "2130706433", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1",
        "169.254.169.254", "100.64.0.1", "198.18.0.1", "224.0.0.1", "255.255.255.255", "::1", "::",
        "::ffff:127.0.0.1", "fe80::1", "fd00::1", "64:ff9b::7f00:1", "2002:7f00:1::", "ff02::1"
      })
  void anInternalAddressIsKnownHoweverItIsWritten(String host) {
    assertThatThrownBy(() -> new GuardedAddresses().resolve(host))
        .isInstanceOf(UnknownHostException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "192.0.3.1", "172.32.0.1", "2606:4700:4700::1111"})
  void anAddressOfTheInternetIsNone(String host) throws UnknownHostException {
    assertThat(new GuardedAddresses().resolve(host)).isEqualTo(InetAddress.getAllByName(host));
  }

  @Test
  void aTelegramChatGetsAMessageAndNoAnswerTellsTheToken() throws Exception {
    answer = "{\"ok\":true,\"echo\":\"/bot" + TOKEN + "/sendMessage\"}";

    Delivery chat = send("chat@telegram");

    assertThat(chat.state()).isEqualTo(Delivery.State.SENT);
    assertThat(chat.answer().orElseThrow()).doesNotContain(TOKEN).contains("/bot…/");
    assertThat(calls.get(0).path()).isEqualTo("/bot" + TOKEN + "/sendMessage");
    var json = Json.read(calls.get(0).body());
    assertThat(json.path("chat_id").asText()).isEqualTo("-1001");
    assertThat(json.path("text").asText()).contains("Fjell Oy").endsWith("\n" + LINK);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"ok\":false,\"description\":\"chat not found\"} | FAILED | chat not found",
        "<html> | UNKNOWN | not Telegram's",
      })
  void whatTelegramSaysCountsAndNotItsStatus(String said, Delivery.State state, String words) {
    answer = said;

    Delivery chat = send("chat@telegram");

    assertThat(chat.state()).isEqualTo(state);
    assertThat(chat.answer().orElseThrow()).contains(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"ok\":true,\"ts\":\"17.2\"} | SENT | ok 17.2",
        "{\"ok\":false,\"error\":\"channel_not_found\"} | FAILED | channel_not_found",
        "{\"ok\":false,\"error\":\"ratelimited\"} | QUEUED | ratelimited",
        "<html> | UNKNOWN | not Slack's",
      })
  void whatSlackSaysCountsAndNotItsStatus(String said, Delivery.State state, String words) {
    answer = said;

    Delivery channel = send("channel@slack");

    assertThat(channel.state()).isEqualTo(state);
    assertThat(channel.answer().orElseThrow()).contains(words);
    assertThat(calls.get(0).headers().getFirst("Authorization")).isEqualTo("Bearer " + KEY);
  }

  @Test
  void noReportGoesToAPlaceThatIsNotItsClients() throws IOException {
    assertThat(send("others@folder").state()).isEqualTo(Delivery.State.FAILED);
    assertThat(send("unheard-of@webhook").answer().orElseThrow())
        .contains("There is no destination unheard-of");
    assertThat(archived()).isEmpty();
    assertThatThrownBy(() -> new Destinations(folder).check(SHOP.id(), List.of("others@folder")))
        .hasMessageContaining("archive@folder");

    home.workspace().mail().allow(SHOP.id(), new AllowedRecipients(Set.of("@client.example")));
    assertThat(send("archive@folder").answer().orElseThrow()).contains("not among the recipients");
    assertThat(archived()).isEmpty();
  }

  @Test
  void aLinkThatLeadsNowhereIsNotSent() {
    link = "http://127.0.0.1:8080/s/abc";

    assertThat(send("crm@webhook").answer().orElseThrow()).contains("retainer.url");
    assertThat(calls).isEmpty();
    assertThat(withdrawn).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: {folder: here, clients: all} | from the root",
        "a: {folder: /x} | whose reports",
        "a: {webhook: 'http://x.example/', secret-file: crm.key, clients: all} | https://host/",
        "a: {webhook: 'https://u:p@x.example/', secret-file: crm.key, clients: all} | without user",
        "a: {webhook: 'https://x.example/', clients: all} | needs secret-file",
        "a: {webhook: 'https://x.example/', secret-file: open.key, clients: all} | chmod 600",
        "a: {folder: /x, clients: all, colour: red} | colour",
        "A b: {folder: /x, clients: all} | is no name",
      })
  void whatCannotBeUsedIsSaidWithItsName(String entry, String words) throws IOException {
    write("open.key", KEY, "rw-r--r--");
    write(Destinations.FILE, "destinations:\n  " + entry + "\n", "rw-------");

    assertThatThrownBy(() -> new Destinations(folder).check(new ClientId("x"), List.of("a@folder")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
  }
}
