package io.retainer.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.kpi.rows.RowFacts;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.fact.Converted;
import io.retainer.model.fact.Coverage;
import io.retainer.model.fact.FactAnswer;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.FactSource;
import io.retainer.model.fact.Reason;
import io.retainer.model.fact.TableAnswer;
import io.retainer.model.fact.TableQuery;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.KpiValue.Status;
import io.retainer.model.time.ComparedPeriod;
import io.retainer.model.time.Period;
import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** KPIs over facts that say what they converted, and what they could not. */
class ConvertedAmountsTest {

  private static final Client ACME =
      new Client(
          new ClientId("acme"),
          "Acme",
          ZoneId.of("Europe/Helsinki"),
          Locale.ENGLISH,
          Currency.getInstance("EUR"));
  private static final Period OCTOBER = Period.parse("2026-10");
  private static final LocalDate DAY = LocalDate.of(2026, 10, 5);

  @TempDir static Path folder;
  private static KpiLibrary library;

  @BeforeAll
  static void scripts() throws IOException {
    Path own = Files.createDirectories(folder.resolve("own"));
    write(own, "sold", "money", "sum(total)");
    write(own, "in-dollars", "money", "sum(total).where(currency == 'USD')");
    write(own, "orders", "count", "count()");
    library =
        KpiLibrary.open(List.of(BuiltInScriptsTest.SCRIPTS, own), folder.resolve("last-good"));
    assertThat(library.problems()).isEmpty();
  }

  private static void write(Path own, String name, String unit, String value) throws IOException {
    Files.writeString(
        own.resolve(name + ".groovy"),
        """
        kpi('own.%s') {
          title en: 'Own %s'
          about en: 'x'
          unit %s
          better higher
          from orders
          value { %s }
          where status == 'placed' || status == null
        }
        """
            .formatted(name, name, unit, value));
  }

  /** The rows have their converted amounts already; what is said of them is under test. */
  private record Facts(FactSource rows, Set<String> afterwards, Converted converted)
      implements FactSource {

    @Override
    public FactAnswer answer(FactQuery query) {
      FactAnswer answer = rows.answer(query);
      List<Coverage> coverage =
          answer.coverage().stream().map(each -> each.converted(afterwards, converted)).toList();
      return new FactAnswer(answer.cells(), coverage);
    }

    @Override
    public TableAnswer table(TableQuery query) {
      throw new UnsupportedOperationException();
    }
  }

  private static KpiFigure figure(String kpi, Set<String> afterwards, Converted converted) {
    Map<String, Object> order =
        Map.of("day", DAY, "order_id", "A", "currency", "USD", "total", new BigDecimal("8.50"));
    FactSource rows = RowFacts.of(Map.of(Datasets.ORDERS, List.of(order)), OCTOBER.span().start());
    return new KpiEngine(library, new Facts(rows, afterwards, converted))
        .figures(ACME, ComparedPeriod.closed(OCTOBER), List.of(new KpiId(kpi)))
        .get(0);
  }

  private static final Converted ALL =
      new Converted(
          "EUR",
          "rates of a test",
          List.of(new Converted.Used("USD", DateSpan.ofDay(DAY), new BigDecimal("0.85"), DAY)),
          List.of());

  private static final Converted NONE =
      new Converted(
          "EUR",
          "rates of a test",
          List.of(),
          List.of(new Converted.Amounts("USD", DateSpan.ofDay(DAY))));

  @Test
  void convertedAmountsAreInTheClientsCurrencyAndSaySo() {
    KpiFigure sold = figure("own.sold", Set.of("EUR"), ALL);

    assertThat(sold.current().status()).isEqualTo(Status.KNOWN);
    assertThat(sold.current().value().orElseThrow()).isEqualByComparingTo("8.50");
    assertThat(sold.current().currency()).contains("EUR");
    assertThat(sold.coverage().converted()).contains(ALL);
  }

  @Test
  void amountsHeldToOneCurrencyAreConvertedToo() {
    assertThat(figure("own.in-dollars", Set.of("EUR"), ALL).current().currency()).contains("EUR");
  }

  @Test
  void withoutARateItIsSaidWhichIsMissing() {
    KpiValue sold = figure("own.sold", Set.of("USD"), NONE).current();

    assertThat(sold.status()).isEqualTo(Status.NOT_COMPUTABLE);
    Reason reason = sold.reason().orElseThrow();
    assertThat(reason.code()).isEqualTo(Reason.Code.NO_EXCHANGE_RATE);
    assertThat(reason.arguments()).containsExactly("USD", "2026-10-05");
    assertThat(figure("own.in-dollars", Set.of("USD"), NONE).current().status())
        .isEqualTo(Status.NOT_COMPUTABLE);
  }

  @Test
  void whatIsNoAmountNeedsNoRate() {
    assertThat(figure("own.orders", Set.of("EUR", "USD"), NONE).current().status())
        .isEqualTo(Status.KNOWN);
  }
}
