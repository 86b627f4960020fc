package io.retainer.app.bounces;

import static io.retainer.app.TestHome.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.retainer.app.SettableClock;
import io.retainer.app.TestHome;
import io.retainer.app.deliveries.Advice;
import io.retainer.app.deliveries.Deliveries;
import io.retainer.app.deliveries.Delivery;
import io.retainer.app.deliveries.MailSettings;
import io.retainer.app.deliveries.Postman;
import io.retainer.app.deliveries.ReadyRun;
import io.retainer.app.deliveries.ReturnAddress;
import io.retainer.app.deliveries.Transports;
import io.retainer.app.imap.ImapConnection;
import io.retainer.app.imap.ImapSettings;
import io.retainer.app.reports.RunFiles;
import io.retainer.app.reports.Runs;
import io.retainer.workspace.dkim.DkimKeys;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real SMTP and a real IMAP server, with bounces as mail servers write them. */
class BouncesTest {

  private static final String ANNA = "anna@client.example";
  private static final String OLEG = "oleg@client.example";

  @TempDir private Path folder;
  private final SettableClock clock =
      new SettableClock(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
  private final List<String> settled = new ArrayList<>();
  private final List<TaskInstance<Void>> planned = new ArrayList<>();
  private final GreenMail server =
      new GreenMail(
          new ServerSetup[] {
            ServerSetupTest.IMAP.dynamicPort(), ServerSetupTest.SMTP.dynamicPort()
          });
  private GreenMailUser bounces;
  private String run;
  private TestHome home;
  private Deliveries deliveries;
  private Postman postman;
  private BounceMailbox mailbox;

  @BeforeEach
  void open() throws IOException {
    server.start();
    bounces = server.setUser("bounces@agency.example", "bounces", "secret");
    run = ReadyRun.copyTo(folder);
    home = new TestHome(folder, clock);
    deliveries = new Deliveries(home::state, clock, "agency.example");
    MailSettings settings = mail("bounces+*@agency.example");
    postman =
        new Postman(
            deliveries,
            new Runs(home::state, clock),
            new RunFiles(home.workspace().home()),
            home.workspace()::mail,
            Transports.of(settings, new DkimKeys(folder), () -> folder),
            clock,
            (work, at) -> planned.add(work));
    postman.onSettled(settled::add);
    mailbox = mailbox(settings.returns());
  }

  @AfterEach
  void close() {
    home.close();
    server.stop();
  }

  private MailSettings mail(String address) {
    Map<String, String> set =
        Map.of(
            "retainer.mail.host", "127.0.0.1",
            "retainer.mail.port", String.valueOf(server.getSmtp().getPort()),
            "retainer.mail.security", "none",
            "retainer.mail.from", "Agency <reports@agency.example>",
            "retainer.bounces.address", address);
    return MailSettings.of(name -> Optional.ofNullable(set.get(name)));
  }

  private BounceMailbox mailbox(Optional<ReturnAddress> address) {
    return mailbox(address, 2_000);
  }

  private BounceMailbox mailbox(Optional<ReturnAddress> address, int mostAtOnce) {
    Map<String, String> set =
        Map.of(
            "retainer.bounces.imap.host", "127.0.0.1",
            "retainer.bounces.imap.port", String.valueOf(server.getImap().getPort()),
            "retainer.bounces.imap.security", "none",
            "retainer.bounces.imap.user", "bounces",
            "retainer.bounces.imap.password", "secret");
    ImapSettings imap =
        ImapSettings.of("retainer.bounces.imap.", name -> Optional.ofNullable(set.get(name)))
            .orElseThrow();
    return new BounceMailbox(
        imap,
        new ImapConnection(imap, Duration.ofMinutes(1)),
        new BounceCursor(home::state),
        new ReturnedTo(deliveries, postman, address),
        clock,
        mostAtOnce);
  }

  private Delivery send(String recipient) {
    deliveries.add(run, SHOP.id(), List.of(recipient));
    leave();
    return to(recipient);
  }

  private void leave() {
    postman.sendWaiting();
    planned.forEach(work -> postman.task().execute(work, null));
    planned.clear();
  }

  private Delivery to(String recipient) {
    return deliveries.list(Deliveries.Filter.ofRun(run)).stream()
        .filter(each -> each.recipient().equals(recipient))
        .findFirst()
        .orElseThrow();
  }

  private void comesBack(String form, Delivery delivery) throws Exception {
    String number = delivery.messageId().substring(1, 33);
    String text =
        form(form)
            .replace("{id}", delivery.messageId())
            .replace("{to}", delivery.recipient())
            .replace("{return}", "bounces+" + number + "@agency.example");
    bounces.deliver(
        new MimeMessage(
            Session.getInstance(new Properties()),
            new ByteArrayInputStream(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
  }

  private static String form(String name) throws IOException {
    try (InputStream in = BouncesTest.class.getResourceAsStream(name + ".eml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void look() {
    mailbox.look();
    assertThat(mailbox.last().problem()).as(mailbox.last().detail()).isEmpty();
  }

  private MailFolder inbox() throws Exception {
    return server.getManagers().getImapHostManager().getFolder(bounces, "INBOX");
  }

  private long numbering() throws Exception {
    return inbox().getUidValidity();
  }

  private boolean isSeen(int number) throws Exception {
    return inbox().getMessages().get(number).getFlags().contains(Flags.Flag.SEEN);
  }

  @ParameterizedTest
  @CsvSource({
    "postfix, 550 5.1.1, ADDRESS",
    "postfix-plain, 552 5.2.2, FULL",
    "gmail, 550-5.1.1, ADDRESS",
    "exchange, 554 5.2.2, FULL",
    "exchange-old, 5.1.1, ADDRESS",
    "exim, 550 5.7.26, POLICY",
    "qmail, 5.1.1, ADDRESS",
    "bare, cannot be delivered, OTHER",
    "given-up, 550 5.4.7, EXPIRED",
  })
  void aMailThatComesBackSaysWhyAndWhatToDo(String form, String words, Advice advice)
      throws Exception {
    Delivery anna = send(ANNA);
    assertThat(send(OLEG).state()).isEqualTo(Delivery.State.SENT);
    settled.clear();

    comesBack(form, anna);
    look();

    assertThat(to(ANNA).state()).isEqualTo(Delivery.State.BOUNCED);
    assertThat(to(ANNA).answer().orElseThrow()).contains(words);
    assertThat(Advice.on(to(ANNA))).contains(advice);
    assertThat(to(OLEG).state()).isEqualTo(Delivery.State.SENT);
    assertThat(settled).containsExactly(run);
    assertThat(isSeen(0)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"vacation", "receipt", "delivered", "foreign", "answered", "renamed", "ticket"})
  void whatIsNoBounceChangesNothingAndStaysUntouched(String form) throws Exception {
    Delivery anna = send(ANNA);
    settled.clear();

    comesBack(form, anna);
    look();

    assertThat(to(ANNA)).isEqualTo(anna);
    assertThat(settled).isEmpty();
    assertThat(isSeen(0)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"delayed", "delayed-plain"})
  void aMailThatIsLateHasNotFailed(String form) throws Exception {
    Delivery anna = send(ANNA);
    settled.clear();

    comesBack(form, anna);
    look();

    assertThat(to(ANNA).state()).isEqualTo(Delivery.State.SENT);
    assertThat(to(ANNA).answer().orElseThrow()).startsWith("On its way, not there yet: ");
    assertThat(settled).isEmpty();

    comesBack("postfix", anna);
    look();
    assertThat(to(ANNA).state()).as("in the end").isEqualTo(Delivery.State.BOUNCED);
  }

  @Test
  void aBounceThatIsReadTwiceIsToldOnceAndTheFailedAloneGoAgain() throws Exception {
    Delivery anna = send(ANNA);
    send(OLEG);
    settled.clear();
    comesBack("postfix", anna);
    look();
    look();
    mailbox(Optional.empty()).look();
    comesBack("gmail", anna);
    look();

    assertThat(settled).containsExactly(run);
    long untold =
        home.state()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "select count(*) from delivery where told_at is null and state = 'bounced'")
                        .mapTo(Long.class)
                        .one());
    assertThat(untold).as("to be told").isEqualTo(1);

    int before = server.getReceivedMessages().length;
    assertThat(postman.retry(to(OLEG).id())).isFalse();
    assertThat(postman.retry(to(ANNA).id())).isTrue();
    leave();
    assertThat(server.getReceivedMessages().length - before).isEqualTo(1);
    assertThat(to(ANNA).state()).isEqualTo(Delivery.State.SENT);
    look();
    assertThat(to(ANNA).state()).as("after the old bounces").isEqualTo(Delivery.State.SENT);
  }

  /** As after a mailbox was restored from a copy, or moved to another mail server. */
  @Test
  void aMailboxThatNumbersItsMailsAnewTellsNothingTwiceAndWhatIsNew() throws Exception {
    Delivery anna = send(ANNA);
    Delivery oleg = send(OLEG);
    comesBack("postfix", anna);
    look();
    assertThat(postman.retry(anna.id())).isTrue();
    leave();
    settled.clear();
    long before = numbering();

    // The numbering is named by the second in which the mailbox was made.
    do {
      server.getUserManager().deleteUser(bounces);
      bounces = server.setUser("bounces@agency.example", "bounces", "secret");
    } while (numbering() == before);
    comesBack("postfix", oleg);
    comesBack("postfix", anna);
    look();

    assertThat(to(OLEG).state()).isEqualTo(Delivery.State.BOUNCED);
    assertThat(to(ANNA).state()).as("sent again since").isEqualTo(Delivery.State.SENT);
    assertThat(settled).containsExactly(run);
  }

  @Test
  void whatWasPassedOnNamesWhomItDidNotReach() throws Exception {
    comesBack("forwarded", send(ANNA));
    look();

    assertThat(to(ANNA).answer())
        .contains("5.1.2 host not found (it was passed on to anna@private.example)");
    assertThat(Advice.on(to(ANNA))).contains(Advice.DOMAIN);
  }

  @Test
  void ofSeveralMailsToSomebodyNoneIsGuessed() throws Exception {
    mailbox = mailbox(Optional.of(new ReturnAddress("bounces@agency.example")));
    Delivery anna = send(ANNA);
    home.state()
        .useHandle(
            handle ->
                handle.execute(
                    """
                    insert into delivery (id, run_id, client, recipient, message_id, state,
                      attempts, interrupted, created_at, updated_at)
                    select 'other', 'other', client, recipient, '<x@agency.example>', state,
                      attempts, interrupted, created_at, updated_at from delivery
                    """));

    comesBack("without-id", anna);
    look();

    assertThat(to(ANNA).state()).isEqualTo(Delivery.State.SENT);
    assertThat(isSeen(0)).isFalse();
  }

  /** Without an address of each mail's own, one that names no id is known by its recipient. */
  @Test
  void whoIsWrittenToOnceIsKnownByTheAddress() throws Exception {
    mailbox = mailbox(Optional.of(new ReturnAddress("bounces@agency.example")));
    Delivery anna = send(ANNA);

    comesBack("without-id", anna);
    look();

    assertThat(to(ANNA).state()).isEqualTo(Delivery.State.BOUNCED);
    assertThat(Advice.on(to(ANNA))).contains(Advice.ADDRESS);
  }

  @Test
  void whoKnowsARecipientsAddressAloneForgesNoBounce() throws Exception {
    Delivery anna = send(ANNA);

    comesBack("without-id", anna);
    look();

    assertThat(to(ANNA)).isEqualTo(anna);
    assertThat(isSeen(0)).isFalse();
  }

  /** Its answer says so: 250 Ok 0102… */
  @Test
  void aMailServerThatGivesAMailAnotherMessageIdIsKnownByItsAnswer() throws Exception {
    Delivery anna = send(ANNA);
    home.state()
        .useHandle(
            handle ->
                handle.execute(
                    "update delivery set answer = '250 Ok 0102018b9a7c6d5e-1f2e3d4c-000000'"));

    comesBack("renamed", anna);
    look();

    assertThat(to(ANNA).state()).isEqualTo(Delivery.State.BOUNCED);
  }

  /** As after a night without the server; nobody waits an hour for what is in the last one. */
  @Test
  void aThousandMailsOfOthersAreReadInOneLook() throws Exception {
    Delivery anna = send(ANNA);
    for (int i = 0; i < 1000; i++) {
      comesBack("vacation", anna);
    }
    comesBack("postfix", anna);

    look();

    assertThat(to(ANNA).state()).isEqualTo(Delivery.State.BOUNCED);
    assertThat(isSeen(999)).isFalse();
    assertThat(isSeen(1000)).isTrue();
  }

  /** A full mailbox is read in turns, by whichever server has its turn, and no mail twice. */
  @Test
  void aLookReadsSoManyMailsAndTheNextGoesOnFromThere() throws Exception {
    Delivery anna = send(ANNA);
    for (int i = 0; i < 24; i++) {
      comesBack("vacation", anna);
    }
    comesBack("postfix", anna);

    for (int i = 0; i < 2; i++) {
      mailbox = mailbox(Optional.empty(), 10);
      look();
      assertThat(to(ANNA).state()).as("after look %d", i).isEqualTo(Delivery.State.SENT);
    }
    mailbox = mailbox(Optional.empty(), 10);
    look();
    assertThat(to(ANNA).state()).isEqualTo(Delivery.State.BOUNCED);

    home.state().useHandle(handle -> handle.execute("update delivery set state = 'sent'"));
    mailbox = mailbox(Optional.empty(), 10);
    look();
    assertThat(to(ANNA).state()).as("its bounce was read already").isEqualTo(Delivery.State.SENT);
  }

  @Test
  void eachMailIsReturnedToAnAddressOfItsOwn() throws Exception {
    Delivery anna = send(ANNA);

    MimeMessage mail = server.getReceivedMessagesForDomain("client.example")[0];
    String number = anna.messageId().substring(1, 33);
    assertThat(mail.getHeader("Return-Path", null))
        .isEqualTo("<bounces+" + number + "@agency.example>");
    assertThat(mail.getFrom()[0]).hasToString("Agency <reports@agency.example>");
  }

  @Test
  void aMailOfGarbageStopsNothing() throws Exception {
    Delivery anna = send(ANNA);
    bounces.deliver(
        new MimeMessage(
            Session.getInstance(new Properties()),
            new ByteArrayInputStream(
                ("From: MAILER-DAEMON\r\nContent-Type: multipart/report; boundary=\"\u0000\r\n\r\n--"
                        + "\r\n\r\n\u0001\u0002"
                        + "x".repeat(3_000_000))
                    .getBytes(StandardCharsets.ISO_8859_1))));
    comesBack("postfix", anna);

    for (int i = 0; i < 3; i++) {
      mailbox.look();
      clock.set(clock.instant().plus(Duration.ofHours(1)).toString());
    }

    assertThat(to(ANNA).state()).isEqualTo(Delivery.State.BOUNCED);
  }

  @Test
  void anAddressThatCannotBeUsedIsRefusedWithItsSetting() {
    assertThatThrownBy(() -> mail("bounces**@agency.example"))
        .hasMessageContaining("retainer.bounces.address")
        .hasMessageContaining("bounces+*@agency.example");
    assertThatThrownBy(() -> mail("bounces@*.example")).hasMessageContaining("a *");
    assertThat(new ReturnAddress("bounces@agency.example").mailOf("bounces@agency.example"))
        .isEmpty();
  }
}
