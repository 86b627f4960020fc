package io.retainer.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.cli.api.Api;
import io.retainer.cli.api.Multipart;
import io.retainer.systemtest.AccountManager.Waits;
import io.retainer.systemtest.CountingMailServer.Arrival;
import io.retainer.workspace.contract.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * An agency at work, for as long as wanted: account managers click, files arrive, and in the first
 * quarter of the time the reports of all clients are due in the same minute. All have signed in
 * before: a password takes the server half a second on purpose, and people do not all come in the
 * same minute. It prints how long pages, mails and imports took and how the memory went; what it
 * asserts is that all is there.
 */
@EnabledIfSystemProperty(
    named = "load.clients",
    matches = "[0-9]+",
    disabledReason = "a benchmark: by the profile soak and -Dload.clients")
class HeldLoadIT {

  private static final int CLIENTS = Integer.getInteger("load.clients", 0);
  private static final int YEARS = Integer.getInteger("load.years", 5);
  private static final int MANAGERS = Integer.getInteger("load.managers", 50);
  private static final int MINUTES = Integer.getInteger("load.minutes", 60);
  private static final Duration BETWEEN_IMPORTS = Duration.ofSeconds(10);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
  private static final LocalDate BEFORE_YESTERDAY = TODAY.minusDays(2);
  private static final YearMonth LAST = YearMonth.from(TODAY).minusMonths(1);
  private static final List<String> IDS =
      IntStream.range(0, CLIENTS).mapToObj(i -> "client-" + i).toList();

  @TempDir private Path folder;

  private final Waits waits = new Waits();
  private final List<Long> importMillis = new ArrayList<>();
  private final List<Long> memory = new ArrayList<>();

  @Test
  void pagesReportsAndImportsGoOnBesideEachOther() throws Exception {
    try (var mailServer = new CountingMailServer("nobody.example", Duration.ZERO);
        var product =
            RunningProduct.start(
                folder.resolve("home"),
                Map.of(
                    "RETAINER_SERVER_OPTS", "",
                    "RETAINER_MAIL_HOST", "127.0.0.1",
                    "RETAINER_MAIL_PORT", String.valueOf(mailServer.port()),
                    "RETAINER_MAIL_SECURITY", "none"))) {
      SignedIn.asOwner(URI.create(product.server().ownerLink().orElseThrow()));
      fill(product.api());
      work(product, mailServer);
    }
  }

  private static void fill(Api api) throws Exception {
    long began = System.nanoTime();
    api.put(
        "agency-gates",
        "application/json",
        "{\"scorecard\": \"off\"}".getBytes(StandardCharsets.UTF_8));
    for (String id : IDS) {
      ObjectNode client = Json.object().put("id", id).put("name", "Name of " + id);
      api.post("clients", client.put("zone", "UTC").put("locale", "en").put("currency", "EUR"));
      takeIn(api, id, BEFORE_YESTERDAY.minusYears(YEARS), BEFORE_YESTERDAY);
    }
    long rows =
        ChronoUnit.DAYS.between(BEFORE_YESTERDAY.minusYears(YEARS), TODAY.minusDays(1))
            * YearsOfTraffic.A_DAY
            * CLIENTS;
    System.out.printf("%,d rows of %d clients imported in %.0f s%n", rows, CLIENTS, seconds(began));
  }

  private static void takeIn(Api api, String client, LocalDate first, LocalDate last)
      throws Exception {
    var form = new Multipart();
    form.file("file", client + "-" + last + ".csv", new YearsOfTraffic(client).file(first, last));
    assertThat(api.upload("clients/" + client + "/imports", form))
        .isNotEmpty()
        .allSatisfy(result -> assertThat(result.path("status").asText()).isEqualTo("accepted"));
  }

