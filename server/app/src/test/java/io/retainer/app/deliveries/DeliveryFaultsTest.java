package io.retainer.app.deliveries;

import static io.retainer.app.TestHome.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.app.SettableClock;
import io.retainer.app.TestHome;
import io.retainer.app.reports.Runs;
import io.retainer.app.shell.Language;
import io.retainer.model.mail.MailAddress;
import io.retainer.rendering.mail.MailMark;
import io.retainer.workspace.dkim.DkimKeys;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad days of the mail server and of the disk: nothing is lost, nothing goes twice. */
class DeliveryFaultsTest {

  private static final String ANNA = "anna@client.example";
  private static final String OLEG = "oleg@client.example";
  private static final String MASHA = "masha@client.example";

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock(ReadyRun.START);
  private final List<Letter> toldOwner = new ArrayList<>();
  private boolean isDiskFull;
  private String run;
  private TestHome home;
  private Deliveries deliveries;
  private Copies copies;

  @BeforeEach
  void openHome() throws Exception {
    run = ReadyRun.copyTo(folder);
    home = new TestHome(folder, clock);
    deliveries = new Deliveries(this::state, clock, "agency.example");
    copies = new Copies(this::state, clock);
  }

  @AfterEach
  void closeHome() {
    home.close();
  }

  private Jdbi state() {
    if (isDiskFull) {
      throw new UncheckedIOException(new java.io.IOException("No space left on device"));
    }
    return home.state();
  }

  @Test
  void aGreylistedMailGoesOnceWhenItIsTriedAgain() throws Exception {
    try (var server = new SmallMailServer(Map.of()).first("RCPT", "451 4.7.1 greylisted")) {
      String id = one(ANNA);
      Postman postman = postman(real(server));

      Instant again = postman.attempt(id).orElseThrow();
      assertThat(postman.attempt(id)).as("before its time").contains(again);
      clock.set(again.toString());
      assertThat(postman.attempt(id)).isEmpty();

      assertThat(server.mails()).isEqualTo(1);
      assertThat(of(id).state()).isEqualTo(Delivery.State.SENT);
      assertThat(of(id).attempts()).isEqualTo(2);
    }
  }

  @Test
  void aFullMailboxIsForGoodAndOnlyItsMailIsSentAgain() throws Exception {
    try (var server =
        new SmallMailServer(Map.of())
            .first("RCPT TO:<" + OLEG, "552 5.2.2 mailbox over quota")
            .first("RCPT TO:<" + MASHA, "452 4.2.2 mailbox over quota, try later")) {
      deliveries.add(run, SHOP.id(), List.of(ANNA, OLEG, MASHA));
      Postman postman = postman(real(server));
      deliveries.queued().forEach(each -> postman.attempt(each.id()));

      assertThat(of(to(OLEG)).state()).isEqualTo(Delivery.State.FAILED);
      assertThat(of(to(OLEG)).nextAttempt()).isEmpty();
      assertThat(of(to(MASHA)).state()).isEqualTo(Delivery.State.QUEUED);
      assertThat(server.mails()).isEqualTo(1);

      assertThat(postman.retry(to(ANNA))).as("a mail that was sent").isFalse();
      assertThat(postman.retry(to(OLEG))).isTrue();
      clock.set(clock.instant().plus(Duration.ofMinutes(2)).toString());
      deliveries.queued().forEach(each -> postman.attempt(each.id()));

      assertThat(deliveries.list(Deliveries.Filter.ofRun(run)))
          .allMatch(each -> each.state() == Delivery.State.SENT);
      assertThat(server.mails()).isEqualTo(3);
    }
  }

