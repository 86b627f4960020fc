package io.retainer.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.cli.api.Api;
import io.retainer.cli.api.Multipart;
import io.retainer.cli.demo.exports.DemoBusiness;
import io.retainer.systemtest.CountingMailServer.Arrival;
import io.retainer.workspace.contract.Json;
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
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The reports of all clients are due in the same minute, and the mail server of one of them, which
 * has many readers, is slow. {@code burst.clients} says how many there are.
 */
@EnabledIfSystemProperty(
    named = "burst.clients",
    matches = "[0-9]+",
    disabledReason = "a benchmark: by the profile soak")
class BurstIT {

  private static final int CLIENTS = Integer.getInteger("burst.clients", 0);
  private static final DemoBusiness SHOP = DemoBusiness.all().get(1);
  private static final YearMonth LAST =
      YearMonth.from(LocalDate.now(ZoneOffset.UTC)).minusMonths(1);

  /** Of each client; what is missing besides is no burst's business. */
  private static final int FILES = 3;

  private static final String SLOW = "slow.example";
  private static final int READERS_OF_SLOW = 30;
  private static final Duration SLOWNESS = Duration.ofSeconds(10);
  private static final long MOST_MEMORY_MB = 1024;
  private static final long MILLIS_TO_ADD_ONE = 200;

  @TempDir private Path folder;

  @Test
  void allReportsGoOutAndNobodyWaitsForAnother() throws Exception {
    try (var mailServer = new CountingMailServer(SLOW, SLOWNESS);
        var product =
            RunningProduct.start(
                folder.resolve("home"),
                Map.of(
                    "RETAINER_SERVER_OPTS", "",
                    "RETAINER_MAIL_HOST", "127.0.0.1",
                    "RETAINER_MAIL_PORT", String.valueOf(mailServer.port()),
                    "RETAINER_MAIL_SECURITY", "none"))) {
      letNearlyEmptyReportsGo(product.api());
      for (int i = 0; i < CLIENTS; i++) {
        addClient(product.api(), "client-" + i);
      }
      Instant due =
          Instant.now()
              .plusSeconds(30)
              .plusMillis(CLIENTS * MILLIS_TO_ADD_ONE)
              .truncatedTo(ChronoUnit.MINUTES)
              .plus(Duration.ofMinutes(1));
      for (int i = 0; i < CLIENTS; i++) {
        schedule(product.api(), i, LocalDateTime.ofInstant(due, ZoneOffset.UTC));
      }
      assertThat(Instant.now()).as("all schedules were added in time").isBefore(due);
      TimeUnit.MILLISECONDS.sleep(Duration.between(Instant.now(), due).toMillis());

      watch(mailServer, product);
    }
  }

  private void watch(CountingMailServer mailServer, RunningProduct product) throws Exception {
    long began = System.nanoTime();
    int all = CLIENTS - 1 + READERS_OF_SLOW;
    TreeMap<Integer, Long> memory = new TreeMap<>();
    long limit = began + TimeUnit.SECONDS.toNanos(600 + CLIENTS * 10L);
    while (mailServer.arrivals().size() < all) {
      assertThat(System.nanoTime()).as("mails: %s", mailServer.arrivals()).isLessThan(limit);
      memory.merge(mailServer.arrivals().size(), product.residentMb(), Math::max);
      Thread.sleep(500);
    }
    memory.merge(all, product.residentMb(), Math::max);
    List<Arrival> arrivals = mailServer.arrivals();
    List<Double> others = seconds(arrivals, began, false);
    List<Double> slow = seconds(arrivals, began, true);

    System.out.printf(
        "%d clients due at once: first mail after %.1f s, half of the clients after %.1f s, the last after %.1f s, %.0f reports a minute, never more than %.1f s without a mail of theirs; the %d mails of a client whose server takes %d s for each after %.1f to %.1f s%n",
        CLIENTS,
        others.get(0),
        others.get(others.size() / 2),
        others.get(others.size() - 1),
        60 * others.size() / others.get(others.size() - 1),
        longestGap(others),
        READERS_OF_SLOW,
        SLOWNESS.toSeconds(),
        slow.get(0),
        slow.get(slow.size() - 1));
    System.out.printf(
        "Resident memory: %d MB at the first mail, %d MB at half of them, %d MB at the last%n",
        memory.firstEntry().getValue(),
        memory.floorEntry(all / 2).getValue(),
        memory.lastEntry().getValue());

    assertThat(arrivals).extracting(Arrival::recipient).doesNotHaveDuplicates().hasSize(all);
    assertThat(memory.values()).allSatisfy(mb -> assertThat(mb).isLessThan(MOST_MEMORY_MB));
    // One after the other they would take five minutes, in which nobody else has to wait.
    assertThat(longestGap(others)).isLessThan(READERS_OF_SLOW * SLOWNESS.toSeconds() / 5.0);
  }

  private static List<Double> seconds(List<Arrival> arrivals, long began, boolean isSlow) {
    return arrivals.stream()
        .filter(each -> each.recipient().endsWith("@" + SLOW) == isSlow)
        .map(each -> (each.nanos() - began) / 1e9)
        .sorted()
        .toList();
  }

  private static double longestGap(List<Double> seconds) {
    double longest = 0;
    for (int i = 1; i < seconds.size(); i++) {
      longest = Math.max(longest, seconds.get(i) - seconds.get(i - 1));
    }
    return longest;
  }

  /** Three files are few for a monthly report, which would wait for a person. */
  private static void letNearlyEmptyReportsGo(Api api) throws Exception {
    api.put(
        "agency-gates",
        "application/json",
        "{\"scorecard\": \"off\"}".getBytes(StandardCharsets.UTF_8));
  }

  private static void addClient(Api api, String id) throws Exception {
    api.post(
        "clients",
        Json.object()
            .put("id", id)
            .put("name", "Name of " + id)
            .put("zone", "UTC")
            .put("locale", "en")
            .put("currency", "EUR"));
    var form = new Multipart();
    SHOP.exports(LAST).stream()
        .filter(export -> export.name().contains(LAST.toString()))
        .limit(FILES)
        .forEach(export -> form.file("file", export.name(), export.content()));
    assertThat(api.upload("clients/" + id + "/imports", form))
        .isNotEmpty()
        .allSatisfy(result -> assertThat(result.path("status").asText()).isEqualTo("accepted"));
  }

  /** The client with the slow mail server comes first. */
  private static void schedule(Api api, int number, LocalDateTime due) throws Exception {
    ObjectNode schedule =
        Json.object()
            .put("client", "client-" + number)
            .put("report", "monthly-performance")
            .put("incomplete", "send")
            .put("rule", "cron %d %d * * *".formatted(due.getMinute(), due.getHour()));
    List<String> to = new ArrayList<>();
    if (number == 0) {
      for (int i = 0; i < READERS_OF_SLOW; i++) {
        to.add("reader-" + i + "@" + SLOW);
      }
    } else {
      to.add("reader@client-" + number + ".example");
    }
    schedule.set("recipients", Json.array(to, Json::text));
    api.post("schedules", schedule);
  }
}
