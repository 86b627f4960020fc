package io.retainer.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.target.Goal;
import io.retainer.model.target.Target;
import io.retainer.model.time.Period;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientTargetsTest {

  private static final ClientId NORDIC = new ClientId("nordic");
  private static final ClientId OTHER = new ClientId("other");
  private static final LocalDate NEXT_YEAR = LocalDate.of(2027, 1, 1);
  private static final Target REVENUE = revenue("100000.50", Target.ALWAYS);
  private static final Target BOUNCE =
      new Target(
          new KpiId("web.bounce-rate"),
          Period.Kind.MONTH,
          new Goal.Band(new BigDecimal("0.3"), new BigDecimal("0.4")),
          Optional.empty(),
          Target.ALWAYS);

  @TempDir Path home;
  private State state;
  private ClientTargets targets;

  @BeforeEach
  void open() {
    state = TestDatabase.open(home);
    targets = new ClientTargets(state.jdbi(), Clock.systemUTC());
    Clients clients = new Clients(state.jdbi(), Clock.systemUTC());
    for (ClientId id : new ClientId[] {NORDIC, OTHER}) {
      clients.add(
          new Client(id, id.value(), ZoneOffset.UTC, Locale.ENGLISH, Currency.getInstance("EUR")));
    }
  }

  @AfterEach
  void close() {
    state.close();
  }

  @Test
  void keepsTargetsAsTheyWereSetForTheirClientOnly() {
    targets.set(NORDIC, BOUNCE);
    targets.set(NORDIC, REVENUE);

    assertThat(targets.of(NORDIC)).containsExactly(REVENUE, BOUNCE);
    assertThat(targets.of(OTHER)).isEmpty();
  }

  @Test
  void aNewOneTakesThePlaceOfTheSameFirstDayOnly() {
    targets.set(NORDIC, REVENUE);
    targets.set(NORDIC, revenue("120000", NEXT_YEAR));
    targets.set(NORDIC, revenue("130000", NEXT_YEAR));

    assertThat(targets.of(NORDIC)).containsExactly(REVENUE, revenue("130000", NEXT_YEAR));
  }

  @Test
  void theSameTargetSetTwiceAtOnceIsThereOnce() throws Exception {
    var threads = Executors.newFixedThreadPool(8);
    List<Callable<Void>> forms =
        Collections.nCopies(
            64,
            () -> {
              targets.set(NORDIC, REVENUE);
              return null;
            });

    for (Future<Void> sent : threads.invokeAll(forms)) {
      sent.get();
    }
    threads.shutdown();

    assertThat(targets.of(NORDIC)).containsExactly(REVENUE);
  }

  @Test
  void removesOneOrAllOfAKpiAndKindOfPeriod() {
    targets.set(NORDIC, REVENUE);
    targets.set(NORDIC, revenue("120000", NEXT_YEAR));
    targets.set(NORDIC, BOUNCE);

    assertThat(targets.remove(NORDIC, REVENUE.kpi(), Period.Kind.MONTH, Optional.of(NEXT_YEAR)))
        .isEqualTo(1);
    assertThat(targets.of(NORDIC)).containsExactly(REVENUE, BOUNCE);
    assertThat(targets.remove(NORDIC, REVENUE.kpi(), Period.Kind.YEAR, Optional.empty())).isZero();
    assertThat(targets.remove(NORDIC, REVENUE.kpi(), Period.Kind.MONTH, Optional.empty()))
        .isEqualTo(1);
    assertThat(targets.of(NORDIC)).containsExactly(BOUNCE);
  }

  private static Target revenue(String bound, LocalDate from) {
    return new Target(
        new KpiId("orders.revenue"),
        Period.Kind.MONTH,
        new Goal.AtLeast(new BigDecimal(bound)),
        Optional.of("EUR"),
        from);
  }
}
