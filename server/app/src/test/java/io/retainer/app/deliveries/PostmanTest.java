package io.retainer.app.deliveries;

import static io.retainer.app.TestHome.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.retainer.app.SettableClock;
import io.retainer.app.TestHome;
import io.retainer.app.reports.Run;
import io.retainer.app.reports.RunFiles;
import io.retainer.app.reports.Runs;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Texts;
import io.retainer.model.mail.MailAddress;
import io.retainer.workspace.ReportFormat;
import io.retainer.workspace.dkim.DkimKeys;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmanTest {

  private static final String ANNA = "anna@example.org";
  private static final String OLEG = "oleg@example.org";
  private static final String HOOK = "crm@webhook";

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock(ReadyRun.START);
  private final List<String> settled = Collections.synchronizedList(new ArrayList<>());
  private TestHome home;
  private Deliveries deliveries;
  private Runs runs;
  private Run run;

  @BeforeEach
  void openACopy() throws IOException {
    String runId = ReadyRun.copyTo(folder);
    home = new TestHome(folder, clock);
    runs = new Runs(home::state, clock);
    deliveries = new Deliveries(home::state, clock, "agency.example");
    run = runs.find(runId).orElseThrow();
  }

  @AfterEach
  void closeHome() {
    home.close();
  }

  @Test
  void sendsBothFilesUnderAMessageIdOfRunAndRecipient() throws Exception {
    GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
    server.start();
    try {
      deliveries.add(run.id(), SHOP.id(), List.of(ANNA, OLEG));
      Postman postman = postman(server.getSmtp().getPort());
      deliveries.queued().forEach(each -> postman.attempt(each.id()));

      assertThat(deliveries.list(Deliveries.Filter.ofRun(run.id())))
          .allMatch(each -> each.state() == Delivery.State.SENT)
          .allMatch(each -> each.sent().isPresent())
          .allMatch(each -> each.answer().orElseThrow().startsWith("250"));
      MimeMessage mail = server.getReceivedMessagesForDomain(ANNA)[0];
      assertThat(server.getReceivedMessages()).hasSize(2);
      assertThat(mail.getMessageID())
          .isEqualTo(DeliveryRow.messageId(run.id(), ANNA, "agency.example"));
      assertThat(mail.getSubject()).contains("Fjell Oy");
      assertThat(mail.getAllRecipients()).hasSize(1);
      var parts = (Multipart) mail.getContent();
      assertThat(mail.getContentType()).startsWith("multipart/mixed");
      assertThat(parts.getBodyPart(0).getContentType()).startsWith("multipart/alternative");
      assertThat(parts.getBodyPart(1).getFileName())
          .isEqualTo("fjell-monthly-performance-2026-10.pdf");
      assertThat(parts.getBodyPart(1).getInputStream())
          .hasSameContentAs(
              Files.newInputStream(
                  new RunFiles(home.workspace().home())
                      .path(run, run.file(ReportFormat.PDF).orElseThrow())));
      assertThat(parts.getBodyPart(2).getContentType()).startsWith(ReportFormat.XLSX.mediaType());
      assertThat(settled).containsOnly(run.id());
    } finally {
      server.stop();
    }
  }

  @Test
  void triesAgainAfterATemporaryRefusal() {
    var server = new ScriptedTransport(new Transport.Outcome.NotNow("451 try later"));
    Postman postman = postman(server);
    String id = one(ANNA);

    Instant again = postman.attempt(id).orElseThrow();
    assertThat(again)
        .isBetween(
            clock.instant().plus(Duration.ofMinutes(1)),
            clock.instant().plus(Duration.ofSeconds(72)));
    assertThat(postman.attempt(id)).as("not before its time").contains(again);
    assertThat(server.sent).hasSize(1);

    clock.set(again.toString());
    assertThat(postman.attempt(id)).isEmpty();
    assertThat(deliveries.find(id).orElseThrow())
        .matches(delivery -> delivery.state() == Delivery.State.SENT)
        .matches(delivery -> delivery.attempts() == 2);
  }

  @Test
  void givesUpAfterTheLastWait() {
    Postman postman =
        postman((letter, leaving) -> new Transport.Outcome.NotNow("421 the server is too busy"));
    String id = one(ANNA);

    int attempts = 0;
    Optional<Instant> again = Optional.of(clock.instant());
    while (again.isPresent()) {
      clock.set(again.get().toString());
      again = postman.attempt(id);
      attempts++;
    }

    assertThat(attempts).isEqualTo(7);
    assertThat(deliveries.find(id).orElseThrow().state()).isEqualTo(Delivery.State.FAILED);
    assertThat(settled).containsExactly(run.id());
  }

  @Test
  void keepsTheMailOfAServerThatCannotBeReached() {
    // Nothing listens on port 1.
    Postman postman = postman(1);
    String id = one(ANNA);

    assertThat(postman.attempt(id)).isPresent();
    assertThat(deliveries.find(id).orElseThrow())
        .matches(delivery -> delivery.state() == Delivery.State.QUEUED)
        .matches(delivery -> delivery.answer().isPresent());
  }

  @Test
  void oneClientsSlowMailServerLeavesThreadsToTheOthers() throws Exception {
    int half = Postman.THREADS / 2;
    var handedOver = new CountDownLatch(half);
    var answered = new CountDownLatch(1);
    Postman postman =
        postman(
            (letter, leaving) -> {
              handedOver.countDown();
              try {
                answered.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return new Transport.Outcome.Taken("250 ok");
            });
    deliveries.add(
        run.id(),
        SHOP.id(),
        IntStream.rangeClosed(0, half).mapToObj(i -> "reader" + i + "@x.example").toList());
    List<String> ids = deliveries.queued().stream().map(Delivery::id).toList();
    var threads = Executors.newFixedThreadPool(half);
    ids.stream().limit(half).forEach(id -> threads.execute(() -> postman.attempt(id)));
    assertThat(handedOver.await(60, TimeUnit.SECONDS)).isTrue();

    String last = ids.get(half);
    assertThat(postman.attempt(last)).contains(clock.instant().plus(Duration.ofSeconds(1)));
    assertThat(deliveries.find(last).orElseThrow())
        .matches(delivery -> delivery.state() == Delivery.State.QUEUED)
        .matches(delivery -> delivery.attempts() == 0);

    answered.countDown();
    threads.shutdown();
    assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    assertThat(postman.attempt(last)).isEmpty();
    assertThat(deliveries.find(last).orElseThrow().state()).isEqualTo(Delivery.State.SENT);
  }

  @Test
  void isClaimedOnceByManyThreads() throws Exception {
    String id = one(ANNA);
    Delivery seen = deliveries.find(id).orElseThrow();
    var threads = Executors.newFixedThreadPool(8);
    List<Callable<Boolean>> claims = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      claims.add(() -> deliveries.progress().claim(seen));
    }

    int won = 0;
    for (var claim : threads.invokeAll(claims)) {
      won += claim.get() ? 1 : 0;
    }
    threads.shutdown();

    assertThat(won).isEqualTo(1);
  }

  @Test
  void whoHasLostAMailToAnotherServerNeitherSendsItNorWritesAboutIt() {
    String id = one(ANNA);
    Delivery seen = deliveries.find(id).orElseThrow();
    deliveries.progress().claim(seen);
    deliveries.progress().recover(id, 1, recipient -> false);
    Delivery again = deliveries.find(id).orElseThrow();
    assertThat(deliveries.progress().claim(seen))
        .as("what was read before another took it")
        .isFalse();
    assertThat(deliveries.progress().claim(again)).isTrue();

    assertThatIllegalStateException()
        .isThrownBy(() -> deliveries.progress().leaves(id, 1))
        .withMessageContaining("another server has taken");
    deliveries.progress().sent(id, 1, "250 too late");
    deliveries.progress().failed(id, 1, "550 too late");

    assertThat(deliveries.find(id).orElseThrow().state()).isEqualTo(Delivery.State.SENDING);
    deliveries.progress().leaves(id, 2);
    deliveries.progress().sent(id, 2, "250 ok");
    assertThat(deliveries.find(id).orElseThrow())
        .matches(delivery -> delivery.state() == Delivery.State.SENT)
        .matches(delivery -> delivery.answer().orElseThrow().equals("250 ok"));
  }

  @Test
  void sendsAMailThatCannotHaveLeftWhenTheServerStopped() {
    var server = new ScriptedTransport();
    Postman postman = postman(server);
    String id = one(ANNA);
    String messageId = deliveries.find(id).orElseThrow().messageId();
    deliveries.progress().claim(deliveries.find(id).orElseThrow());

    postman.resume();
    postman.attempt(id);

    assertThat(server.sent).containsExactly(messageId);
    assertThat(deliveries.find(id).orElseThrow())
        .matches(delivery -> delivery.state() == Delivery.State.SENT)
        .matches(delivery -> !delivery.interrupted());
  }

  @Test
  void leavesAMailThatWasLeavingWhenTheServerStoppedToAPerson() {
    var server = new ScriptedTransport();
    Postman postman = postman(server);
    String id = one(ANNA);
    String messageId = deliveries.find(id).orElseThrow().messageId();
    deliveries.progress().claim(deliveries.find(id).orElseThrow());
    deliveries.progress().leaves(id, 1);

    postman.resume();
    postman.attempt(id);

    assertThat(server.sent).isEmpty();
    assertThat(deliveries.find(id).orElseThrow())
        .matches(delivery -> delivery.state() == Delivery.State.UNKNOWN)
        .matches(delivery -> delivery.answer().orElseThrow().contains("Ask the recipient"));

    assertThat(postman.retry(id)).isTrue();
    postman.attempt(id);
    assertThat(server.sent).containsExactly(messageId);
    assertThat(deliveries.find(id).orElseThrow())
        .matches(delivery -> delivery.state() == Delivery.State.SENT)
        .matches(delivery -> delivery.attempts() == 2)
        .matches(Delivery::interrupted);
    assertThat(postman.retry(id)).as("one that was sent").isFalse();
  }

  @Test
  void neverRepeatsByItselfAMailThatGotNoAnswer() throws Exception {
    try (var server =
        new SmallMailServer(Map.of(SmallMailServer.END_OF_MAIL, SmallMailServer.HANG_UP))) {
      Postman postman = postman(server.port());
      String id = one(ANNA);

      assertThat(postman.attempt(id)).isEmpty();
      postman.resume();
      assertThat(postman.attempt(id)).isEmpty();

      assertThat(deliveries.find(id).orElseThrow())
          .matches(delivery -> delivery.state() == Delivery.State.UNKNOWN)
          .matches(delivery -> delivery.nextAttempt().isEmpty())
          .matches(delivery -> delivery.answer().orElseThrow().contains("Ask the recipient"));
      assertThat(settled).containsExactly(run.id());
      assertThat(server.mails()).isEqualTo(1);
    }
  }

  /** Whoever runs a webhook is told the key by which a repeated call is known. */
  @Test
  void repeatsByItselfACallThatGotNoAnswerUnderTheSameKey() {
    var server = new ScriptedTransport(new Transport.Outcome.Unclear("It did not answer."));
    Postman postman = postman(server);
    String id = one(HOOK);

    Instant again = postman.attempt(id).orElseThrow();
    assertThat(deliveries.find(id).orElseThrow())
        .matches(delivery -> delivery.state() == Delivery.State.QUEUED)
        .matches(Delivery::interrupted)
        .matches(delivery -> delivery.answer().orElseThrow().equals("It did not answer."));
    assertThat(postman.attempt(id)).as("not before its time").contains(again);
    clock.set(again.toString());
    assertThat(postman.attempt(id)).isEmpty();

    assertThat(deliveries.find(id).orElseThrow().state()).isEqualTo(Delivery.State.SENT);
    assertThat(server.sent).hasSize(2).containsOnly(server.sent.get(0));
    assertThat(settled).containsExactly(run.id());
  }

  @Test
  void aCallWithoutAnAnswerIsUnknownOnceAllItsAttemptsAreMade() {
    var answers = new ArrayList<Transport.Outcome>();
    answers.add(new Transport.Outcome.Unclear("It did not answer."));
    for (int i = 0; i < 6; i++) {
      answers.add(new Transport.Outcome.NotNow("HTTP 503"));
    }
    Postman postman = postman(new ScriptedTransport(answers.toArray(Transport.Outcome[]::new)));
    String id = one(HOOK);

    Optional<Instant> again = postman.attempt(id);
    while (again.isPresent()) {
      clock.set(again.get().toString());
      again = postman.attempt(id);
    }

    assertThat(deliveries.find(id).orElseThrow())
        .matches(delivery -> delivery.attempts() == 7)
        .as("the first one may have arrived")
        .matches(delivery -> delivery.state() == Delivery.State.UNKNOWN)
        .matches(delivery -> delivery.answer().orElseThrow().contains("Idempotency-Key"));
  }

  @Test
  void repeatsACallThatWasLeavingWhenTheServerStopped() {
    var server = new ScriptedTransport();
    Postman postman = postman(server);
    String id = one(HOOK);
    deliveries.progress().claim(deliveries.find(id).orElseThrow());
    deliveries.progress().leaves(id, 1);

    postman.resume();
    postman.attempt(id);

    assertThat(server.sent).hasSize(1);
    assertThat(deliveries.find(id).orElseThrow())
        .matches(delivery -> delivery.state() == Delivery.State.SENT)
        .matches(delivery -> delivery.attempts() == 2);
  }

  @Test
  void doesNotRepeatACallThatWasWithdrawnMeanwhile() {
    var server =
        new ScriptedTransport(new Transport.Outcome.Unclear("It did not answer.")) {
          @Override
          public Outcome send(Letter letter, Runnable leaving) {
            home.state().useHandle(h -> h.execute("update delivery set next_attempt_at = null"));
            return super.send(letter, leaving);
          }
        };
    Postman postman = postman(server);
    String id = one(HOOK);

    assertThat(postman.attempt(id)).isEmpty();

    assertThat(deliveries.find(id).orElseThrow().state()).isEqualTo(Delivery.State.UNKNOWN);
  }

  @Test
  void saysForEachWayWhatToDoAboutWhatMayHaveArrived() {
    Map<String, String> ways =
        Map.of(
            ANNA,
            "Ask the recipient",
            HOOK,
            "Idempotency-Key",
            "archive@folder",
            "files that lie there already",
            "bank@sftp",
            "files that lie there already",
            "chat@telegram",
            "Look into the chat",
            "team@slack",
            "Look into the chat");

    ways.forEach(
        (recipient, words) ->
            assertThat(Doubt.about(recipient).after("Gone.")).as(recipient).contains(words));
    for (Language language : Language.values()) {
      for (Doubt doubt : Doubt.values()) {
        assertThat(Texts.in(language).text(doubt.key())).isNotEqualTo(doubt.key());
        assertThat(Said.in(language, doubt.after("Gone."))).isEqualTo("Gone.");
      }
    }
  }

  @Test
  void knowsThatAMailIsLeavingBeforeTheServerHasAllOfIt() throws Exception {
    var leaving = new ArrayList<String>();
    try (var server =
        new SmallMailServer(Map.of(SmallMailServer.END_OF_MAIL, "452 4.3.1 no space"))) {
      Transport real = Transports.of(settings(server.port()), new DkimKeys(folder), () -> folder);
      Postman postman =
          postman(
              (letter, leaves) ->
                  real.send(
                      letter,
                      () -> {
                        leaving.add("whole mails before: " + server.mails());
                        leaves.run();
                      }));

      assertThat(postman.attempt(one(ANNA))).as("a mail that was not taken").isPresent();

      assertThat(leaving).containsExactly("whole mails before: 0");
      assertThat(server.mails()).isEqualTo(1);
    }
  }

  @Test
  void keepsTheFateOfEachRecipientApart() throws Exception {
    String masha = "masha@example.org";
    try (var server =
        new SmallMailServer(
            Map.of(
                "RCPT TO:<" + OLEG, "550 5.1.1 no such user",
                "RCPT TO:<" + masha, "451 4.7.1 greylisted, come back later"))) {
      deliveries.add(run.id(), SHOP.id(), List.of(ANNA, OLEG, masha));
      Postman postman = postman(server.port());
      deliveries.queued().forEach(each -> postman.attempt(each.id()));

      assertThat(deliveries.list(Deliveries.Filter.ofRun(run.id())))
          .extracting(
              Delivery::recipient,
              Delivery::state,
              Delivery::attempts,
              delivery -> delivery.answer().orElseThrow(),
              delivery -> delivery.nextAttempt().isPresent())
          .containsExactly(
              tuple(ANNA, Delivery.State.SENT, 1, "250 ok", false),
              tuple(masha, Delivery.State.QUEUED, 1, "451 4.7.1 greylisted, come back later", true),
              tuple(OLEG, Delivery.State.FAILED, 1, "550 5.1.1 no such user", false));
      assertThat(server.mails()).isEqualTo(1);
    }
  }

  @Test
  void hasOneRowForARecipientHoweverOftenItIsAdded() {
    deliveries.add(run.id(), SHOP.id(), List.of(ANNA));
    deliveries.add(run.id(), SHOP.id(), List.of(ANNA, OLEG));

    assertThat(deliveries.list(Deliveries.Filter.ofRun(run.id())))
        .extracting(Delivery::recipient)
        .containsExactly(ANNA, OLEG);
  }

  @Test
  void keepsMailsAsFilesWithoutAMailServer() {
    Path mailbox = home.workspace().home().mailbox();
    Postman postman =
        postman(
            Transports.of(
                MailSettings.of(name -> Optional.empty()), new DkimKeys(folder), () -> mailbox));
    String id = one(ANNA);

    postman.attempt(id);

    assertThat(mailbox).isDirectoryContaining("glob:**/fjell-*-2026-10-anna-example.org-*.eml");
    assertThat(mailbox).isDirectoryNotContaining("glob:**/.mail*");
  }

  private String one(String recipient) {
    deliveries.add(run.id(), SHOP.id(), List.of(recipient));
    return deliveries.queued().get(0).id();
  }

  private Postman postman(int port) {
    return postman(Transports.of(settings(port), new DkimKeys(folder), () -> folder));
  }

  private static MailSettings settings(int port) {
    return MailSettings.of(
        name ->
            Optional.ofNullable(
                Map.of(
                        "retainer.mail.host", "127.0.0.1",
                        "retainer.mail.port", String.valueOf(port),
                        "retainer.mail.security", "none")
                    .get(name)));
  }

  private Postman postman(Transport transport) {
    var postman =
        new Postman(
            deliveries,
            runs,
            new RunFiles(home.workspace().home()),
            home.workspace()::mail,
            transport,
            clock,
            (work, at) -> {});
    postman.onSettled(settled::add);
    return postman;
  }

  /** Answers as told, then takes every mail. */
  private static class ScriptedTransport implements Transport {

    private final List<Outcome> answers;
    private final List<String> sent = new ArrayList<>();

    ScriptedTransport(Outcome... answers) {
      this.answers = new ArrayList<>(List.of(answers));
    }

    @Override
    public boolean recognisesRepeats(MailAddress to) {
      return to.domain().equals("webhook");
    }

    @Override
    public Outcome send(Letter letter, Runnable leaving) {
      sent.add(letter.messageId());
      return answers.isEmpty() ? new Outcome.Taken("250 ok") : answers.remove(0);
    }
  }
}
