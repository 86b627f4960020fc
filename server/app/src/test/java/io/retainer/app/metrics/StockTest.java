package io.retainer.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.retainer.app.SettableClock;
import io.retainer.app.TestHome;
import io.retainer.app.deliveries.Delivery;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StockTest {

  private static final int SENT = 15_000;
  private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");

  private final SettableClock clock = new SettableClock("2026-11-03T08:00:00Z");
  private final PrometheusRegistry registry = new PrometheusRegistry();

  @TempDir Path folder;

  private TestHome home;
  private Stock stock;

  @BeforeEach
  void afterYears() {
    home = new TestHome(folder, clock, folder.resolve("no-scripts"));
    stock = new Stock(home::state, () -> null, () -> 0, Map::of, clock);
    stock.register(registry);
    add(0, SENT, "sent");
    add(SENT, 3, "queued");
    add(SENT + 3, 1, "unknown");
  }

  @AfterEach
  void close() {
    home.close();
  }

  private void add(int from, int many, String state) {
    home.state()
        .useHandle(
            handle -> {
              var rows =
                  handle.prepareBatch(
                      """
                      insert into delivery (id, run_id, client, recipient, message_id, state, attempts,
                        interrupted, created_at, updated_at)
                      values (:id, :id, 'fjell', 'a@b.example', :id, :state, 1, false, :at, :at)
                      """);
              for (int row = from; row < from + many; row++) {
                rows.bind("id", "d" + row).bind("state", state).bind("at", clock.instant()).add();
              }
              rows.execute();
            });
  }

  private double deliveries(String state) {
    stock.look();
    return registry.scrape(name -> name.equals("retainer_deliveries")).stream()
        .map(GaugeSnapshot.class::cast)
        .flatMap(gauge -> gauge.getDataPoints().stream())
        .filter(point -> point.getLabels().get("state").equals(state))
        .mapToDouble(GaugeSnapshot.GaugeDataPointSnapshot::getValue)
        .findFirst()
        .orElse(-1);
  }

  @Test
  void countsWhatWaitsAtEachLookAndWhatIsDoneWithinFiveMinutes() {
    assertThat(deliveries("queued")).isEqualTo(3);
    assertThat(deliveries("sent")).isEqualTo(SENT);

    home.state()
        .useHandle(
            handle -> handle.execute("update delivery set state = 'sent' where state = 'queued'"));

    assertThat(deliveries("queued")).as("a state that nothing is in").isEqualTo(-1);
    assertThat(deliveries("unknown")).isEqualTo(1);
    assertThat(deliveries("sent")).isEqualTo(SENT);
    clock.advance(Stock.PILE_LASTS.plusSeconds(1));
    assertThat(deliveries("sent")).isEqualTo(SENT + 3);
  }

  @Test
  void everyStateOfAMailIsCounted() {
    int row = SENT + 100;
    for (Delivery.State state : Delivery.State.values()) {
      add(row++, 1, state.word());
    }
    for (Delivery.State state : Delivery.State.values()) {
      assertThat(deliveries(state.word())).as(state.word()).isPositive();
    }
  }

  @Test
  void aLookTouchesOnlyTheRowsThatWait() {
    String plan =
        home.state()
            .withHandle(
                handle ->
                    handle
                        .createQuery("explain analyze " + Stock.waiting("delivery"))
                        .bindList("states", "queued", "sending", "failed", "bounced", "unknown")
                        .mapTo(String.class)
                        .one());

    assertThat(SCANNED.matcher(plan).results().map(MatchResult::group).toList())
        .as(plan)
        .isNotEmpty();
    assertThat(
            SCANNED
                .matcher(plan)
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .sum())
        .as(plan)
        .isLessThan(20);
  }
}