  @Test
  void aMailThatLeftIsSentEvenIfThatCouldNotBeWrittenForAWhile() throws Exception {
    try (var server = new SmallMailServer(Map.of())) {
      String id = one(ANNA);
      Transport real = real(server);
      Postman postman =
          postman(
              (letter, leaving) -> {
                Transport.Outcome outcome = real.send(letter, leaving);
                isDiskFull = true;
                return outcome;
              });

      assertThatThrownBy(() -> postman.attempt(id)).hasMessageContaining("No space left");
      assertThatThrownBy(() -> postman.attempt(id)).hasMessageContaining("No space left");
      isDiskFull = false;
      assertThat(postman.attempt(id)).isEmpty();

      assertThat(of(id).state()).isEqualTo(Delivery.State.SENT);
      assertThat(of(id).answer()).contains("250 ok");
      assertThat(server.mails()).isEqualTo(1);
    }
  }

  @Test
  void noMailLeavesThatCouldNotBeSaidToBeLeaving() throws Exception {
    try (var server = new SmallMailServer(Map.of())) {
      String id = one(ANNA);
      Transport real = real(server);
      Postman postman =
          postman(
              (letter, leaving) ->
                  real.send(
                      letter,
                      () -> {
                        isDiskFull = server.mails() == 0;
                        leaving.run();
                      }));

      assertThatThrownBy(() -> postman.attempt(id)).hasMessageContaining("No space left");
      assertThat(server.mails()).isZero();
      isDiskFull = false;
      Instant again = postman.attempt(id).orElseThrow();
      assertThat(of(id).state()).isEqualTo(Delivery.State.QUEUED);
      assertThat(of(id).attempts()).isEqualTo(1);

      Postman mended = postman(real);
      clock.set(again.toString());
      mended.attempt(id);
      assertThat(of(id).state()).isEqualTo(Delivery.State.SENT);
      assertThat(server.mails()).isEqualTo(1);
    }
  }

  /** As after a kill, or a fault in the very moment in which the mail was claimed. */
  @Test
  void aMailWhoseSenderIsGoneGoesOnWhenItHadNotLeft() throws Exception {
    try (var server = new SmallMailServer(Map.of())) {
      String id = one(ANNA);
      deliveries.progress().claim(deliveries.find(id).orElseThrow());

      postman(real(server)).attempt(id);

      assertThat(of(id).state()).isEqualTo(Delivery.State.SENT);
      assertThat(server.mails()).isEqualTo(1);
    }
  }

  @Test
  void aMailWhoseSenderIsGoneIsLeftToAPersonWhenItMayHaveLeft() throws Exception {
    try (var server = new SmallMailServer(Map.of())) {
      String id = one(ANNA);
      deliveries.progress().claim(deliveries.find(id).orElseThrow());
      deliveries.progress().leaves(id, 1);
      Postman postman = postman(real(server));

      assertThat(postman.attempt(id)).isEmpty();
      assertThat(postman.attempt(id)).isEmpty();

      assertThat(of(id).state()).isEqualTo(Delivery.State.UNKNOWN);
      assertThat(of(id).nextAttempt()).isEmpty();
      assertThat(of(id).answer().orElseThrow()).contains("Ask the recipient");
      assertThat(server.mails()).isZero();
    }
  }

  @Test
  void theOwnerIsToldOnceOfEachMailAndAgainOfOneThatFailedAgain() throws Exception {
    try (var server =
        new SmallMailServer(
            Map.of(
                "RCPT TO:<" + OLEG, "550 5.1.1 <b>no such user</b>",
                "RCPT TO:<" + MASHA, "550 5.7.1 not welcome"))) {
      deliveries.add(run, SHOP.id(), List.of(ANNA, OLEG, MASHA));
      Postman postman = postman(real(server));
      deliveries.queued().forEach(each -> postman.attempt(each.id()));

      tell(new Transport.Outcome.NotNow("451 later"));
      assertThat(toldOwner).as("could not be told").hasSize(1);
      clock.advance(Duration.ofMinutes(5));
      tell(new Transport.Outcome.Taken("250 ok"));
      tell(new Transport.Outcome.Taken("250 ok"));

      assertThat(toldOwner).hasSize(2);
      assertThat(toldOwner.get(1).to()).hasToString("owner@agency.example");
      assertThat(toldOwner.get(1).body().subject()).isEqualTo("Недоставленные письма: 2");
      assertThat(toldOwner.get(1).body().text())
          .contains("Писем, которые не дошли: 2.", "https://reports.example/deliveries")
          .contains(
              "Fjell Oy, Отчёт о результатах за месяц, октябрь\u00a02026, получатель "
                  + MASHA
                  + ". Письмо не доставлено. Ответ почтового сервера: «550 5.7.1 not welcome»."
                  + " Сервер получателя не принимает это письмо.")
          .contains(OLEG)
          .doesNotContain(ANNA)
          .doesNotContain(run);
      assertThat(toldOwner.get(1).body().html()).contains("&lt;b&gt;").doesNotContain("<b>");

      postman.retry(to(OLEG));
      postman.attempt(to(OLEG));
      tell(new Transport.Outcome.Taken("250 ok"));
      assertThat(toldOwner).hasSize(3);
      assertThat(toldOwner.get(2).body().text()).contains(OLEG).doesNotContain(MASHA);
    }
  }