  private void work(RunningProduct product, CountingMailServer mailServer) throws Exception {
    List<SignedIn> browsers = new ArrayList<>();
    while (browsers.size() < MANAGERS) {
      browsers.add(SignedIn.again(product.server().url()));
    }
    long began = System.nanoTime();
    long until = began + TimeUnit.MINUTES.toNanos(MINUTES);
    Instant due =
        Instant.now()
            .plusSeconds(15L * MINUTES)
            .truncatedTo(ChronoUnit.MINUTES)
            .plus(Duration.ofMinutes(1));
    ExecutorService people = Executors.newFixedThreadPool(MANAGERS + 1);
    try {
      List<Future<Void>> all = new ArrayList<>();
      for (int i = 0; i < MANAGERS; i++) {
        all.add(
            people.submit(
                new AccountManager(
                    browsers.get(i), product.server().url(), IDS, LAST, i, waits, until)));
      }
      all.add(people.submit(() -> filesArrive(product.api(), until)));
      for (String id : IDS) {
        schedule(product.api(), id, LocalDateTime.ofInstant(due, ZoneOffset.UTC));
      }
      assertThat(Instant.now()).as("all schedules were added in time").isBefore(due);
      while (System.nanoTime() < until || mailServer.arrivals().size() < CLIENTS) {
        memory.add(product.residentMb());
        for (Future<Void> each : all) {
          if (each.isDone()) {
            each.get();
          }
        }
        assertThat(System.nanoTime() - until)
            .as("mails: " + mailServer.arrivals().size())
            .isLessThan(TimeUnit.SECONDS.toNanos(600 + CLIENTS * 10L));
        Thread.sleep(BETWEEN_LOOKS.toMillis());
      }
      for (Future<Void> each : all) {
        each.get();
      }
    } finally {
      people.shutdownNow();
    }
    tell(mailServer.arrivals(), began, due);
    assertThat(mailServer.arrivals())
        .extracting(Arrival::recipient)
        .doesNotHaveDuplicates()
        .hasSize(CLIENTS);
  }

  /** Yesterday's rows of one client after another. */
  private Void filesArrive(Api api, long until) throws Exception {
    LocalDate yesterday = TODAY.minusDays(1);
    for (int i = 0; i < CLIENTS && System.nanoTime() < until; i++) {
      long began = System.nanoTime();
      takeIn(api, IDS.get(i), yesterday, yesterday);
      importMillis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
      Thread.sleep(BETWEEN_IMPORTS.toMillis());
    }
    return null;
  }

  private static void schedule(Api api, String client, LocalDateTime due) throws Exception {
    ObjectNode schedule =
        Json.object()
            .put("client", client)
            .put("report", "monthly-performance")
            .put("incomplete", "send")
            .put("rule", "day %d at %tR".formatted(due.getDayOfMonth(), due));
    schedule.putArray("recipients").add("reader@" + client + ".example");
    api.post("schedules", schedule);
  }

  private void tell(List<Arrival> arrivals, long began, Instant due) {
    waits.byPage().forEach((page, each) -> System.out.println(page + ": " + summary(each)));
    System.out.printf(
        "%d account managers for %d min: %s%n", MANAGERS, MINUTES, summary(waits.all()));
    long toDue = Duration.between(Instant.now(), due).toNanos() + System.nanoTime();
    System.out.printf(
        "%d reports due at once: the first mail after %.1f s, the last after %.1f s%n",
        arrivals.size(),
        (arrivals.stream().mapToLong(Arrival::nanos).min().orElseThrow() - toDue) / 1e9,
        (arrivals.stream().mapToLong(Arrival::nanos).max().orElseThrow() - toDue) / 1e9);
    List<Long> imports = importMillis.stream().sorted().toList();
    System.out.printf(
        "%d files: median %d ms, p95 %d ms%n", imports.size(), at(imports, 0.5), at(imports, 0.95));
    System.out.printf(
        "Resident memory: %d MB at first, %d MB at half of the time, %d MB at last, %d MB at most; in all %.0f s%n",
        memory.get(0),
        memory.get(memory.size() / 2),
        memory.get(memory.size() - 1),
        memory.stream().mapToLong(Long::longValue).max().orElseThrow(),
        seconds(began));
  }

  private static String summary(List<Long> nanos) {
    return "%d pages, median %d ms, p95 %d ms, p99 %d ms, slowest %d ms"
        .formatted(
            nanos.size(),
            millis(at(nanos, 0.5)),
            millis(at(nanos, 0.95)),
            millis(at(nanos, 0.99)),
            millis(nanos.get(nanos.size() - 1)));
  }

  private static long at(List<Long> sorted, double part) {
    return sorted.get(Math.min(sorted.size() - 1, (int) (sorted.size() * part)));
  }

  private static long millis(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(nanos);
  }

  private static double seconds(long sinceNanos) {
    return (System.nanoTime() - sinceNanos) / 1e9;
  }
}
