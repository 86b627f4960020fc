package io.retainer.app.inbox;

import static io.retainer.app.inbox.Letters.OCTOBER;
import static io.retainer.app.inbox.Letters.attachment;
import static io.retainer.app.inbox.Letters.headers;
import static io.retainer.app.inbox.Letters.html;
import static io.retainer.app.inbox.Letters.mixed;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.retainer.app.TestHome;
import io.retainer.app.imap.ImapConnection;
import io.retainer.app.imap.ImapLook;
import io.retainer.app.imap.ImapSettings;
import io.retainer.app.imports.Intake;
import io.retainer.app.imports.Sketches;
import io.retainer.app.inbox.ReceivedMail.State;
import io.retainer.model.imports.ImportResult.Status;
import jakarta.mail.Flags;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real IMAP server. */
class MailboxTest {

  private static final String PLATFORM = "exports@platform.example";
  private static final long LARGEST = 20_000;

  @TempDir private Path home;
  private final Clock clock = Clock.systemUTC();
  private final GreenMail server = new GreenMail(ServerSetupTest.IMAP.dynamicPort());
  private GreenMailUser user;
  private TestHome agency;
  private Arrivals arrivals;
  private ReceivedMails mails;
  private SenderRules rules;
  private Mailbox mailbox;

  @BeforeEach
  void open() throws IOException {
    server.start();
    user = server.setUser("reports@agency.example", "reports", "secret");
    agency = new TestHome(home, clock);
    SessionsConnector.install(agency.workspace().home().connectors());
    arrivals = new Arrivals(agency::state);
    mails = new ReceivedMails(agency::state);
    rules = new SenderRules(agency::state);
    mailbox = mailbox(Map.of());
  }

  @AfterEach
  void close() {
    agency.close();
    server.stop();
  }

  private Mailbox mailbox(Map<String, String> settings) {
    return mailbox(settings, Duration.ofMinutes(1));
  }

  private Mailbox mailbox(Map<String, String> settings, Duration patience) {
    Map<String, String> usual =
        Map.of(
            "host", "127.0.0.1",
            "port", String.valueOf(server.getImap().getPort()),
            "security", "none",
            "user", "reports",
            "password", "secret");
    ImapSettings imap =
        ImapSettings.of(
                "retainer.inbox.imap.",
                name -> {
                  String key = name.replace("retainer.inbox.imap.", "");
                  return Optional.ofNullable(settings.getOrDefault(key, usual.get(key)));
                })
            .orElseThrow();
    var workspace = agency.workspace();
    var sketches = new Sketches(workspace.home()::unknownTables, file -> true, clock);
    var taking = new Taking(workspace, new Intake(workspace), sketches, arrivals, LARGEST);
    var kept = new KeptMails(workspace.home()::receivedMail, Optional.empty());
    return new Mailbox(
        imap,
        new ImapConnection(imap, patience),
        new MailTaking(taking, rules, mails, kept, imap.trustedAuthserv()),
        mails,
        clock);
  }

  private void allow(String sender, String recipient) {
    rules.allow(new SenderRule(sender, recipient, TestHome.SHOP.id()), "owner", clock.instant());
  }

  private void deliver(String text) throws Exception {
    user.deliver(Letters.of(text));
  }

  private List<State> states() {
    return Stream.concat(mails.latest(false, 100).stream(), mails.latest(true, 100).stream())
        .map(ReceivedMail::state)
        .toList();
  }

  private List<Status> statuses() {
    return arrivals.latest(100).stream().map(Arrival::status).toList();
  }

  private MailFolder folder(String name) throws Exception {
    return server.getManagers().getImapHostManager().getFolder(user, name);
  }

  private boolean isSeen(int number) throws Exception {
    return folder("INBOX").getMessages().get(number).getFlags().contains(Flags.Flag.SEEN);
  }

  private void look() {
    mailbox.look();
    assertThat(mailbox.last().problem()).as(mailbox.last().detail()).isEmpty();
  }