  /** A typing error in the owner's address is no reason to forget what they have to know. */
  @Test
  void anAlertThatIsRefusedOrUnclearIsSentAgainLaterWithWhatHasFailedSince() {
    lost(OLEG);
    tell(new Transport.Outcome.Refused("550 5.1.1 no such user"));
    tell(new Transport.Outcome.Taken("250 ok"));
    assertThat(toldOwner).as("not again at once").hasSize(1);

    clock.advance(Duration.ofHours(1));
    tell(new Transport.Outcome.Unclear("[EOF]"));
    lost(MASHA);
    clock.advance(Duration.ofHours(1));
    tell(new Transport.Outcome.Taken("250 ok"));
    tell(new Transport.Outcome.Taken("250 ok"));

    assertThat(toldOwner).hasSize(3);
    assertThat(toldOwner.get(2).body().text()).contains(OLEG, MASHA);
  }

  @Test
  void theOwnerIsToldByTheNextServerWhenThisOneWasKilledWhileItSaidSo() {
    one(OLEG);
    String id = to(OLEG);
    deliveries.progress().claim(of(id));
    deliveries.progress().failed(id, 1, "550 5.1.1 no such user");

    assertThatThrownBy(() -> tell(letter -> killed())).isInstanceOf(InternalError.class);
    tell(new Transport.Outcome.Taken("250 ok"));
    tell(new Transport.Outcome.Taken("250 ok"));

    assertThat(toldOwner).as("the one that did not leave, and the one that did").hasSize(2);
    assertThat(toldOwner.get(1).body().text()).contains(OLEG);
  }

  @Test
  void whatHappensToAMailWhileTheOwnerIsToldOfItIsToldNext() {
    one(OLEG);
    String id = to(OLEG);
    deliveries.progress().claim(of(id));
    deliveries.progress().unknown(id, 1, Doubt.MAIL.after(Said.BROKE_OFF.of("[EOF]")));

    tell(
        letter -> {
          clock.set(clock.instant().plusSeconds(60).toString());
          deliveries.progress().returned(id, "550 5.1.1 no such user");
          return new Transport.Outcome.Taken("250 ok");
        });
    tell(new Transport.Outcome.Taken("250 ok"));

    assertThat(toldOwner).hasSize(2);
    assertThat(toldOwner.get(0).body().subject())
        .isEqualTo("Письма, о доставке которых ничего не известно: 1");
    assertThat(toldOwner.get(0).body().text())
        .contains(
            "Почтовый сервер получил письмо и закрыл соединение, не ответив. Возможно, письмо")
        .doesNotContain("не дошли", "EOF", "Ask the recipient");
    assertThat(toldOwner.get(1).body().subject()).isEqualTo("Недоставленные письма: 1");
    assertThat(toldOwner.get(1).body().text()).contains("вернулось", "no such user");
  }

