package io.retainer.app.deliveries;

import static io.retainer.app.TestHome.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.retainer.app.SettableClock;
import io.retainer.app.TestHome;
import io.retainer.app.reports.RunFiles;
import io.retainer.app.reports.RunSteps;
import io.retainer.app.reports.Runs;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Told;
import io.retainer.model.client.ClientId;
import io.retainer.model.mail.AllowedRecipients;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes to another address, what does not, and why. */
class AnotherAddressTest {

  private static final String ANNA = "anna@client.example";
  private static final String WRONG = "marja@cleint.example";
  private static final String RIGHT = "marja@client.example";

  /** No schedule has anybody. */
  private static final ScheduleRecipients NOBODY =
      new ScheduleRecipients() {
        @Override
        public List<Use> sendingTo(ClientId client, String recipient) {
          return List.of();
        }

        @Override
        public void replace(Handle handle, String schedule, String recipient, String now) {
          throw new AssertionError("There is no schedule to correct");
        }
      };

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock(ReadyRun.START);
  private String run;
  private TestHome home;
  private Deliveries deliveries;
  private Postman postman;
  private Readdressing readdressing;

  @BeforeEach
  void openHome() throws Exception {
    run = ReadyRun.copyTo(folder);
    home = new TestHome(folder, clock);
    deliveries = new Deliveries(home::state, clock, "agency.example");
    var runs = new Runs(home::state, clock);
    postman =
        new Postman(
            deliveries,
            runs,
            new RunFiles(home.workspace().home()),
            home.workspace()::mail,
            (letter, leaving) ->
                letter.to().text().equals(WRONG)
                    ? new Transport.Outcome.Refused("550 5.1.1 no such user")
                    : new Transport.Outcome.Taken("250 ok"),
            clock,
            (work, at) -> {});
    readdressing =
        new Readdressing(
            home::state,
            clock,
            home.workspace(),
            deliveries,
            runs,
            new RunSteps(home::state, clock),
            postman,
            NOBODY,
            new Outlets(home.workspace(), URI.create("https://reports.agency.example/")));
    deliveries.add(run, SHOP.id(), List.of(ANNA, WRONG));
    sendQueued();
  }

  @AfterEach
  void closeHome() {
    home.close();
  }

  @Test
  void ofManyWhoAskAtOnceOneDoesIt() throws Exception {
    Delivery lost = to(WRONG);
    var threads = Executors.newFixedThreadPool(4);
    List<Callable<Throwable>> asks = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      asks.add(() -> catchThrowable(() -> readdress(lost, RIGHT)));
    }

    List<Throwable> refusals = new ArrayList<>();
    for (Future<Throwable> each : threads.invokeAll(asks)) {
      refusals.add(each.get());
    }
    threads.shutdown();

    assertThat(refusals).filteredOn(each -> each == null).hasSize(1);
    assertThat(refusals).filteredOn(each -> each != null).hasOnlyElementsOfType(Conflict.class);
    assertThat(all()).extracting(Delivery::recipient).containsOnlyOnce(RIGHT).hasSize(3);
  }

  @Test
  void theOwnerIsNotToldOfWhatSomebodyHasDealtWith() {
    assertThat(deliveries.untold()).extracting(Delivery::recipient).containsExactly(WRONG);

    readdress(to(WRONG), RIGHT);

    assertThat(deliveries.untold()).isEmpty();
    sendQueued();
    assertThat(to(RIGHT).state()).isEqualTo(Delivery.State.SENT);
    assertThat(deliveries.untold()).isEmpty();
  }

  @Test
  void anAddressThatWasGivenUpMayTurnOutToBeTheRightOne() {
    postman.returned(to(ANNA), "550 5.1.1 no such user");
    readdress(to(ANNA), RIGHT);
    sendQueued();
    postman.returned(to(RIGHT), "550 5.1.1 no such user");

    readdress(to(RIGHT), ANNA);
    sendQueued();

    assertThat(to(ANNA).state()).isEqualTo(Delivery.State.SENT);
    assertThat(to(ANNA).replacedBy()).isEmpty();
    assertThat(to(RIGHT).replacedBy()).contains(ANNA);
  }

  @Test
  void saysInEveryLanguageWhyItDoesNotGoThere() {
    home.workspace().mail().allow(SHOP.id(), AllowedRecipients.parse("@client.example\n" + WRONG));

    refuses(to(WRONG), "marja@elsewhere.example", "is not among the recipients");
    refuses(to(WRONG), ANNA.toUpperCase(Locale.ROOT), "is a recipient of this report");
    refuses(to(WRONG), "Marja@Cleint.Example", "at which it did not arrive");
    refuses(to(WRONG), "crm@webhook", "is not among the recipients");
    refuses(to(WRONG), "marja", "is no e-mail address");
    refuses(to(ANNA), RIGHT, "Only a failed or bounced mail");

    assertThat(to(WRONG).state()).isEqualTo(Delivery.State.FAILED);
    assertThat(all()).hasSize(2);
  }

  @Test
  void whatMayHaveArrivedGoesNowhereElse() {
    home.state()
        .useHandle(
            handle ->
                handle.execute("update delivery set state = 'unknown' where state = 'failed'"));

    refuses(to(WRONG), RIGHT, "Ask the recipient; if it did not, send it again");
    refuses(unclear("crm@webhook"), RIGHT, "This call may have arrived. Send it again");
    refuses(unclear("archive@folder"), RIGHT, "These files may lie there already. Send them again");
    refuses(unclear("bank@sftp"), RIGHT, "These files may lie there already. Send them again");
    refuses(unclear("chat@telegram"), RIGHT, "stand in the chat already. Look there");
    refuses(unclear("channel@slack"), RIGHT, "stand in the chat already. Look there");
  }

  private Delivery unclear(String destination) {
    deliveries.add(run, SHOP.id(), List.of(destination));
    home.state()
        .useHandle(
            handle ->
                handle.execute(
                    "update delivery set state = 'unknown' where recipient = ?", destination));
    return to(destination);
  }

  @Test
  void aDestinationIsOneOfTheClients() {
    refuses(to(WRONG), "crm@webhook", "There is no destination crm@webhook for the client fjell");
  }

  private void refuses(Delivery delivery, String recipient, String why) {
    Throwable refusal = catchThrowable(() -> readdress(delivery, recipient));

    assertThat(refusal).hasMessageContaining(why);
    for (Language language : Language.values()) {
      assertThat(Told.isKnown(language, refusal.getMessage()))
          .as("%s: %s", language, refusal.getMessage())
          .isTrue();
    }
  }

  private Readdressing.Readdressed readdress(Delivery delivery, String recipient) {
    return readdressing.readdress(
        delivery,
        recipient,
        true,
        "maria",
        (path, part) -> {
          throw new AssertionError(path);
        });
  }

  private void sendQueued() {
    deliveries.queued().forEach(each -> postman.attempt(each.id()));
  }

  private List<Delivery> all() {
    return deliveries.list(Deliveries.Filter.ofRun(run));
  }

  private Delivery to(String recipient) {
    return all().stream()
        .filter(each -> each.recipient().equals(recipient))
        .findFirst()
        .orElseThrow();
  }
}