  @Test
  void theAttachmentOfAnAllowedSenderIsImportedForItsClient() throws Exception {
    allow(PLATFORM, "");
    deliver(headers(PLATFORM, "1") + mixed(html("Hi"), attachment("filename=\"w.csv\"", OCTOBER)));

    look();

    assertThat(arrivals.latest(10))
        .singleElement()
        .satisfies(
            arrival -> {
              assertThat(arrival.file()).isEqualTo("w.csv");
              assertThat(arrival.status()).isEqualTo(Status.ACCEPTED);
              assertThat(arrival.client()).isEqualTo(TestHome.SHOP.id());
            });
    ReceivedMail mail = mails.latest(false, 1).get(0);
    assertThat(mail.subject()).isEqualTo("Отчёт weekly");
    assertThat(mail.marked()).isTrue();
    assertThat(isSeen(0)).isTrue();
    assertThat(home.resolve("received-mail/" + mail.sha256().orElseThrow() + ".eml"))
        .content()
        .contains("Message-ID: <1@example.com>", "filename=\"w.csv\"");
  }

  @Test
  void aMailIsTakenOnceHoweverOftenItIsLookedAt() throws Exception {
    allow(PLATFORM, "");
    deliver(headers(PLATFORM, "1") + mixed(attachment("filename=\"w.csv\"", OCTOBER)));

    look();
    look();
    mailbox = mailbox(Map.of());
    look();

    assertThat(statuses()).containsExactly(Status.ACCEPTED);
    assertThat(states()).containsExactly(State.TAKEN);
  }

  /** As after a mailbox was restored from a copy, or moved to another mail server. */
  @Test
  void aMailboxThatNumbersItsMailsAnewBringsNoneTwiceAndWhatIsNew() throws Exception {
    allow(PLATFORM, "");
    String first = headers(PLATFORM, "1") + mixed(attachment("filename=\"w.csv\"", OCTOBER));
    deliver(first);
    look();
    long before = folder("INBOX").getUidValidity();

    // The mail server takes the second a mailbox is made in for its validity.
    while (Instant.now().getEpochSecond() <= before) {
      Thread.sleep(20);
    }
    server.getUserManager().deleteUser(user);
    user = server.setUser("reports@agency.example", "reports", "secret");
    deliver(
        headers(PLATFORM, "2")
            + mixed(attachment("filename=\"v.csv\"", OCTOBER.replace("2026-10", "2026-09"))));
    deliver(first);
    assertThat(folder("INBOX").getUidValidity()).isNotEqualTo(before);
    look();

    assertThat(states()).containsExactlyInAnyOrder(State.TAKEN, State.TAKEN, State.REPEATED);
    assertThat(statuses()).containsExactly(Status.ACCEPTED, Status.ACCEPTED);
  }

  @Test
  void aMailThatCameTwiceIsTakenOnce() throws Exception {
    allow(PLATFORM, "");
    String mail = headers(PLATFORM, "1") + mixed(attachment("filename=\"w.csv\"", OCTOBER));
    deliver(mail);
    deliver(mail);

    look();

    assertThat(statuses()).containsExactly(Status.ACCEPTED);
    assertThat(states()).containsExactlyInAnyOrder(State.TAKEN, State.REPEATED);
  }

  @Test
  void whatAKilledProcessImportedAndDidNotRecordChangesNothing() throws Exception {
    allow(PLATFORM, "");
    deliver(headers(PLATFORM, "1") + mixed(attachment("filename=\"w.csv\"", OCTOBER)));
    look();
    agency.state().useHandle(handle -> handle.execute("delete from received_mail"));

    look();

    assertThat(statuses()).containsExactlyInAnyOrder(Status.ACCEPTED, Status.DUPLICATE);
    assertThat(agency.workspace().warehouse().batches(TestHome.SHOP.id())).hasSize(1);
  }

  @Test
  void aMailOfAnUnknownSenderLiesUntouchedUntilSomebodyAllowsIt() throws Exception {
    deliver(headers(PLATFORM, "1") + mixed(attachment("filename=\"w.csv\"", OCTOBER)));
    look();
    assertThat(states()).containsExactly(State.UNKNOWN);
    assertThat(isSeen(0)).isFalse();
    assertThat(home.resolve("received-mail"))
        .satisfiesAnyOf(
            folder -> assertThat(folder).doesNotExist(),
            folder -> assertThat(folder).isEmptyDirectory());

    allow("@platform.example", "");
    look();

    assertThat(states()).containsExactly(State.TAKEN);
    assertThat(statuses()).containsExactly(Status.ACCEPTED);
    assertThat(isSeen(0)).isTrue();
  }

