package io.retainer.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.cli.api.Api;
import io.retainer.cli.demo.exports.DemoBusiness;
import io.retainer.workspace.ServerRole;
import io.retainer.workspace.contract.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server with the pages of an agency and others that do the work behind them: what is asked for
 * at the pages is done, once, by whichever is there. How many reports a second one, two and four of
 * them make stands in the output. It takes minutes: {@code -P soak}, or {@code -Dshared.home=true}.
 */
@EnabledIfSystemProperty(named = "shared.home", matches = "true")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RolesIT {

  private static final int REPORTS = Integer.getInteger("shared.reports", 48);
  private static final List<Integer> WORKERS = List.of(1, 2, 4);
  private static final Duration SECONDS = Duration.ofSeconds(20);
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir private static Path folder;
  private static SharedAgency agency;
  private static RunningProduct pages;
  private static final List<RunningProduct> workers = new ArrayList<>();
  private static SignedIn maria;

  @BeforeAll
  static void start() throws Exception {
    agency = new SharedAgency(folder);
    pages = agency.server("pages", ServerRole.WEB);
    maria = SignedIn.asOwner(URI.create(pages.server().ownerLink().orElseThrow()));
  }

  @AfterAll
  static void stop() throws Exception {
    for (RunningProduct worker : workers) {
      worker.close();
    }
    if (pages != null) {
      pages.close();
    }
    agency.close();
  }

  private static void work(int servers) throws Exception {
    while (workers.size() < servers) {
      workers.add(agency.server("worker-" + workers.size(), ServerRole.WORKER));
    }
  }

  private static HttpResponse<String> get(RunningProduct product, String path) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(product.server().url().resolve(path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static void await(String what, Duration limit, Callable<Boolean> reached)
      throws Exception {
    long began = System.nanoTime();
    while (!reached.call()) {
      assertThat(Duration.ofNanos(System.nanoTime() - began)).as(what).isLessThan(limit);
      Thread.sleep(100);
    }
  }

  @Test
  @Order(1)
  void withoutAnybodyWhoWorksThePagesSaySo() throws Exception {
    assertThat(get(pages, "/status").statusCode()).isEqualTo(503);
    assertThat(get(pages, "/status").body()).contains("retainer serve --role worker");
    assertThat(maria.page(pages.server().url(), "/operations"))
        .contains("retainer serve --role worker");
  }

  @Test
  @Order(2)
  void whoWorksHasNoPages() throws Exception {
    work(1);

    assertThat(get(pages, "/status").statusCode()).isEqualTo(200);
    RunningProduct worker = workers.get(0);
    assertThat(get(worker, "/status").statusCode()).isEqualTo(200);
    assertThat(get(worker, "/health/ready").statusCode()).isEqualTo(200);
    for (String path : List.of("/", "/sign-in", "/clients", "/api/v1/clients", "/s/secret")) {
      HttpResponse<String> answer = get(worker, path);
      assertThat(answer.statusCode()).as(path).isEqualTo(421);
      assertThat(answer.body()).contains("retainer.role = worker");
    }
  }

  @Test
  @Order(3)
  void whatIsUploadedAndAskedForAtThePagesIsDoneBehindThem() throws Exception {
    ClientOfDemo.add(pages.api());
    Path export = ClientOfDemo.export(folder);
    String upload = maria.upload(pages.server().url(), ClientOfDemo.ID, export);
    await(
        "the upload is imported",
        SECONDS,
        () -> maria.page(pages.server().url(), upload).contains("Accepted"));

    String schedule = ClientOfDemo.schedule(pages.api(), List.of("reader@client.example"));
    pages.api().post("schedules/" + schedule + "/run", Json.object());
    await("the mail is sent", PATIENCE, () -> !agency.arrived().isEmpty());

    assertThat(agency.arrived()).hasSize(1).containsValue(1L);
  }

  @Test
  @Order(4)
  void manyReportsAreMadeByAllWhoWork() throws Exception {
    for (int count : WORKERS) {
      work(count);
      made(count * 2);
      Duration cpu = cpu();
      long began = System.nanoTime();

      made(REPORTS);

      double seconds = (System.nanoTime() - began) / 1e9;
      double busy = cpu().minus(cpu).toMillis() / 1e3;
      System.out.printf(
          "%d reports by %d workers: %.1f s, %.2f a second; %.1f s of the processor in all, %.2f for"
              + " each%n",
          REPORTS, count, seconds, REPORTS / seconds, busy, busy / REPORTS);
    }
  }

  private static void made(int reports) throws Exception {
    Api api = pages.api();
    List<String> runs = new ArrayList<>();
    for (int i = 0; i < reports; i++) {
      runs.add(api.post("runs", lastMonth()).path("id").asText());
    }
    for (String run : runs) {
      await(
          "a report is ready",
          PATIENCE,
          () -> api.get("runs/" + run).path("state").asText().equals("ready"));
    }
  }

  private static ObjectNode lastMonth() {
    YearMonth last = YearMonth.from(LocalDate.now(DemoBusiness.all().get(1).zone())).minusMonths(1);
    return Json.object()
        .put("client", ClientOfDemo.ID)
        .put("report", "monthly-performance")
        .put("period", last.toString());
  }

  private static Duration cpu() {
    return workers.stream()
        .flatMap(worker -> ProcessHandle.of(worker.server().pid()).stream())
        .flatMap(process -> process.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }

  @Test
  @Order(5)
  void whatAKilledOneWasAtIsDoneByTheOthers() throws Exception {
    List<String> runs = new ArrayList<>();
    for (int i = 0; i < REPORTS; i++) {
      runs.add(pages.api().post("runs", lastMonth()).path("id").asText());
    }
    workers.get(0).kill();

    for (String run : runs) {
      await(
          "a report is ready",
          PATIENCE,
          () -> pages.api().get("runs/" + run).path("state").asText().equals("ready"));
    }
  }
}
