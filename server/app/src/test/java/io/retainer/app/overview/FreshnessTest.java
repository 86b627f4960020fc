package io.retainer.app.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.TestHome;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.warehouse.Reach;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreshnessTest {

  private static final Client SHOP = TestHome.SHOP;
  private static final Client CAFE = named("cafe");
  private static final Client NEW = named("new");
  private static final LocalDate OCTOBER_END = LocalDate.of(2026, 10, 31);

  private static Client named(String id) {
    return new Client(new ClientId(id), id, SHOP.zone(), SHOP.locale(), SHOP.currency());
  }

  private static Reach reach(Client client, String source, LocalDate lastDay) {
    return new Reach(client.id(), source, lastDay);
  }

  @Test
  void aClientReachesAsFarAsItsNewestSourceAndTheOthersAreBehind() {
    List<Freshness> all =
        Freshness.of(
            List.of(SHOP),
            List.of(
                reach(SHOP, "ga4", OCTOBER_END),
                reach(SHOP, "search", OCTOBER_END.minusDays(7)),
                reach(SHOP, "shop", OCTOBER_END.minusDays(9))));

    assertThat(all).singleElement().extracting(Freshness::lastDay).isEqualTo(of(OCTOBER_END));
    assertThat(all.get(0).behind()).extracting(Reach::source).containsExactly("shop", "search");
  }

  private static java.util.Optional<LocalDate> of(LocalDate day) {
    return java.util.Optional.of(day);
  }

  @Test
  void aSourceThatWasGivenUpIsNotBehind() {
    List<Freshness> all =
        Freshness.of(
            List.of(SHOP),
            List.of(
                reach(SHOP, "ga4", OCTOBER_END), reach(SHOP, "old", OCTOBER_END.minusDays(93))));

    assertThat(all.get(0).behind()).isEmpty();
  }

  @Test
  void whoseDataEndFirstStandsFirst() {
    List<Freshness> all =
        Freshness.of(
            List.of(SHOP, CAFE, NEW),
            List.of(
                reach(SHOP, "ga4", OCTOBER_END),
                reach(CAFE, "ga4", OCTOBER_END),
                reach(CAFE, "shop", OCTOBER_END.minusDays(1))));

    assertThat(all).extracting(Freshness::client).containsExactly(NEW, CAFE, SHOP);
    assertThat(all.get(0).lastDay()).isEmpty();
  }
}
