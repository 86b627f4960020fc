package io.retainer.app.deliveries;

import static io.retainer.app.TestHome.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.retainer.app.SettableClock;
import io.retainer.app.TestHome;
import io.retainer.model.mail.AllowedRecipients;
import io.retainer.rendering.mail.MailMark;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A mail that waits for its mail server is stopped, or tried now; no other is. */
class WaitingMailsTest {

  private static final String ANNA = "anna@client.example";
  private static final String OLEG = "oleg@client.example";
  private static final Duration DAY = Duration.ofDays(1);

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock(ReadyRun.START);
  private final List<String> arrived = new ArrayList<>();
  private final List<String> hurried = new ArrayList<>();
  private final List<String> settled = new ArrayList<>();
  private boolean isBusy = true;
  private boolean isLost;
  private String run;
  private TestHome home;
  private Deliveries deliveries;
  private Postman postman;
  private WaitingMails waiting;

  @BeforeEach
  void openHome() throws Exception {
    run = ReadyRun.copyTo(folder);
    home = new TestHome(folder, clock);
    deliveries = new Deliveries(home::state, clock, "agency.example");
    Later later =
        new Later() {
          @Override
          public void plan(TaskInstance<Void> work, Instant at) {}

          @Override
          public void hurry(TaskInstance<Void> work, Instant at) {
            hurried.add(work.getId() + " " + at);
          }
        };
    postman =
        ReadyRun.postman(home, deliveries, clock, (letter, leaving) -> outcome(letter), later);
    postman.onSettled(settled::add);
    waiting = new WaitingMails(deliveries, home.workspace()::mail, postman, clock, later);
    deliveries.add(run, SHOP.id(), List.of(ANNA, OLEG));
    sendQueued();
    isBusy = false;
  }

  private Transport.Outcome outcome(Letter letter) {
    if (isBusy) {
      return new Transport.Outcome.NotNow("451 4.7.1 try again later");
    }
    if (isLost) {
      return new Transport.Outcome.Unclear(Said.BROKE_OFF.of(Said.END_OF_STREAM));
    }
    arrived.add(letter.to().text());
    return new Transport.Outcome.Taken("250 ok");
  }

  @AfterEach
  void closeHome() {
    home.close();
  }

  @Test
  void whatIsStoppedDoesNotLeaveAndSaysWhoStoppedIt() {
    assertThat(waiting.stop(to(ANNA).id(), "maria")).isTrue();
    clock.advance(DAY);
    deliveries.list(Deliveries.Filter.ofRun(run)).forEach(each -> postman.attempt(each.id()));

    assertThat(arrived).containsExactly(OLEG);
    assertThat(to(ANNA).state()).isEqualTo(Delivery.State.FAILED);
    assertThat(to(ANNA).answer()).contains("Stopped by maria.");
    assertThat(to(ANNA).nextAttempt()).isEmpty();
    assertThat(to(ANNA).attempts()).as("none was made of it").isEqualTo(1);
    assertThat(settled).as("its run hears of the one and of the other").containsExactly(run, run);
  }

  /** It is as it was wanted: neither told to the owner, nor to do, nor sent with others. */
  @Test
  void whatIsStoppedIsNothingThatWentWrong() {
    waiting.stop(to(ANNA).id(), "maria");
    var failed = new FailedMails(home::state, home.workspace(), postman);

    assertThat(deliveries.untold()).isEmpty();
    assertThat(deliveries.open(Delivery.State.FAILED)).isZero();
    assertThat(Advice.on(to(ANNA))).isEmpty();
    assertThat(failed.of(Optional.empty(), Optional.empty()))
        .isEqualTo(new FailedMails.Failed(List.of(), 0));
  }

  @Test
  void whatIsStoppedMayBeSentAfterAllAndIsToldOnceItFails() {
    waiting.stop(to(ANNA).id(), "maria");
    assertThat(postman.retry(to(ANNA).id())).isTrue();
    sendQueued();
    assertThat(arrived).containsExactly(ANNA);

    postman.returned(to(ANNA), "550 5.1.1 no such user");
    assertThat(deliveries.untold()).extracting(Delivery::recipient).containsExactly(ANNA);
  }

  @Test
  void whatIsTriedNowDoesNotWaitForItsTime() {
    assertThat(to(ANNA).nextAttempt().orElseThrow()).isAfter(clock.instant());

    assertThat(waiting.tryNow(to(ANNA).id())).isTrue();
    assertThat(hurried).containsExactly(to(ANNA).id() + " " + clock.instant());
    deliveries.queued().forEach(each -> postman.attempt(each.id()));

    assertThat(arrived).as("the other one waits on").containsExactly(ANNA);
    assertThat(to(ANNA).attempts()).isEqualTo(2);
    assertThat(to(OLEG).state()).isEqualTo(Delivery.State.QUEUED);
  }

  /** The mail server is back after an outage, and greylists whom it has not heard of for a day. */
  @Test
  void whatIsSentAgainHasAllAttemptsBeforeIt() {
    isBusy = true;
    giveUp(ANNA);
    assertThat(postman.retry(to(ANNA).id())).isTrue();
    sendQueued();

    assertThat(to(ANNA).state()).isEqualTo(Delivery.State.QUEUED);
    assertThat(to(ANNA).attempts()).as("what was before is not forgotten").isEqualTo(8);
    assertThat(to(ANNA).again().orElseThrow())
        .isBetween(
            clock.instant().plus(Duration.ofMinutes(1)),
            clock.instant().plus(Duration.ofMinutes(2)));

    giveUp(ANNA);
    assertThat(to(ANNA).attempts()).as("seven, and seven more").isEqualTo(14);
  }

