package io.retainer.app.deliveries;

import static io.retainer.app.TestHome.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.SettableClock;
import io.retainer.app.TestHome;
import io.retainer.app.reports.RunStep;
import io.retainer.app.reports.RunSteps;
import io.retainer.app.reports.Runs;
import io.retainer.model.client.ClientId;
import io.retainer.model.mail.AllowedRecipients;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What failed while the mail server was away is sent again together, and nothing else is. */
class FailedMailsTest {

  private static final String ANNA = "anna@client.example";
  private static final String OLEG = "oleg@client.example";
  private static final String MASHA = "masha@client.example";
  private static final String PETRA = "petra@client.example";

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock(ReadyRun.START);
  private final List<String> arrived = new ArrayList<>();
  private final List<String> writtenDown = new ArrayList<>();
  private boolean isAway = true;
  private String run;
  private TestHome home;
  private Deliveries deliveries;
  private Postman postman;
  private FailedMails failed;

  @BeforeEach
  void openHome() throws Exception {
    run = ReadyRun.copyTo(folder);
    home = new TestHome(folder, clock);
    deliveries = new Deliveries(home::state, clock, "agency.example");
    postman =
        ReadyRun.postman(
            home, deliveries, clock, (letter, leaving) -> outcome(letter), (work, at) -> {});
    failed = new FailedMails(home::state, home.workspace(), postman);
    deliveries.add(run, SHOP.id(), List.of(ANNA, OLEG, MASHA, PETRA));
    sendQueued();
    state(MASHA, "unknown");
    state(PETRA, "bounced");
    isAway = false;
  }

  private Transport.Outcome outcome(Letter letter) {
    if (isAway) {
      return new Transport.Outcome.Refused("554 5.7.1 relay access denied");
    }
    arrived.add(letter.to().text());
    return new Transport.Outcome.Taken("250 ok");
  }

  @AfterEach
  void closeHome() {
    home.close();
  }

  @Test
  void sendsAllThatFailedAndNoneThatCameBackOrMayHaveArrived() {
    FailedMails.Retried done = failed.retry(Optional.empty(), Optional.empty(), this::writeDown);
    sendQueued();

    assertThat(done).isEqualTo(new FailedMails.Retried(2, 0, List.of()));
    assertThat(arrived).containsExactlyInAnyOrder(ANNA, OLEG);
    assertThat(to(MASHA).state()).isEqualTo(Delivery.State.UNKNOWN);
    assertThat(to(PETRA).state()).isEqualTo(Delivery.State.BOUNCED);
    assertThat(writtenDown)
        .containsExactlyInAnyOrder(
            "/deliveries/" + to(ANNA).id() + "/retry", "/deliveries/" + to(OLEG).id() + "/retry");

    FailedMails.Retried second = failed.retry(Optional.empty(), Optional.empty(), this::writeDown);
    assertThat(second.retried()).as("a second click").isZero();
  }

  @Test
  void countsFirstAndSendsNothing() {
    assertThat(failed.tried(Optional.of(SHOP.id()), Optional.of(run)).retried()).isEqualTo(2);

    assertThat(to(ANNA).state()).isEqualTo(Delivery.State.FAILED);
    assertThat(deliveries.queued()).isEmpty();
  }

  @Test
  void goesNoFurtherThanTheClientAndTheReportThatAreNamed() {
    var other = Optional.of(new ClientId("other"));

    assertThat(failed.retry(other, Optional.empty(), this::writeDown).retried()).isZero();
    assertThat(failed.retry(Optional.empty(), Optional.of("none"), this::writeDown).retried())
        .isZero();
    assertThat(deliveries.queued()).isEmpty();
  }

  @Test
  void leavesThoseAloneWhoseListForbidsThemAndSaysSo() {
    home.workspace().mail().allow(SHOP.id(), AllowedRecipients.parse(ANNA));

    FailedMails.Retried tried = failed.tried(Optional.empty(), Optional.empty());
    FailedMails.Retried done = failed.retry(Optional.empty(), Optional.empty(), this::writeDown);

    assertThat(tried).isEqualTo(done);
    assertThat(done.retried()).isEqualTo(1);
    assertThat(done.refused()).hasSize(1);
    assertThat(done.refused().get(0).mail().recipient()).isEqualTo(OLEG);
    assertThat(done.refused().get(0).why()).contains("is not among the recipients");
    assertThat(to(OLEG).state()).isEqualTo(Delivery.State.FAILED);
  }