  /** A mail server may be far away: a hundred circulars of others are no hundred round trips. */
  @Test
  void whoWroteIsAskedForAllMailsTogether() throws Exception {
    try (var counted = new CountedImap(server.getImap().getPort())) {
      mailbox = mailbox(Map.of("port", String.valueOf(counted.port())));
      for (int i = 0; i < 12; i++) {
        deliver(headers("many@elsewhere.example", "many" + i) + mixed());
      }
      look();
      assertThat(counted.asked()).as("questions for 12 mails").isLessThan(12);
      look();
      assertThat(counted.asked()).as("questions for no new mail").isLessThan(12);

      assertThat(states()).hasSize(12).containsOnly(State.UNKNOWN);
    }
  }

  @Test
  void aRuleForAnAddressOfOursTakesOnlyWhatWasSentThere() throws Exception {
    allow(PLATFORM, "reports+nordic@agency.example");
    String part = mixed(attachment("filename=\"w.csv\"", OCTOBER));
    deliver(headers(PLATFORM, "1") + part);
    deliver(headers(PLATFORM, "2").replace("reports@agency", "Reports+Nordic@agency") + part);

    look();

    assertThat(mails.latest(false, 10))
        .extracting(ReceivedMail::messageId)
        .containsExactly("<2@example.com>");
  }

  @Test
  void filesOfOneMailAreImportedTogetherWhereverTheyLie() throws Exception {
    allow(PLATFORM, "");
    String nested =
        "Content-Type: message/rfc822\n\n"
            + headers("someone@else.example", "inner")
            + mixed(attachment("filename=\"Dates.csv\"", OCTOBER)).replace("b1", "b2");
    deliver(
        headers(PLATFORM, "1")
            + mixed(
                attachment("filename=\"Queries.csv\"", "sessions of Dates.csv\n2026-10-01|1\n"),
                nested));

    look();

    assertThat(arrivals.latest(10))
        .extracting(Arrival::file)
        .containsExactlyInAnyOrder("Queries.csv", "Dates.csv");
    assertThat(statuses()).containsOnly(Status.ACCEPTED);
  }

  @Test
  void namesAreReadInEveryEncodingAndAreNeverPaths() throws Exception {
    allow(PLATFORM, "");
    deliver(
        headers(PLATFORM, "1")
            + mixed(
                attachment("filename*=UTF-8''%D0%BE%D1%82%D1%87.csv", OCTOBER),
                attachment("filename=\"=?UTF-8?B?0L7RhtGCLmNzdg==?=\"", OCTOBER + "2026-10-03|1\n"),
                attachment("filename=\"../../etc/x.csv\"", OCTOBER + "2026-10-04|1\n"),
                attachment("filename=\"=?nonsense?B?0L7RhtGC?=\"", OCTOBER + "2026-10-05|1\n")));

    look();

    assertThat(arrivals.latest(10))
        .extracting(Arrival::file)
        .containsExactlyInAnyOrder("отч.csv", "оцт.csv", "x.csv", "=?nonsense?B?0L7RhtGC?=");
  }

  @Test
  void aLinkIsNeverFollowedAndSaid() throws Exception {
    allow(PLATFORM, "");
    try (ServerSocket site = new ServerSocket(0)) {
      site.setSoTimeout(1);
      String link = "<a href=\"http://127.0.0.1:" + site.getLocalPort() + "/w.csv\">Download</a>";
      deliver(headers(PLATFORM, "1") + html(link));

      look();

      assertThat(states()).containsExactly(State.LINK);
      assertThat(org.assertj.core.api.Assertions.catchThrowable(site::accept))
          .isInstanceOf(java.net.SocketTimeoutException.class);
    }
  }

  @Test
  void picturesAndSignaturesAreNoData() throws Exception {
    allow(PLATFORM, "");
    deliver(
        headers(PLATFORM, "1")
            + mixed(
                html("Hello"),
                attachment("filename=\"logo.png\"", "x").replace("text/csv", "image/png")));

    look();

    assertThat(states()).containsExactly(State.NOTHING);
    assertThat(mails.latest(false, 1).get(0).reason()).contains("logo.png");
  }

  @Test
  void aHugeMailIsLeftWhereItIs() throws Exception {
    allow(PLATFORM, "");
    deliver(
        headers(PLATFORM, "1")
            + mixed(attachment("filename=\"w.csv\"", "x".repeat((int) LARGEST + 1))));

    look();

    assertThat(states()).containsExactly(State.TOO_LARGE);
    assertThat(isSeen(0)).isFalse();
    assertThat(home.resolve("run/mailed"))
        .satisfiesAnyOf(
            folder -> assertThat(folder).doesNotExist(),
            folder -> assertThat(folder).isEmptyDirectory());
  }

