package io.retainer.kpi;

import static io.retainer.kpi.GivenFacts.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.kpi.rows.RowFacts;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.fact.Coverage;
import io.retainer.model.fact.FactAnswer;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.FactSource;
import io.retainer.model.fact.Reason;
import io.retainer.model.fact.TableAnswer;
import io.retainer.model.fact.TableQuery;
import io.retainer.model.kpi.ClientParameters;
import io.retainer.model.kpi.Compared;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.KpiValue.Status;
import io.retainer.model.kpi.RolledUp;
import io.retainer.model.kpi.RolledUp.How;
import io.retainer.model.time.ComparedPeriod;
import io.retainer.model.time.Comparison;
import io.retainer.model.time.Period;
import io.retainer.spi.Dataset;
import io.retainer.spi.Datasets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollUpsTest {

  private static final Client NORTH = client("north", "North shop", "EUR");
  private static final Client SOUTH = client("south", "South shop", "EUR");
  private static final Client WEST = client("west", "West shop", "SEK");
  private static final Period OCTOBER = Period.parse("2026-10");
  private static final ComparedPeriod COMPARED =
      ComparedPeriod.closed(OCTOBER, Comparison.PREVIOUS);

  @TempDir static Path folder;
  private static KpiLibrary library;

  private final Map<Client, Map<Dataset, List<Map<String, Object>>>> rows = new LinkedHashMap<>();
  private final Map<Client, Coverage.Input> inputs = new HashMap<>();
  private final Map<ClientId, Map<String, String>> chosen = new HashMap<>();
  private int asked;

  @BeforeAll
  static void builtInScripts() {
    Path expected = Path.of("src", "test", "resources", "expected");
    library =
        KpiLibrary.open(List.of(BuiltInScriptsTest.SCRIPTS, expected), folder.resolve("last-good"));
  }

  private static Client client(String id, String name, String currency) {
    return new Client(
        new ClientId(id), name, ZoneOffset.UTC, Locale.ENGLISH, Currency.getInstance(currency));
  }

  @SafeVarargs
  private void has(Client client, Dataset dataset, Map<String, Object>... some) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Map<String, Object> one : some) {
      all.add(one);
    }
    rows.computeIfAbsent(client, any -> new HashMap<>()).put(dataset, all);
  }

  /** Each client's rows answer for that client alone. */
  private final class FactsOfClients implements FactSource {

    @Override
    public FactAnswer answer(FactQuery query) {
      Client owner =
          List.of(NORTH, SOUTH, WEST).stream()
              .filter(client -> client.id().equals(query.client()))
              .findFirst()
              .orElseThrow();
      FactAnswer answer =
          RowFacts.of(rows.getOrDefault(owner, Map.of()), OCTOBER.span().start()).answer(query);
      return inputs.containsKey(owner)
          ? new FactAnswer(
              answer.cells(), answer.coverage().stream().map(one -> from(owner, one)).toList())
          : answer;
    }

    private Coverage from(Client owner, Coverage one) {
      return new Coverage(
          one.extent(),
          one.missing(),
          List.of(inputs.get(owner)),
          one.currencies(),
          one.complete(),
          one.reason());
    }

    @Override
    public List<FactAnswer> answers(List<FactQuery> queries) {
      asked++;
      return FactSource.super.answers(queries);
    }

    @Override
    public TableAnswer table(TableQuery query) {
      throw new AssertionError("A table is asked for");
    }
  }

  private RolledUp rolledUp(String kpi, Client... clients) {
    ClientParameters parameters = client -> chosen.getOrDefault(client, Map.of());
    return new RollUps(library, new FactsOfClients(), parameters)
        .of(List.of(clients), COMPARED, List.of(new KpiId(kpi)))
        .get(0);
  }

  private static void isWorth(KpiValue value, String expected) {
    assertThat(value.status()).isEqualTo(Status.KNOWN);
    assertThat(value.value().orElseThrow()).isEqualByComparingTo(expected);
  }

  private static void isNotComputable(RolledUp rolledUp, Reason.Code why, String... named) {
    assertThat(rolledUp.total().current().status()).isEqualTo(Status.NOT_COMPUTABLE);
    Reason reason = rolledUp.total().current().reason().orElseThrow();
    assertThat(reason.code()).isEqualTo(why);
    assertThat(reason.arguments()).containsAll(List.of(named));
  }

  @Test
  void countsAdd() {
    has(NORTH, Datasets.WEB_TRAFFIC, row("2026-10-05", "sessions", 100));
    has(SOUTH, Datasets.WEB_TRAFFIC, row("2026-10-06", "sessions", 20));

    RolledUp sessions = rolledUp("web.sessions", NORTH, SOUTH);

    assertThat(sessions.how()).isEqualTo(How.ADDED);
    isWorth(sessions.clients().get(0).current(), "100");
    isWorth(sessions.clients().get(1).current(), "20");
    isWorth(sessions.total().current(), "120");
  }

  @Test
  void aRateIsComputedAgainFromTheAddedPartsAndNeverTheMeanOfRates() {
    has(NORTH, Datasets.SEARCH_QUERIES, row("2026-10-05", "clicks", 90, "impressions", 100));
    has(SOUTH, Datasets.SEARCH_QUERIES, row("2026-10-05", "clicks", 10, "impressions", 900));

    RolledUp ctr = rolledUp("search.ctr", NORTH, SOUTH);

    assertThat(ctr.how()).isEqualTo(How.RECOMPUTED);
    isWorth(ctr.total().current(), "0.1");
    assertThat(ctr.total().current().numerator().orElseThrow()).isEqualByComparingTo("100");
    assertThat(ctr.total().current().denominator().orElseThrow()).isEqualByComparingTo("1000");
  }

  @Test
  void aClientWithNothingToDivideByIsInTheRateAllTheSame() {
    has(NORTH, Datasets.SEARCH_QUERIES, row("2026-10-05", "clicks", 10, "impressions", 100));
    has(SOUTH, Datasets.SEARCH_QUERIES, row("2026-10-05", "clicks", 0, "impressions", 0));

    RolledUp ctr = rolledUp("search.ctr", NORTH, SOUTH);

    assertThat(ctr.clients().get(1).current().status()).isEqualTo(Status.NOT_COMPUTABLE);
    isWorth(ctr.total().current(), "0.1");
  }

  @Test
  void aWeightedMeanIsWeighedOverAllClients() {
    has(
        NORTH,
        Datasets.SEARCH_QUERIES,
        row("2026-10-05", "position", 2, "impressions", 300, "clicks", 1),
        row("2026-10-06", "impressions", 50, "clicks", 1));
    has(
        SOUTH,
        Datasets.SEARCH_QUERIES,
        row("2026-10-05", "position", 10, "impressions", 100, "clicks", 1));

    RolledUp position = rolledUp("search.serp-position", NORTH, SOUTH);

    assertThat(position.how()).isEqualTo(How.RECOMPUTED);
    isWorth(position.clients().get(0).current(), "2");
    isWorth(position.total().current(), "4");
  }

  @Test
  void theLastLevelsOfEachClientAdd() {
    has(
        NORTH,
        Datasets.SOCIAL_ACCOUNTS,
        row("2026-10-05", "followers", 100),
        row("2026-10-30", "followers", 130));
    has(SOUTH, Datasets.SOCIAL_ACCOUNTS, row("2026-10-12", "followers", 7));

    RolledUp followers = rolledUp("social.followers", NORTH, SOUTH);

    assertThat(followers.how()).isEqualTo(How.LEVELS_ADDED);
    isWorth(followers.total().current(), "137");
  }

  @Test
  void peopleMayBeCustomersOfSeveralClientsAndAreNotAdded() {
    for (Client client : List.of(NORTH, SOUTH)) {
      has(
          client,
          Datasets.ORDERS,
          row("2026-10-05", "customer_key", "c1", "status", "placed", "total", 10));
    }

    RolledUp customers = rolledUp("customers.active", NORTH, SOUTH);

    assertThat(customers.how()).isEqualTo(How.NONE);
    isWorth(customers.clients().get(0).current(), "1");
    isNotComputable(customers, Reason.Code.CLIENTS_OVERLAP, "customer_key");
  }

  @Test
  void peopleThatTheSourceCountedAreNotAddedEither() {
    for (Client client : List.of(NORTH, SOUTH)) {
      has(client, Datasets.WEB_TRAFFIC, row("2026-10-05", "users", 10, "sessions", 12));
    }

    RolledUp users = rolledUp("web.users", NORTH, SOUTH);

    assertThat(users.how()).isEqualTo(How.NONE);
    isNotComputable(users, Reason.Code.CLIENTS_OVERLAP, "users");
  }

  @Test
  void aMedianOfSeveralClientsIsNotMadeOfTheirs() {
    for (Client client : List.of(NORTH, SOUTH)) {
      has(
          client,
          Datasets.REVIEWS,
          row(
              "2026-10-05",
              "stars",
              5,
              "published_at",
              LocalDate.parse("2026-10-05").atStartOfDay(),
              "replied_at",
              LocalDate.parse("2026-10-06").atStartOfDay()));
    }
    String median = "reviews.response-time";
    assertThat(library.inForce(Map.of())).containsKey(new KpiId(median));

    isNotComputable(rolledUp(median, NORTH, SOUTH), Reason.Code.CLIENTS_STATISTIC);
  }

  @Test
  void aTotalOfEstimatesIsOneAndSaysWhoIsMissing() {
    for (Client client : List.of(NORTH, SOUTH)) {
      has(client, Datasets.RANKINGS, row("2026-10-05", "keyword", "tent", "estimated_traffic", 20));
    }

    KpiValue both = rolledUp("t.traffic", NORTH, SOUTH).total().current();
    KpiValue withoutOne = rolledUp("t.traffic", NORTH, SOUTH, WEST).total().current();

    assertThat(both.status()).isEqualTo(Status.ESTIMATED);
    assertThat(both.value().orElseThrow()).isEqualByComparingTo("40");
    assertThat(both.reason().orElseThrow().code()).isEqualTo(Reason.Code.ESTIMATE);
    assertThat(withoutOne.status()).isEqualTo(Status.ESTIMATED);
    assertThat(withoutOne.reason().orElseThrow().arguments()).containsExactly("West shop");
  }

  @Test
  void unlikeCurrenciesAreNeverAdded() {
    for (Client client : List.of(NORTH, WEST)) {
      has(client, Datasets.ORDERS, row("2026-10-05", "status", "placed", "total", 10));
    }

    RolledUp revenue = rolledUp("orders.revenue", NORTH, WEST);

    isWorth(revenue.clients().get(1).current(), "10");
    assertThat(revenue.clients().get(1).current().currency()).contains("SEK");
    isNotComputable(revenue, Reason.Code.MIXED_CURRENCIES, "EUR", "SEK");
    isWorth(rolledUp("orders.count", NORTH, WEST).total().current(), "2");
  }

  @Test
  void aTotalWithoutAClientIsPartialAndNamesIt() {
    has(NORTH, Datasets.WEB_TRAFFIC, row("2026-10-05", "sessions", 100));

    KpiValue total = rolledUp("web.sessions", NORTH, SOUTH).total().current();

    assertThat(total.status()).isEqualTo(Status.PARTIAL);
    assertThat(total.value().orElseThrow()).isEqualByComparingTo("100");
    assertThat(total.reason().orElseThrow().code()).isEqualTo(Reason.Code.CLIENTS_LACKING);
    assertThat(total.reason().orElseThrow().arguments()).containsExactly("South shop");
  }

  @Test
  void aClientThatIsPartialMakesTheTotalPartial() {
    has(NORTH, Datasets.ORDERS, row("2026-10-05", "status", "placed", "total", 10));
    has(
        SOUTH,
        Datasets.ORDERS,
        row("2026-10-05", "status", "placed", "total", 5),
        row("2026-10-06", "status", "placed"));

    RolledUp revenue = rolledUp("orders.revenue", NORTH, SOUTH);

    assertThat(revenue.clients().get(1).current().status()).isEqualTo(Status.PARTIAL);
    assertThat(revenue.total().current().status()).isEqualTo(Status.PARTIAL);
    assertThat(revenue.total().current().value().orElseThrow()).isEqualByComparingTo("15");
    assertThat(revenue.total().current().reason().orElseThrow().arguments())
        .containsExactly("South shop");
  }

  @Test
  void whereNobodyHasDataNorHasTheGroup() {
    RolledUp sessions = rolledUp("web.sessions", NORTH, SOUTH);

    assertThat(sessions.total().current().status()).isEqualTo(Status.NO_DATA);
    assertThat(sessions.total().compared().get(0).delta()).isEmpty();
  }

  @Test
  void aChangeComparesTheClientsThatBothPeriodsHave() {
    has(
        NORTH,
        Datasets.WEB_TRAFFIC,
        row("2026-10-05", "sessions", 110),
        row("2026-09-05", "sessions", 100));
    has(SOUTH, Datasets.WEB_TRAFFIC, row("2026-10-05", "sessions", 500));
    FactSource all = new FactsOfClients();
    FactSource sinceOctober =
        new FactSource() {
          @Override
          public FactAnswer answer(FactQuery query) {
            FactAnswer answer = all.answer(query);
            return query.client().equals(SOUTH.id())
                ? new FactAnswer(answer.cells(), List.of(answer.coverage().get(0), none()))
                : answer;
          }

          private Coverage none() {
            return Coverages.none(
                Period.parse("2026-09").span(),
                new Reason(Reason.Code.NOT_IN_PERIOD, List.of(), "Nothing in September."));
          }

          @Override
          public TableAnswer table(TableQuery query) {
            throw new AssertionError();
          }
        };

    KpiFigure total =
        new RollUps(library, sinceOctober, ClientParameters.NONE)
            .of(List.of(NORTH, SOUTH), COMPARED, List.of(new KpiId("web.sessions")))
            .get(0)
            .total();

    isWorth(total.current(), "610");
    Compared compared = total.compared(Comparison.PREVIOUS).orElseThrow();
    assertThat(compared.now().value().orElseThrow()).isEqualByComparingTo("110");
    assertThat(compared.value().value().orElseThrow()).isEqualByComparingTo("100");
    assertThat(compared.value().reason().orElseThrow().arguments()).containsExactly("South shop");
    assertThat(compared.delta().orElseThrow().amount()).isEqualByComparingTo("0.1");
  }

  @Test
  void aFileThatTwoClientsHaveDoesNotCountTwice() {
    for (Client client : List.of(NORTH, SOUTH)) {
      has(client, Datasets.WEB_TRAFFIC, row("2026-10-05", "sessions", 100));
      inputs.put(client, input("one"));
    }

    isNotComputable(
        rolledUp("web.sessions", NORTH, SOUTH),
        Reason.Code.CLIENTS_SHARE_ROWS,
        "North shop",
        "South shop");

    inputs.put(SOUTH, input("another"));
    isWorth(rolledUp("web.sessions", NORTH, SOUTH).total().current(), "200");
  }

  private static Coverage.Input input(String sha256) {
    return new Coverage.Input("1", "ga4", "main", "a.csv", sha256, Instant.EPOCH, 1, "day");
  }

  @Test
  void eachClientHasItsOwnWordsForItsBrand() {
    chosen.put(NORTH.id(), Map.of("brandTerms", "nordic"));
    chosen.put(SOUTH.id(), Map.of("brandTerms", "birch"));
    has(
        NORTH,
        Datasets.SEARCH_QUERIES,
        row("2026-10-05", "query", "nordic tents", "clicks", 30, "impressions", 100),
        row("2026-10-05", "query", "birch tents", "clicks", 70, "impressions", 100));
    has(
        SOUTH,
        Datasets.SEARCH_QUERIES,
        row("2026-10-05", "query", "birch tables", "clicks", 100, "impressions", 100));

    isWorth(rolledUp("search.branded-share", NORTH, SOUTH).total().current(), "0.65");
  }

  @Test
  void amountsThatSourcesGiveInDifferentColumnsAddAndRatesOfThemDoNot() {
    has(
        NORTH,
        Datasets.SOCIAL_POSTS,
        row("2026-10-05", "post_id", "1", "engagements", 50, "impressions", 100));
    has(
        SOUTH,
        Datasets.SOCIAL_POSTS,
        row(
            "2026-10-05",
            "post_id",
            "2",
            "likes",
            5,
            "comments",
            2,
            "shares",
            1,
            "saves",
            2,
            "impressions",
            100));

    isWorth(rolledUp("social.engagements", NORTH, SOUTH).total().current(), "58");
    isNotComputable(rolledUp("social.engagement-rate", NORTH, SOUTH), Reason.Code.CLIENTS_DIFFER);
  }

  @Test
  void oneClientAloneIsWhatItIs() {
    has(NORTH, Datasets.WEB_TRAFFIC, row("2026-10-05", "users", 10, "sessions", 12));

    isWorth(rolledUp("web.users", NORTH).total().current(), "10");
  }

  @Test
  void theFactsAreAskedOnceHoweverManyClientsAndKpis() {
    has(NORTH, Datasets.WEB_TRAFFIC, row("2026-10-05", "sessions", 100));
    RollUps rollUps = new RollUps(library, new FactsOfClients(), ClientParameters.NONE);
    List<KpiId> all = rollUps.catalogue().stream().map(kpi -> kpi.id()).toList();

    assertThat(rollUps.of(List.of(NORTH, SOUTH, WEST), COMPARED, all)).hasSizeGreaterThan(100);
    assertThat(asked).isEqualTo(1);
  }

  @Test
  void forecastsAndScoresAreAboutOneClient() {
    Set<String> all =
        Set.copyOf(
            new RollUps(library, new FactsOfClients(), ClientParameters.NONE)
                .catalogue().stream().map(kpi -> kpi.id().value()).toList());

    assertThat(all).contains("orders.revenue").doesNotContain("customers.rfm", "orders.forecast");
    String computed =
        library.inForce(Map.of()).values().stream()
            .filter(kpi -> kpi.computation().isPresent())
            .map(kpi -> kpi.definition().descriptor().id().value())
            .findFirst()
            .orElseThrow();
    assertThatThrownBy(() -> rolledUp(computed, NORTH, SOUTH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(computed + " is a ranking, a score or a computation");
    assertThatThrownBy(() -> rolledUp("web.session", NORTH))
        .hasMessageContaining("did you mean web.sessions?");
  }
}
