package io.retainer.app.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.model.client.ClientId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SenderRuleTest {

  private static final ClientId NORDIC = new ClientId("nordic");
  private static final ClientId FJELL = new ClientId("fjell");
  private static final SenderRule DOMAIN = new SenderRule("@Google.com", "", NORDIC);
  private static final SenderRule ADDRESS = new SenderRule("noreply@google.com", "", FJELL);
  private static final SenderRule OURS =
      new SenderRule("@google.com", "reports+fjell@agency.example", FJELL);

  @Test
  void theRuleThatSaysMoreHolds() {
    List<SenderRule> rules = List.of(DOMAIN, ADDRESS, OURS);

    assertThat(SenderRule.of(rules, "a@google.com", List.of())).contains(DOMAIN);
    assertThat(SenderRule.of(rules, "noreply@google.com", List.of())).contains(ADDRESS);
    assertThat(SenderRule.of(rules, "noreply@google.com", List.of("reports+fjell@agency.example")))
        .contains(OURS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a@evil-google.com",
        "a@mail.google.com",
        "a@google.com.evil.example",
        "google.com"
      })
  void nobodyElseIsMeant(String sender) {
    assertThat(SenderRule.of(List.of(DOMAIN), sender, List.of())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "@", "google.com", "a b@google.com", "a@b@c", "<a@google.com>"})
  void whatIsNoSenderIsRefused(String sender) {
    assertThatThrownBy(() -> new SenderRule(sender, "", NORDIC))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no sender");
  }
}
