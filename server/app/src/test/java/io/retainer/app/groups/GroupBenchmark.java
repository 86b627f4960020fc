package io.retainer.app.groups;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.SettableClock;
import io.retainer.app.TestHome;
import io.retainer.app.Visitor;
import io.retainer.app.kpis.Stages;
import io.retainer.app.shell.Account;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.spi.Datasets;
import jakarta.ws.rs.core.SecurityContext;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page of a group of fifty clients, with four exports of a year and most with a fifth. Run by
 * name; no part of the build's tests.
 */
class GroupBenchmark {

  private static final int CLIENTS = Integer.getInteger("clients", 50);
  private static final int TIMES = 7;

  @TempDir private Path folder;

  @Test
  void thePageOfFiftyClients() throws Exception {
    try (TestHome home = new TestHome(folder, new SettableClock("2026-11-02T08:00:00Z"))) {
      List<ClientId> members = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        Client client = client(i);
        home.workspace().clients().add(client);
        fill(new Imports(home.workspace().warehouse()), client, i);
        members.add(client.id());
      }
      String group = home.workspace().groups().add("Nordic shops", members).orElseThrow();
      GroupPages page = new GroupPages(home.workspace(), new Pages());
      List<String> shows = new ArrayList<>(List.of(GroupQuery.MAIN));
      shows.addAll(Stages.ALL);
      for (String show : shows) {
        long before = home.workspace().warehouse().workload().answered();
        GroupQuery asked = asked(show);
        String html = (String) page.board(group, asked, viewer(Language.EN)).getEntity();
        assertThat(html).contains("/clients/client-" + (CLIENTS - 1));
        long questions = home.workspace().warehouse().workload().answered() - before;
        List<Long> took = new ArrayList<>();
        List<Long> again = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
          long start = System.nanoTime();
          new GroupPages(home.workspace(), new Pages()).board(group, asked, viewer(Language.EN));
          took.add((System.nanoTime() - start) / 1_000_000);
          start = System.nanoTime();
          page.board(group, asked, viewer(Language.EN));
          again.add((System.nanoTime() - start) / 1_000_000);
        }
        took.sort(null);
        again.sort(null);
        System.out.printf(
            "%s: %d ms, again %d ms (medians of %d), %d question, %d KB%n",
            show,
            took.get(TIMES / 2),
            again.get(TIMES / 2),
            TIMES,
            questions,
            html.length() / 1024);
      }
    }
  }

  private static GroupQuery asked(String show) throws ReflectiveOperationException {
    GroupQuery asked = new GroupQuery();
    var field = GroupQuery.class.getDeclaredField("show");
    field.setAccessible(true);
    field.set(asked, show);
    return asked;
  }

  private static Client client(int number) {
    return new Client(
        new ClientId("client-" + number),
        "Shop " + number,
        ZoneOffset.UTC,
        Locale.ENGLISH,
        Currency.getInstance("EUR"));
  }

  private static void fill(Imports imports, Client client, int seed) throws Exception {
    imports.daily(
        client,
        Datasets.WEB_TRAFFIC,
        List.of("channel", "sessions", "engaged_sessions", "converting_sessions", "users"),
        (day, i) -> {
          long n = number(day, seed, i);
          return new Object[] {"channel " + i, n, n / 2, n / 20, n - 1};
        });
    imports.daily(
        client,
        Datasets.SEARCH_QUERIES,
        List.of("query", "clicks", "impressions", "position"),
        (day, i) -> {
          long n = number(day, seed, i);
          return new Object[] {"query " + i, n, n * 20, BigDecimal.valueOf(1 + n % 30)};
        });
    imports.daily(
        client,
        Datasets.AD_PERFORMANCE,
        List.of("campaign", "cost", "clicks", "impressions", "conversions", "conversion_value"),
        (day, i) -> {
          long n = number(day, seed, i);
          BigDecimal cost = BigDecimal.valueOf(n * 31, 2);
          return new Object[] {
            "campaign " + i,
            cost,
            n,
            n * 40,
            BigDecimal.valueOf(n / 9),
            cost.multiply(BigDecimal.valueOf(4))
          };
        });
    if (seed % 5 != 4) {
      imports.daily(
          client,
          Datasets.SOCIAL_ACCOUNTS,
          List.of("network", "followers"),
          (day, i) -> new Object[] {"network " + i, 1_000L + number(day, seed, i)});
    }
    imports.events(
        client,
        Datasets.ORDERS,
        List.of("order_id", "customer_key", "status", "total", "ordered_at"),
        (day, i) -> {
          long n = number(day, seed, i);
          return new Object[] {
            day + "-" + i, "c" + n, "placed", BigDecimal.valueOf(n * 123, 2), day.atTime(12, 0)
          };
        });
  }

  private static long number(LocalDate day, int seed, int i) {
    return 20 + (day.toEpochDay() * 7 + seed * 31L + i * 13L) % 97;
  }

  private static SecurityContext viewer(Language language) {
    Visit visit =
        new Visit(
            Optional.of(new Account("a", "anna", Role.MANAGER)),
            language,
            Visit.Theme.SYSTEM,
            "",
            "/");
    return new Visitor(visit);
  }
}