  /** Nobody of the agency has seen what goes to the client in three days. */
  @Test
  void anInternalCopyThatNobodyGotIsToldOnceAndATestIsNot() {
    Copy shown =
        copies.add(run, MailMark.Kind.INTERNAL, "colleague@agency.example", "schedule", "soon");
    Copy test = copies.add(run, MailMark.Kind.TEST, "me@agency.example", "maria", "");
    copies.ended(shown.id(), Delivery.State.FAILED, "550 5.1.1 no such user");
    copies.ended(test.id(), Delivery.State.FAILED, "550 5.1.1 no such user");

    tell(new Transport.Outcome.NotNow("451 later"));
    clock.advance(Duration.ofMinutes(5));
    tell(new Transport.Outcome.Taken("250 ok"));
    tell(new Transport.Outcome.Taken("250 ok"));

    assertThat(toldOwner).hasSize(2);
    assertThat(toldOwner.get(1).body().subject()).isEqualTo("Недоставленные внутренние копии: 1");
    assertThat(toldOwner.get(1).body().text())
        .contains("внутренняя копия для colleague@agency.example")
        .contains("Ответ почтового сервера: «550 5.1.1 no such user»")
        .contains("https://reports.example/reports/" + run)
        .doesNotContain("me@agency.example");
  }

  /** Who is told that a mail server said it looks in the wrong place. */
  @Test
  void theOwnerReadsOurOwnSentencesAsOurs() {
    Copy nowhere =
        copies.add(run, MailMark.Kind.INTERNAL, "colleague@agency.example", "schedule", "soon");
    copies.ended(
        nowhere.id(),
        Delivery.State.FAILED,
        "It would get a link that leads nowhere; set retainer.url to the address people use.");
    Copy call = copies.add(run, MailMark.Kind.INTERNAL, "crm@webhook", "schedule", "soon");
    copies.ended(call.id(), Delivery.State.FAILED, "403 Forbidden");

    tell(new Transport.Outcome.Taken("250 ok"));

    assertThat(toldOwner.get(0).body().text())
        .contains("Ссылка никуда не приведёт")
        .contains("Ответ с места доставки: «403 Forbidden»")
        .doesNotContain("почтового сервера");
  }

  /** As a process that ends here leaves the state. */
  private static Transport.Outcome killed() {
    throw new InternalError("kill -9");
  }

  private void tell(Transport.Outcome outcome) {
    tell(letter -> outcome);
  }

  private void tell(Function<Letter, Transport.Outcome> mailServer) {
    Transport transport =
        (letter, leaving) -> {
          toldOwner.add(letter);
          return mailServer.apply(letter);
        };
    var settings = MailSettings.of(name -> Optional.empty());
    new Alerts(
            home.workspace(),
            new Runs(home::state, clock),
            deliveries,
            copies,
            settings,
            transport,
            "https://reports.example")
        .tell(new MailSettings.Alerts(new MailAddress("owner@agency.example"), Language.RU));
  }

  private String one(String recipient) {
    deliveries.add(run, SHOP.id(), List.of(recipient));
    return to(recipient);
  }

  private String to(String recipient) {
    return deliveries.list(Deliveries.Filter.ofRun(run)).stream()
        .filter(each -> each.recipient().equals(recipient))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private void lost(String recipient) {
    String id = one(recipient);
    deliveries.progress().claim(of(id));
    deliveries.progress().failed(id, 1, "550 5.7.1 not welcome");
  }

  private Delivery of(String id) {
    return deliveries.find(id).orElseThrow();
  }

  private Postman postman(Transport transport) {
    return ReadyRun.postman(home, deliveries, clock, transport, (work, at) -> {});
  }

  private static Transport real(SmallMailServer server) {
    Map<String, String> settings =
        Map.of(
            "retainer.mail.host", "127.0.0.1",
            "retainer.mail.port", String.valueOf(server.port()),
            "retainer.mail.security", "none");
    return Transports.of(
        MailSettings.of(name -> Optional.ofNullable(settings.get(name))),
        new DkimKeys(Path.of("none")),
        () -> Path.of("none"));
  }
}
