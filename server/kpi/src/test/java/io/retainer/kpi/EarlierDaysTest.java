package io.retainer.kpi;

import static io.retainer.kpi.GivenFacts.covered;
import static io.retainer.kpi.GivenFacts.row;
import static io.retainer.kpi.GivenFacts.without;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.kpi.rows.RowFacts;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.fact.FactSource;
import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiValue.Status;
import io.retainer.model.time.ComparedPeriod;
import io.retainer.model.time.Comparison;
import io.retainer.model.time.Period;
import io.retainer.spi.Dataset;
import io.retainer.spi.Datasets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who was active before the first import is not known, so that nobody is lost by it. */
class EarlierDaysTest {

  private static final Client ACME =
      new Client(
          new ClientId("acme"),
          "Acme",
          ZoneId.of("Europe/Helsinki"),
          Locale.ENGLISH,
          Currency.getInstance("EUR"));

  @TempDir Path folder;
  private KpiLibrary library;

  @BeforeEach
  void scripts() throws IOException {
    Path own = Files.createDirectory(folder.resolve("own"));
    Files.writeString(
        own.resolve("own.groovy"),
        """
        kpi('own.churn') {
          title en: 'Lost'
          unit percent
          better lower
          smallBase 0
          from orders
          where status == 'placed'
          value { lost(customer_key, 60) / activeBefore(customer_key, 60) }
        }
        kpi('own.orders') {
          title en: 'Orders'
          unit count
          better higher
          smallBase 0
          from orders
          where status == 'placed'
          value { count() }
        }
        """);
    library = KpiLibrary.open(List.of(own), folder.resolve("last-good"));
    assertThat(library.problems()).isEmpty();
  }

  private KpiFigure figure(String id, String since) {
    List<Map<String, Object>> orders = new ArrayList<>();
    for (String day : List.of("2026-08-20", "2026-09-20", "2026-10-20")) {
      for (String customer : List.of("ann", "ben")) {
        orders.add(
            row(
                day,
                "order_id",
                "o" + orders.size(),
                "status",
                "placed",
                "customer_key",
                customer + (day.equals("2026-10-20") && customer.equals("ben") ? "o" : "")));
      }
    }
    Map<Dataset, List<Map<String, Object>>> rows = Map.of(Datasets.ORDERS, orders);
    FactSource facts =
        covered(
            RowFacts.of(rows, LocalDate.of(2026, 10, 1)),
            (query, period) -> without(List.of()).since(Optional.of(LocalDate.parse(since))));
    ComparedPeriod october = ComparedPeriod.closed(Period.parse("2026-10"), Comparison.PREVIOUS);
    return new KpiEngine(library, facts).figures(ACME, october, List.of(new KpiId(id))).get(0);
  }

  @Test
  void aLookBackBeyondTheFirstDayThereIsIsNotTheWhole() {
    KpiFigure churn = figure("own.churn", "2026-08-20");

    assertThat(churn.current().status()).isEqualTo(Status.PARTIAL);
    Reason why = churn.current().reason().orElseThrow();
    assertThat(why.code()).isEqualTo(Reason.Code.EARLIER_DAYS_MISSING);
    assertThat(why.arguments()).containsExactly("2026-08-02", "2026-08-20");
    assertThat(why.english())
        .isEqualTo("It looks back to 2026-08-02, and the data begin on 2026-08-20.");
    assertThat(churn.delta(Comparison.PREVIOUS)).isEmpty();
  }

  @Test
  void itIsWholeFromTheFirstDayThatItLooksBackTo() {
    assertThat(figure("own.churn", "2026-08-02").current().status()).isEqualTo(Status.KNOWN);
    assertThat(figure("own.churn", "2026-08-02").delta(Comparison.PREVIOUS))
        .as("September looks back to 3 July")
        .isEmpty();
    assertThat(figure("own.churn", "2026-07-03").delta(Comparison.PREVIOUS)).isPresent();
  }

  @Test
  void whatLooksAtItsPeriodAloneNeedsNoEarlierDays() {
    KpiFigure orders = figure("own.orders", "2026-08-20");

    assertThat(orders.current().status()).isEqualTo(Status.KNOWN);
    assertThat(orders.delta(Comparison.PREVIOUS)).isPresent();
  }
}