  @Test
  void aDamagedMailDoesNotStopTheNext() throws Exception {
    allow(PLATFORM, "");
    deliver(
        headers(PLATFORM, "1")
            + mixed(attachment("filename=\"w.csv\"", OCTOBER).replace("c2Vzc", "c2Vz*c2")));
    deliver(headers(PLATFORM, "2") + "Content-Type: multipart/mixed; boundary=\n\n--x");
    deliver(headers(PLATFORM, "3") + mixed(attachment("filename=\"w.csv\"", OCTOBER)));

    look();

    assertThat(states()).hasSize(3).contains(State.TAKEN);
    assertThat(statuses()).contains(Status.ACCEPTED);
  }

  @Test
  void withATrustedServerTheSenderHasToBeProved() throws Exception {
    allow(PLATFORM, "");
    mailbox = mailbox(Map.of("trusted-authserv", "mx.agency.example"));
    String part = mixed(attachment("filename=\"w.csv\"", OCTOBER));
    String pass = "mx.agency.example; dkim=pass header.d=platform.example";
    deliver(headers(PLATFORM, "forged") + part);
    deliver("Authentication-Results: " + pass + "\n" + headers(PLATFORM, "proved") + part);

    look();

    assertThat(mails.latest(false, 10))
        .extracting(ReceivedMail::messageId, ReceivedMail::state)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("<forged@example.com>", State.UNPROVED),
            org.assertj.core.groups.Tuple.tuple("<proved@example.com>", State.TAKEN));
    assertThat(isSeen(0)).isFalse();
  }

  @Test
  void aMailThatWasTakenMovesWhereItIsToldTo() throws Exception {
    allow(PLATFORM, "");
    mailbox = mailbox(Map.of("move-to", "Taken"));
    deliver(headers(PLATFORM, "1") + mixed(attachment("filename=\"w.csv\"", OCTOBER)));

    look();

    assertThat(folder("INBOX").getMessageCount()).isZero();
    assertThat(folder("Taken").getMessageCount()).isEqualTo(1);
  }

  @Test
  void aWrongPasswordIsSaidAndNotTriedAgainAtOnce() {
    mailbox = mailbox(Map.of("password", "wrong"));
    Instant before = clock.instant();

    mailbox.look();

    ImapLook failed = mailbox.last();
    assertThat(failed.problem()).contains(ImapLook.Problem.PASSWORD);
    assertThat(failed.detail()).doesNotContain("wrong");
    assertThat(failed.next().orElseThrow()).isAfter(before.plus(Duration.ofMinutes(14)));
    mailbox.look();
    assertThat(mailbox.last()).isSameAs(failed);
  }

  @Test
  void thePasswordMayStandInAFile() throws Exception {
    Path file = Files.writeString(home.resolve("password"), "secret\n");
    rules.allow(new SenderRule(PLATFORM, "", TestHome.SHOP.id()), "owner", clock.instant());
    ImapSettings imap =
        ImapSettings.of(
                "retainer.inbox.imap.",
                name ->
                    Optional.ofNullable(
                        Map.of(
                                "retainer.inbox.imap.host", "h",
                                "retainer.inbox.imap.user", "u",
                                "retainer.inbox.imap.password-file", file.toString())
                            .get(name)))
            .orElseThrow();

    assertThat(imap.secret()).isEqualTo("secret");
    assertThat(imap.port()).isEqualTo(993);
    assertThat(imap.toString()).doesNotContain("secret");
  }

  @Test
  void aFolderThatIsNotThereIsSaid() {
    mailbox = mailbox(Map.of("folder", "Nowhere"));

    mailbox.look();

    assertThat(mailbox.last().problem()).contains(ImapLook.Problem.NO_FOLDER);
  }

  @Test
  void aServerThatAnswersNothingIsGivenUpOn() throws IOException {
    try (ServerSocket deaf = new ServerSocket(0)) {
      mailbox = mailbox(Map.of("port", String.valueOf(deaf.getLocalPort())), Duration.ofSeconds(2));

      mailbox.look();
    }

    assertThat(mailbox.last().problem()).contains(ImapLook.Problem.UNREACHABLE);
    assertThat(mailbox.last().next()).isPresent();
  }
}
