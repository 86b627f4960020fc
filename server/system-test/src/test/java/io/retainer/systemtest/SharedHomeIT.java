package io.retainer.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.cli.api.Api;
import io.retainer.cli.api.ApiException;
import io.retainer.cli.demo.exports.DemoBusiness;
import io.retainer.workspace.contract.Json;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two whole servers of one agency on one PostgreSQL and one folder: what is done at one is there at
 * the other, once, and one that is killed loses nothing. It takes minutes: {@code -P soak}, or
 * {@code -Dshared.home=true}.
 */
@EnabledIfSystemProperty(named = "shared.home", matches = "true")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SharedHomeIT {

  private static final int ORDERS = Integer.getInteger("shared.orders", 30_000);
  private static final int REPORTS = 8;
  private static final int SHARED_REPORTS = 24;
  private static final int RECIPIENTS = 4;
  private static final Duration SECONDS = Duration.ofSeconds(20);
  private static final Duration MINUTE = Duration.ofSeconds(60);
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String SIGNUPS =
      """
      kpi('web.made-up') {
        title en: 'Made up', ru: 'Придумано', be: 'Прыдумана', fi: 'Keksitty'
        unit count
        better higher
        from web_traffic
        value { sum(sessions) }
        example 'sessions are added', rows: [[sessions: 2], [sessions: 3]], expect: 5
      }
      """;

  @TempDir private static Path folder;
  private static SharedAgency agency;
  private static RunningProduct one;
  private static RunningProduct other;
  private static SignedIn maria;

  @BeforeAll
  static void start() throws Exception {
    agency = new SharedAgency(folder);
    one = agency.server("one");
    maria = SignedIn.asOwner(URI.create(one.server().ownerLink().orElseThrow()));
    other = agency.server("other");
  }

  @AfterAll
  static void stop() throws Exception {
    if (one != null) {
      one.close();
    }
    if (other != null) {
      other.close();
    }
    if (agency != null) {
      agency.close();
    }
  }

  private static URI at(RunningProduct product) {
    return product.server().url();
  }

  private static long await(String what, Duration limit, Callable<Boolean> reached)
      throws Exception {
    long began = System.nanoTime();
    while (!reached.call()) {
      assertThat(Duration.ofNanos(System.nanoTime() - began)).as(what).isLessThan(limit);
      Thread.sleep(100);
    }
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    System.out.printf("%s: after %d ms%n", what, millis);
    return millis;
  }

  @Test
  @Order(1)
  void whoSignedInAtOneGoesOnAtTheOther() throws Exception {
    assertThat(other.server().ownerLink()).isEmpty();

    assertThat(maria.page(at(other), "/account")).contains("maria");
  }

  @Test
  @Order(2)
  void whatIsUploadedAtOneIsThereAtTheOther() throws Exception {
    ClientOfDemo.add(one.api());

    String imports = "clients/" + ClientOfDemo.ID + "/imports";
    assertThat(other.api().get(imports)).isNotEmpty().isEqualTo(one.api().get(imports));
    assertThat(maria.page(at(other), "/uploads?client=" + ClientOfDemo.ID)).contains("Accepted");
  }

  @Test
  @Order(3)
  void aScriptAndAConnectorOfOneAreInForceAtTheOther() throws Exception {
    one.api()
        .put(
            "kpis/web.made-up",
            "application/json",
            Json.text(Json.object().put("text", SIGNUPS).put("stage", "awareness")).getBytes());
    Path jar = MadeUpPlugin.write(folder.resolve("made-up.jar"), folder);
    Files.move(
        jar,
        Files.createDirectories(agency.home().resolve("connectors")).resolve("made-up.jar"),
        StandardCopyOption.ATOMIC_MOVE);

    await(
        "a KPI of one is in force at the other",
        SECONDS,
        () -> other.api().find("kpis/web.made-up").isPresent());
    await(
        "a connector is used by both",
        SECONDS,
        () -> hasMadeUp(one.api()) && hasMadeUp(other.api()));
  }

  private static boolean hasMadeUp(Api api) throws Exception {
    for (JsonNode connector : api.get("connectors")) {
      if (connector.path("id").asText().equals("made-up")) {
        return true;
      }
    }
    return false;
  }

  @Test
  @Order(4)
  void whatIsAskedForAtBothGoesOutOnce() throws Exception {
    List<String> recipients = new ArrayList<>();
    for (int i = 0; i < RECIPIENTS; i++) {
      recipients.add("reader" + i + "@client.example");
    }
    String schedule = ClientOfDemo.schedule(one.api(), recipients);
    run(one.api(), schedule);
    run(other.api(), schedule);

    await("all mails are sent", PATIENCE, () -> agency.arrived().size() >= RECIPIENTS);
    await(
        "the occurrence ends",
        SECONDS,
        () ->
            other
                .api()
                .get("schedules/" + schedule)
                .at("/occurrences/0/state")
                .asText()
                .equals("sent"));
    assertThat(agency.arrived())
        .hasSize(RECIPIENTS)
        .allSatisfy((id, times) -> assertThat(times).isOne());
    assertThat(one.api().get("schedules/" + schedule).path("occurrences")).hasSize(1);
  }

  /** The second one may be told that the first one has it. */
  private static void run(Api api, String schedule) throws Exception {
    try {
      api.post("schedules/" + schedule + "/run", Json.object());
    } catch (ApiException e) {
      assertThat(e.status()).isEqualTo(409);
    }
  }

  /** How much of each server's processor that took stands in the output. */
  @Test
  @Order(5)
  void bothMakeWhatWasAskedForAtOne() throws Exception {
    List<String> runs = new ArrayList<>();
    Duration ofOne = cpu(one);
    Duration ofOther = cpu(other);
    for (int i = 0; i < SHARED_REPORTS; i++) {
      runs.add(one.api().post("runs", october()).path("id").asText());
    }
    for (String run : runs) {
      await("a report is ready", PATIENCE, () -> state(other.api(), run).equals("ready"));
    }
    System.out.printf(
        "%d reports: %d ms of the processor at one, %d ms at the other%n",
        SHARED_REPORTS, cpu(one).minus(ofOne).toMillis(), cpu(other).minus(ofOther).toMillis());
  }

  private static Duration cpu(RunningProduct product) {
    return ProcessHandle.of(product.server().pid())
        .flatMap(process -> process.info().totalCpuDuration())
        .orElse(Duration.ZERO);
  }

  @Test
  @Order(6)
  void whatAKilledOneWasAtTheOtherEndsWithinAMinute() throws Exception {
    String upload = maria.upload(at(one), ClientOfDemo.ID, orders());
    await(
        "how far it is is seen at the other",
        SECONDS,
        () -> maria.page(at(other), upload).contains("large.csv"));
    List<String> runs = new ArrayList<>();
    for (int i = 0; i < REPORTS; i++) {
      runs.add(one.api().post("runs", october()).path("id").asText());
    }
    assertThat(state(other.api(), runs.get(REPORTS - 1))).isEqualTo("queued");
    assertThat(imports()).noneMatch(name -> name.equals("large.csv"));
    one.kill();
    one.close();

    await(
        "the import of the killed one is taken up and ended",
        MINUTE,
        () -> imports().contains("large.csv"));
    for (String run : runs) {
      await(
          "a report of the killed one is ready",
          MINUTE,
          () -> state(other.api(), run).equals("ready"));
    }
    assertThat(imports()).filteredOn(name -> name.equals("large.csv")).hasSize(1);
    await(
        "its page says what became of it",
        SECONDS,
        () -> maria.page(at(other), upload).contains("Accepted"));
    assertThat(agency.arrived()).allSatisfy((id, times) -> assertThat(times).isOne());
  }

  private static String state(Api api, String run) throws Exception {
    return api.get("runs/" + run).path("state").asText();
  }

  private static List<String> imports() throws Exception {
    List<String> names = new ArrayList<>();
    other
        .api()
        .get("clients/" + ClientOfDemo.ID + "/imports")
        .forEach(each -> names.add(each.path("file").asText()));
    return names;
  }

  private static ObjectNode october() {
    YearMonth last = YearMonth.from(LocalDate.now(DemoBusiness.all().get(1).zone())).minusMonths(1);
    return Json.object()
        .put("client", ClientOfDemo.ID)
        .put("report", "monthly-performance")
        .put("period", last.toString());
  }

  private static Path orders() throws Exception {
    Path fixture =
        Launcher.checkout()
            .resolve("connectors/commerce/src/test/resources/io/retainer/connector/commerce")
            .resolve("orders_export.csv");
    List<String> lines = Files.readAllLines(fixture);
    StringBuilder text = new StringBuilder(lines.get(0)).append('\n');
    for (int i = 0; i < ORDERS; i++) {
      text.append(
              lines
                  .get(1)
                  .replace("#1001", "#" + (10_000 + i))
                  .replace(",6001,", "," + (60_000 + i) + ",")
                  .replace("Aino@", "customer" + i % 999 + "@"))
          .append('\n');
    }
    return Files.writeString(folder.resolve("large.csv"), text);
  }

  @Test
  @Order(7)
  void oneAfterTheOtherIsStartedAnewAndNobodyNotices() throws Exception {
    one = agency.server("one");
    other.close();
    assertThat(maria.page(at(one), "/account")).contains("maria");
    String run = one.api().post("runs", october()).path("id").asText();
    other = agency.server("other");

    await("a report is ready", MINUTE, () -> state(other.api(), run).equals("ready"));
    assertThat(maria.page(at(other), "/account")).contains("maria");
  }

  @Test
  @Order(8)
  void aHomeInFilesIsSharedByNobody() throws Exception {
    Path alone = Files.createDirectories(folder.resolve("alone"));
    Path log = folder.resolve("refused.log");

    Process process =
        Launcher.builder(
                folder,
                Map.of("RETAINER_SHARED_HOME", alone.toString()),
                "serve",
                "--home",
                folder.resolve("third"),
                "--port",
                FreePort.get())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();

    assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isNotZero();
    assertThat(Files.readString(log))
        .contains(
            "the state is in a file",
            "the facts are in a file",
            "retainer home move --to",
            "retainer home move-facts --to",
            "set retainer.database.url",
            "set retainer.facts.url");
  }
}