  @Test
  void whatAPersonTriesUsesNoneOfTheAttemptsOfTheClock() {
    isBusy = true;
    for (int i = 0; i < 10; i++) {
      assertThat(waiting.tryNow(to(ANNA).id())).isTrue();
      assertThat(waiting.tryNow(to(ANNA).id())).as("pressed twice").isTrue();
      postman.attempt(to(ANNA).id());
    }
    assertThat(to(ANNA).state()).isEqualTo(Delivery.State.QUEUED);
    assertThat(to(ANNA).attempts()).isEqualTo(11);

    giveUp(ANNA);
    assertThat(to(ANNA).attempts()).as("six more by the clock").isEqualTo(17);
  }

  /** As many attempts as the clock makes. */
  private void giveUp(String recipient) {
    while (to(recipient).state() == Delivery.State.QUEUED) {
      clock.set(to(recipient).nextAttempt().orElseThrow().toString());
      postman.attempt(to(recipient).id());
    }
    assertThat(to(recipient).state()).isEqualTo(Delivery.State.FAILED);
  }

  @Test
  void whatIsKnownToHaveArrivedIsNothingToDo() {
    mayHaveArrived();
    Instant handedOver = clock.instant();
    clock.advance(DAY);

    assertThat(waiting.arrived(to(ANNA).id(), "maria")).isTrue();

    assertThat(to(ANNA).state()).isEqualTo(Delivery.State.SENT);
    assertThat(to(ANNA).sent()).contains(handedOver);
    assertThat(to(ANNA).answer())
        .contains(
            "The mail server got the mail and broke off without an answer ([EOF])."
                + " It arrived, says maria.");
    assertThat(to(ANNA).interrupted()).as("it comes no second time").isFalse();
    assertThat(deliveries.untold()).isEmpty();
    assertThat(settled).as("its report has arrived").containsExactly(run, run);
    assertThat(postman.retry(to(ANNA).id())).isFalse();
  }

  @ParameterizedTest
  @EnumSource(value = Delivery.State.class, names = "UNKNOWN", mode = EnumSource.Mode.EXCLUDE)
  void nobodySaysOfAnotherThatItArrived(Delivery.State other) {
    home.state().useHandle(handle -> handle.execute("update delivery set state = ?", other.word()));
    Delivery before = to(ANNA);

    assertThat(waiting.arrived(before.id(), "maria")).isFalse();

    assertThat(to(ANNA)).isEqualTo(before);
    assertThat(settled).isEmpty();
  }

  /** By a clock that was two hours ahead the next attempt was put off until then. */
  @Test
  void whatWasPutOffByAClockThatIsSetBackIsDue() {
    clock.advance(Duration.ofHours(2));
    isBusy = true;
    waiting.tryNow(to(ANNA).id());
    postman.attempt(to(ANNA).id());
    clock.advance(Duration.ofHours(-2));

    postman.clockSetBack();

    assertThat(to(ANNA).nextAttempt()).contains(clock.instant());
    assertThat(to(OLEG).nextAttempt().orElseThrow())
        .as("put off by the right one")
        .isAfter(clock.instant());
  }

  @Test
  void soAreCopiesForColleaguesAndWhatTheOwnerCouldNotBeTold() {
    var copies = new Copies(home::state, clock);
    var untold = new UntoldOwner(home::state, clock);
    clock.advance(Duration.ofHours(2));
    String copy = copies.add(run, MailMark.Kind.TEST, ANNA, "maria", "").id();
    copies.claim(copy);
    copies.waits(copy, "451 later", clock.instant().plus(Duration.ofMinutes(5)));
    untold.untold(UntoldOwner.News.LOST, new Transport.Outcome.NotNow("451 later"));
    clock.advance(Duration.ofHours(-2));
    assertThat(untold.isDue(UntoldOwner.News.LOST)).isFalse();

    copies.clockSetBack();
    untold.clockSetBack();

    assertThat(copies.find(copy).orElseThrow().nextAttempt()).contains(clock.instant());
    assertThat(untold.isDue(UntoldOwner.News.LOST)).isTrue();
  }

  private void mayHaveArrived() {
    isLost = true;
    waiting.tryNow(to(ANNA).id());
    postman.attempt(to(ANNA).id());
    assertThat(to(ANNA).state()).isEqualTo(Delivery.State.UNKNOWN);
  }

  @ParameterizedTest
  @EnumSource(value = Delivery.State.class, names = "QUEUED", mode = EnumSource.Mode.EXCLUDE)
  void whatDoesNotWaitStaysAsItIs(Delivery.State other) {
    home.state().useHandle(handle -> handle.execute("update delivery set state = ?", other.word()));
    Delivery before = to(ANNA);

    assertThat(waiting.stop(before.id(), "maria")).isFalse();
    assertThat(waiting.tryNow(before.id())).isFalse();

    assertThat(to(ANNA)).isEqualTo(before);
    assertThat(hurried).isEmpty();
    assertThat(settled).isEmpty();
  }

  @Test
  void whoIsNoLongerAllowedGetsNothingTheSooner() {
    home.workspace().mail().allow(SHOP.id(), AllowedRecipients.parse(OLEG));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> waiting.tryNow(to(ANNA).id()))
        .withMessageContaining("is not among the recipients");
    assertThat(waiting.stop(to(ANNA).id(), "maria")).isTrue();
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