  /** Nobody has anything to do about a report that is out of force. */
  @Test
  void whatIsOutOfForceNeedsNobody() {
    assertThat(deliveries.open(Delivery.State.FAILED)).isEqualTo(2);
    assertThat(deliveries.open(Delivery.State.UNKNOWN)).isEqualTo(1);
    assertThat(deliveries.open(Delivery.State.BOUNCED)).isEqualTo(1);

    new RunSteps(home::state, clock).add(run, RunStep.Kind.SUPERSEDED, "olga", "later");

    assertThat(deliveries.open(Delivery.State.FAILED)).isZero();
    assertThat(deliveries.open(Delivery.State.UNKNOWN)).isZero();
    assertThat(deliveries.open(Delivery.State.BOUNCED)).isZero();
    assertThat(deliveries.count(Delivery.State.FAILED)).as("they stay in the log").isEqualTo(2);
  }

  /** Else who has the corrected report would get the old one after it. */
  @Test
  void sendsNoReportThatALaterOneHasTakenThePlaceOf() {
    later("fi");
    deliveries.add("later", SHOP.id(), List.of(ANNA.replace("anna", "Anna")));
    state("Anna@client.example", "sent");

    assertThat(deliveries.open(Delivery.State.FAILED)).as("what the home page names").isEqualTo(1);
    FailedMails.Retried done = failed.retry(Optional.empty(), Optional.empty(), this::writeDown);
    sendQueued();

    assertThat(done).isEqualTo(new FailedMails.Retried(1, 1, List.of()));
    assertThat(arrived).containsExactly(OLEG);
  }

  /** Who reads Finnish has nothing from an English report. */
  @Test
  void aLaterReportInAnotherLanguageTakesNobodysPlace() {
    later("en");
    deliveries.add("later", SHOP.id(), List.of(ANNA));
    home.state()
        .useHandle(
            handle -> handle.execute("update delivery set state = 'sent' where run_id = 'later'"));

    assertThat(deliveries.outdated(List.of(to(ANNA).id()))).isEmpty();
    assertThat(deliveries.open(Delivery.State.FAILED)).isEqualTo(2);
    failed.retry(Optional.empty(), Optional.empty(), this::writeDown);
    sendQueued();

    assertThat(arrived).contains(ANNA, OLEG);
  }

  /** Another run of the same period, an hour later. */
  private void later(String language) {
    home.state()
        .useHandle(
            handle ->
                handle.execute(
                    """
                    insert into report_run (id, client, report, period, locale, formats, state,
                      requested_by, requested_at, attempts)
                    select 'later', client, report, period, ?, formats, state, requested_by,
                      requested_at + interval '1' hour, attempts
                    from report_run where id = ?
                    """,
                    language,
                    run));
  }

  /** A mail server that hangs is seen by that; nothing is tried again while it does. */
  @Test
  void whatIsBeingSentForLongSaysSinceWhenAndNotWhenItIsTriedAgain() {
    home.state()
        .useHandle(
            handle ->
                handle.execute(
                    "update delivery set state = 'sending', next_attempt_at = updated_at where recipient = ?",
                    ANNA));

    assertThat(line(ANNA).isSlow()).isFalse();
    clock.set(to(ANNA).updated().plusSeconds(61).toString());
    assertThat(line(ANNA).isSlow()).isTrue();
    assertThat(line(MASHA).isSlow()).isFalse();
    assertThat(to(ANNA).again()).isEmpty();
    assertThat(DeliveryJson.of(to(ANNA)).path("nextAttemptAt").isNull()).isTrue();

    state(ANNA, "queued");
    assertThat(to(ANNA).again()).contains(to(ANNA).updated());
  }

  private DeliveriesPages.Line line(String recipient) {
    var log = new DeliveryLog(home.workspace(), deliveries, failed, new Runs(home::state, clock));
    return log.of(new DeliveryLog.Narrowed("", run, "")).lines().stream()
        .filter(each -> each.delivery().recipient().equals(recipient))
        .findFirst()
        .orElseThrow();
  }

  private void state(String recipient, String state) {
    home.state()
        .useHandle(
            handle ->
                handle.execute(
                    "update delivery set state = ? where recipient = ?", state, recipient));
  }

  private void writeDown(String path, BooleanSupplier part) {
    writtenDown.add(path);
    part.getAsBoolean();
  }

  private void sendQueued() {
    deliveries.queued().forEach(each -> postman.attempt(each.id()));
  }

  private Delivery to(String recipient) {
    return deliveries.list(Deliveries.Filter.ofRun(run)).stream()
        .filter(each -> each.recipient().equals(recipient))
        .findFirst()
        .orElseThrow();
  }
}
