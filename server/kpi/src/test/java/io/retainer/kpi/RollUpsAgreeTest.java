package io.retainer.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.kpi.rows.RowFacts;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.fact.FactAnswer;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.FactSource;
import io.retainer.model.fact.TableAnswer;
import io.retainer.model.fact.TableQuery;
import io.retainer.model.kpi.ClientParameters;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiKind;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.KpiValue.Status;
import io.retainer.model.kpi.RolledUp;
import io.retainer.model.time.ComparedPeriod;
import io.retainer.model.time.Comparison;
import io.retainer.model.time.Period;
import io.retainer.spi.Additivity;
import io.retainer.spi.Column;
import io.retainer.spi.Dataset;
import io.retainer.spi.Datasets;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random rows of three clients, each KPI that has a total rolled up, and the same KPI computed once
 * over the rows of all of them, as if they were three accounts of one client.
 */
class RollUpsAgreeTest {

  private static final Period OCTOBER = Period.parse("2026-10");
  private static final ComparedPeriod COMPARED =
      ComparedPeriod.closed(OCTOBER, Comparison.PREVIOUS);
  private static final List<Client> SHOPS =
      List.of(client("north"), client("south"), client("east"));
  private static final List<String> WORDS =
      List.of("placed", "refund", "Organic Search", "Paid Search", "email", "positive", "won");
  private static final ClientParameters BRANDS = client -> Map.of("brandTerms", "e");

  @TempDir static Path folder;
  private static KpiLibrary library;

  @BeforeAll
  static void scripts() {
    library = KpiLibrary.open(List.of(BuiltInScriptsTest.SCRIPTS), folder.resolve("last-good"));
  }

  private static Client client(String id) {
    return new Client(
        new ClientId(id), id, ZoneOffset.UTC, Locale.ENGLISH, Currency.getInstance("EUR"));
  }

  private static Map<Dataset, List<Map<String, Object>>> rows(Client client, Random random) {
    Map<Dataset, List<Map<String, Object>>> rows = new HashMap<>();
    for (Dataset dataset : Datasets.all()) {
      List<Map<String, Object>> some = new ArrayList<>();
      for (int i = 0; i < 20 + random.nextInt(20); i++) {
        some.add(row(client, dataset, random));
      }
      rows.put(dataset, some);
    }
    return rows;
  }

  private static Map<String, Object> row(Client client, Dataset dataset, Random random) {
    Map<String, Object> row = new HashMap<>();
    row.put("day", LocalDate.of(2026, 8, 20).plusDays(random.nextInt(73)));
    row.put("account", client.id().value());
    for (Column column : dataset.columns()) {
      row.put(column.name(), value(client, column, random));
    }
    row.put("currency", "EUR");
    return row;
  }

  private static Object value(Client client, Column column, Random random) {
    if (column.additivity() == Additivity.KEY) {
      return client.id() + "-" + random.nextInt(9);
    }
    return switch (column.type()) {
      case TEXT -> WORDS.get(random.nextInt(WORDS.size()));
      case INTEGER -> BigDecimal.valueOf(random.nextInt(50));
      case DECIMAL -> BigDecimal.valueOf(random.nextInt(5_000), 2);
      case BOOLEAN -> random.nextBoolean();
      case DATE -> LocalDate.of(2026, 9, 1).plusDays(random.nextInt(60));
      case TIMESTAMP ->
          LocalDate.of(2026, 9, 1).plusDays(random.nextInt(60)).atTime(random.nextInt(24), 0);
    };
  }

  private record OfClients(Map<ClientId, FactSource> clients) implements FactSource {
    @Override
    public FactAnswer answer(FactQuery query) {
      return clients.get(query.client()).answer(query);
    }

    @Override
    public TableAnswer table(TableQuery query) {
      throw new AssertionError("A table is asked for");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21})
  void everyTime(long seed) {
    Random random = new Random(seed);
    Map<ClientId, FactSource> apart = new HashMap<>();
    Map<Dataset, List<Map<String, Object>>> together = new HashMap<>();
    for (Client shop : SHOPS) {
      var own = rows(shop, random);
      apart.put(shop.id(), RowFacts.of(own, OCTOBER.span().start()));
      own.forEach((dataset, some) -> together.merge(dataset, some, RollUpsAgreeTest::both));
    }
    RollUps rollUps = new RollUps(library, new OfClients(apart), BRANDS);
    List<KpiId> ids = rollUps.catalogue().stream().map(KpiDescriptor::id).toList();
    KpiEngine atOnce =
        new KpiEngine(library, RowFacts.of(together, OCTOBER.span().start()), BRANDS);
    List<KpiFigure> expected = atOnce.figures(client("all"), COMPARED, ids);

    Set<KpiKind> kinds = EnumSet.noneOf(KpiKind.class);
    Set<String> compared = new TreeSet<>();
    List<RolledUp> found = rollUps.of(SHOPS, COMPARED, ids);
    for (int i = 0; i < ids.size(); i++) {
      RolledUp one = found.get(i);
      if (one.how() != RolledUp.How.NONE) {
        same(ids.get(i), one.total().current(), expected.get(i).current(), now(one));
        KpiValue then = one.total().compared().get(0).value();
        same(ids.get(i), then, expected.get(i).compared().get(0).value(), then(one));
        if (one.total().current().status() == Status.KNOWN) {
          kinds.add(one.kpi().kind());
          compared.add(ids.get(i).value());
        }
      } else {
        assertThat(one.total().current().status()).as("%s", ids.get(i)).isNotEqualTo(Status.KNOWN);
      }
    }
    assertThat(kinds)
        .contains(KpiKind.FLOW, KpiKind.STOCK, KpiKind.RATIO, KpiKind.WMEAN, KpiKind.DISTINCT);
    assertThat(compared).as("KPIs that had a total to compare").hasSizeGreaterThan(70);
  }

  private static List<Map<String, Object>> both(
      List<Map<String, Object>> some, List<Map<String, Object>> more) {
    List<Map<String, Object>> both = new ArrayList<>(some);
    both.addAll(more);
    return both;
  }

  private static List<KpiValue> now(RolledUp one) {
    return one.clients().stream().map(KpiFigure::current).toList();
  }

  private static List<KpiValue> then(RolledUp one) {
    return one.clients().stream().map(figure -> figure.compared().get(0).value()).toList();
  }

  /** A client without a row that has the value is named, and else the others' rows decide. */
  private static void same(KpiId id, KpiValue total, KpiValue expected, List<KpiValue> own) {
    if (own.stream().anyMatch(value -> value.status() == Status.NO_DATA)) {
      assertThat(total.status()).as("%s", id).isNotEqualTo(Status.KNOWN);
      return;
    }
    assertThat(total.status()).as("%s: %s", id, total.reason()).isEqualTo(expected.status());
    assertThat(rounded(total.value())).as("%s", id).isEqualTo(rounded(expected.value()));
    assertThat(rounded(total.numerator())).as("%s", id).isEqualTo(rounded(expected.numerator()));
    assertThat(total.currency()).as("%s", id).isEqualTo(expected.currency());
  }

  private static Optional<BigDecimal> rounded(Optional<BigDecimal> number) {
    return number.map(n -> n.round(new MathContext(20)).stripTrailingZeros());
  }
}
