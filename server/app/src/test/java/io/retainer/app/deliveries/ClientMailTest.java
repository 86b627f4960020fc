package io.retainer.app.deliveries;

import static io.retainer.app.TestHome.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.app.SettableClock;
import io.retainer.app.TestHome;
import io.retainer.app.shell.Problem;
import io.retainer.model.mail.AllowedRecipients;
import io.retainer.workspace.contract.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientMailTest {

  private static final String ANNA = "anna@client.example";
  private static final String STRANGER = "anna@cIient.example.org";

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock(ReadyRun.START);
  private final List<Letter> left = new ArrayList<>();
  private String run;
  private TestHome home;
  private Deliveries deliveries;
  private Postman postman;
  private ClientMailApi api;

  @BeforeEach
  void openHome() throws Exception {
    run = ReadyRun.copyTo(folder);
    home = new TestHome(folder, clock);
    deliveries = new Deliveries(home::state, clock, "agency.example");
    Transport transport =
        (letter, leaving) -> {
          left.add(letter);
          return new Transport.Outcome.Taken("250 ok");
        };
    postman = ReadyRun.postman(home, deliveries, clock, transport, (work, at) -> {});
    api = new ClientMailApi(home.workspace());
  }

  @AfterEach
  void closeHome() {
    home.close();
  }

  @Test
  void nothingLeavesToSomebodyWhoIsNotOnTheListWhateverWasPlanned() {
    deliveries.add(run, SHOP.id(), List.of(ANNA, STRANGER));
    allow("@CLIENT.example");

    deliveries.queued().forEach(each -> postman.attempt(each.id()));

    assertThat(left).extracting(letter -> letter.to().text()).containsExactly(ANNA);
    Delivery refused = of(STRANGER);
    assertThat(refused.state()).isEqualTo(Delivery.State.FAILED);
    assertThat(refused.answer().orElseThrow())
        .contains(STRANGER, "not among the recipients", "list of allowed recipients");
  }

  @Test
  void noStrangerIsSentToAgainBeforeTheListHasHim() {
    deliveries.add(run, SHOP.id(), List.of(STRANGER));
    allow(ANNA);
    postman.attempt(of(STRANGER).id());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> postman.retry(of(STRANGER).id()))
        .withMessageContaining("not among the recipients");
    allow(ANNA, STRANGER);

    assertThat(postman.retry(of(STRANGER).id())).isTrue();
    postman.attempt(of(STRANGER).id());
    assertThat(left).hasSize(1);
  }

  @Test
  void reportsMayGoToAnybodyWhileThereIsNoList() {
    deliveries.add(run, SHOP.id(), List.of(STRANGER));

    postman.attempt(of(STRANGER).id());

    assertThat(left).hasSize(1);
  }

  @Test
  void theApiChangesWhatIsNamedAndLeavesTheRest() throws Exception {
    api.change(
        "fjell",
        """
        {"recipients": ["@Fjell.example", "anna@other.example"],
         "sender": "Агенцтва «Поўнач» <reports@north.example>"}
        """);

    String answer = api.change("fjell", "{\"replyTo\": \"maria@north.example\"}");

    assertThat(Json.read(answer))
        .isEqualTo(
            Json.read(
                """
                {"client": "fjell", "recipients": ["@fjell.example", "anna@other.example"],
                 "sender": "\\"Агенцтва «Поўнач»\\" <reports@north.example>",
                 "replyTo": "maria@north.example"}
                """));
    assertThat(api.change("fjell", answer)).as("what was read, sent back").isEqualTo(answer);
    assertThat(Json.read(api.change("fjell", "{\"recipients\": [], \"sender\": null}")))
        .isEqualTo(
            Json.read(
                """
                {"client": "fjell", "recipients": [], "sender": null,
                 "replyTo": "maria@north.example"}
                """));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"recipients\": [\"@fjell.example\", \"anna@other.example\\r\\nBcc: x@y.example\"]}",
        "{\"recipients\": \"@fjell.example\"}",
        "{\"recipients\": [\"*@fjell.example\"]}",
        "{\"sender\": \"Agency\"}",
        "{\"sender\": \"Agency <a@b.example>, <c@d.example>\"}",
        "{\"reply\": \"a@b.example\"}"
      })
  void theApiKeepsNothingOfWhatItCannotRead(String body) {
    allow(ANNA);

    assertThatThrownBy(() -> api.change("fjell", body)).isInstanceOf(Problem.class);

    assertThat(home.workspace().mail().allowed(SHOP.id()).sorted()).containsExactly(ANNA);
  }

  @Test
  void mailsComeFromTheClientsOwnSender() {
    api.change("fjell", "{\"sender\": \"North <reports@north.example>\"}");
    deliveries.add(run, SHOP.id(), List.of(ANNA));

    postman.attempt(of(ANNA).id());

    assertThat(left.get(0).identity().from().orElseThrow())
        .hasToString("\"North\" <reports@north.example>");
  }

  private void allow(String... entries) {
    home.workspace().mail().allow(SHOP.id(), AllowedRecipients.parse(String.join("\n", entries)));
  }

  private Delivery of(String recipient) {
    return deliveries.list(Deliveries.Filter.ofRun(run)).stream()
        .filter(each -> each.recipient().equals(recipient))
        .findFirst()
        .orElseThrow();
  }
}
