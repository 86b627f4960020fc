package io.retainer.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientsTest {

  private static final Client CAFE =
      new Client(
          new ClientId("kavarnia"),
          "Кавярня «Ў»",
          ZoneId.of("Europe/Minsk"),
          Locale.forLanguageTag("be"),
          Currency.getInstance("BYN"));

  @TempDir Path home;
  private State state;
  private Clients clients;

  @BeforeEach
  void open() {
    state = TestDatabase.open(home);
    clients =
        new Clients(
            state.jdbi(), Clock.fixed(Instant.parse("2026-11-01T08:00:00Z"), ZoneOffset.UTC));
  }

  @AfterEach
  void close() {
    state.close();
  }

  @Test
  void findsAClientAsItWasAdded() {
    assertThat(clients.add(CAFE)).isTrue();

    assertThat(clients.find(CAFE.id())).contains(CAFE);
    assertThat(clients.all()).containsExactly(CAFE);
  }

  @Test
  void doesNotReplaceAClientOfTheSameId() {
    clients.add(CAFE);

    assertThat(
            clients.add(
                new Client(CAFE.id(), "Other", CAFE.zone(), CAFE.locale(), CAFE.currency())))
        .isFalse();
    assertThat(clients.named(CAFE.id())).isEqualTo(CAFE);
  }

  @Test
  void changesWhatIsThere() {
    clients.add(CAFE);
    Client renamed = new Client(CAFE.id(), "Kavarnia", CAFE.zone(), CAFE.locale(), CAFE.currency());

    clients.change(renamed);

    assertThat(clients.named(CAFE.id())).isEqualTo(renamed);
  }

  @Test
  void namesTheClientsThereAreWhenOneIsNot() {
    clients.add(CAFE);

    assertThatThrownBy(() -> clients.named(new ClientId("kavarna")))
        .isInstanceOf(UnknownClientException.class)
        .hasMessage("There is no client \"kavarna\"; there are [kavarnia]");
    assertThatThrownBy(
            () ->
                clients.change(
                    new Client(
                        new ClientId("other"),
                        "Other",
                        CAFE.zone(),
                        CAFE.locale(),
                        CAFE.currency())))
        .isInstanceOf(UnknownClientException.class);
  }

  @Test
  void keepsClientsWhenTheHomeIsOpenedAgain() {
    clients.add(CAFE);
    state.close();

    state = TestDatabase.open(home);

    assertThat(new Clients(state.jdbi(), Clock.systemUTC()).all()).containsExactly(CAFE);
  }
}
