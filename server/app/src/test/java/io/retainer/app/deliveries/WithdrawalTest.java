package io.retainer.app.deliveries;

import static io.retainer.app.TestHome.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.SettableClock;
import io.retainer.app.TestHome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mail whose schedule is removed while it is handed over is not handed over a second time. */
class WithdrawalTest {

  private static final String ANSWER = "Stopped by maria, who removed its schedule.";

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock(ReadyRun.START);
  private Transport.Outcome outcome = new Transport.Outcome.NotNow("451 4.7.1 try again later");
  private int attempts;
  private String run;
  private TestHome home;
  private Deliveries deliveries;
  private Postman postman;

  @BeforeEach
  void openHome() throws Exception {
    run = ReadyRun.copyTo(folder);
    home = new TestHome(folder, clock);
    deliveries = new Deliveries(home::state, clock, "agency.example");
    postman =
        ReadyRun.postman(
            home,
            deliveries,
            clock,
            (letter, leaving) -> {
              attempts++;
              withdraw();
              return outcome;
            },
            (work, at) -> {});
    deliveries.add(run, SHOP.id(), List.of("anna@client.example"));
  }

  @AfterEach
  void closeHome() {
    home.close();
  }

  @Test
  void isNotTriedAgainWhenItsServerSaysLater() {
    postman.attempt(mail().id());
    clock.advance(Duration.ofDays(1));
    postman.attempt(mail().id());

    assertThat(attempts).isEqualTo(1);
    assertThat(mail().state()).isEqualTo(Delivery.State.FAILED);
    assertThat(mail().answer()).contains(ANSWER);
    assertThat(mail().isStopped()).isTrue();
    assertThat(deliveries.untold()).isEmpty();
  }

  @Test
  void isSentWhenItsServerTakesIt() {
    outcome = new Transport.Outcome.Taken("250 ok");

    postman.attempt(mail().id());

    assertThat(mail().state()).isEqualTo(Delivery.State.SENT);
    assertThat(mail().answer()).contains("250 ok");
  }

  @Test
  void isNotSentByAServerThatStartsAgain() {
    deliveries.progress().claim(mail());
    withdraw();

    postman.resume();

    assertThat(mail().state()).isEqualTo(Delivery.State.FAILED);
    assertThat(mail().answer()).contains(ANSWER);
  }

  @Test
  void isNotSentByAnotherServerThatTakesItOver() {
    deliveries.progress().claim(mail());
    withdraw();

    postman.attempt(mail().id());

    assertThat(attempts).isZero();
    assertThat(mail().state()).isEqualTo(Delivery.State.FAILED);
  }

  private void withdraw() {
    home.state().useTransaction(handle -> new Withdrawal(clock).of(handle, List.of(run), "maria"));
  }

  private Delivery mail() {
    return deliveries.list(Deliveries.Filter.ofRun(run)).get(0);
  }
}
