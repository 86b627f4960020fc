package io.retainer.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.cli.api.ApiException;
import io.retainer.workspace.contract.Json;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * The packaged server while nothing more can be written to any file, as on a full disk: the system
 * refuses each write of its process, and later lets it write again. {@code full.disks} says how
 * often, {@code full.seed} at which moments.
 */
@EnabledOnOs(OS.LINUX)
class FullDiskIT {

  private static final int ROUNDS = Integer.getInteger("full.disks", 1);
  private static final long SEED = Long.getLong("full.seed", 20261127);
  private static final int SECONDS_FULL = 6;
  private static final int LIMIT_SECONDS = 300;
  private static final List<String> READERS =
      List.of("anna@client.example", "masha@client.example", "oleg@client.example");

  private final Map<String, Integer> arrived = new ConcurrentHashMap<>();
  private volatile Predicate<String> onArrival = recipient -> true;
  private OwnMailServer mailServer;
  private RunningProduct product;
  private String schedule;

  @BeforeEach
  void startAnAgency() throws Exception {
    mailServer =
        new OwnMailServer(
            recipient -> {
              arrived.merge(recipient, 1, Integer::sum);
              return onArrival.test(recipient);
            });
    product =
        RunningProduct.start(
            UsedHome.cleared(),
            Map.of(
                "RETAINER_MAIL_HOST", "127.0.0.1",
                "RETAINER_MAIL_PORT", String.valueOf(mailServer.port()),
                "RETAINER_MAIL_SECURITY", "none"));
    ClientOfDemo.add(product.api());
    schedule = ClientOfDemo.schedule(product.api(), READERS);
  }

  @AfterEach
  void stop() throws IOException {
    product.close();
    mailServer.close();
  }

  /** The worst moment: a mail has arrived, and that cannot be written down. */
  @Test
  void aMailThatArrivedAsTheDiskBecameFullIsKnownToHaveArrived() throws Exception {
    var isFull = new AtomicBoolean();
    onArrival =
        recipient -> {
          if (isFull.compareAndSet(false, true)) {
            write("0");
          }
          return true;
        };
    String occurrence = issue();
    await("a mail arrives", () -> isFull.get());
    HttpResponse<String> whileFull = status();
    TimeUnit.SECONDS.sleep(SECONDS_FULL);
    write("unlimited");

    JsonNode over = over(occurrence);

    assertThat(whileFull.statusCode()).isEqualTo(503);
    assertThat(whileFull.body()).contains("DOWN", "its disk is full").doesNotContain("/");
    assertThat(status().statusCode()).as(status().body()).isEqualTo(200);

    assertThat(over.path("state").asText()).as("%s", over).isEqualTo("sent");
    assertThat(deliveries(over))
        .hasSize(READERS.size())
        .allSatisfy(each -> assertThat(each.path("state").asText()).isEqualTo("sent"));
    assertThat(arrived)
        .hasSize(READERS.size())
        .allSatisfy((who, times) -> assertThat(times).isOne());
  }

  @Test
  void wheneverTheDiskIsFullNothingIsLostAndNothingGoesTwice() throws Exception {
    over(issue());
    arrived.clear();
    long began = System.nanoTime();
    over(issue());
    long round = (System.nanoTime() - began) / 1_000_000;
    var random = new Random(SEED);
    for (int i = 0; i < ROUNDS; i++) {
      long millis = random.nextLong(round);
      String when = "disk %d, seed %d, full after %d of %d ms".formatted(i, SEED, millis, round);
      arrived.clear();
      String occurrence = issue();
      TimeUnit.MILLISECONDS.sleep(millis);
      write("0");
      TimeUnit.SECONDS.sleep(SECONDS_FULL);
      write("unlimited");

      JsonNode over = over(occurrence);
      System.out.printf("%s: %s %s%n", when, over.path("state").asText(), over.path("reason"));
      if (over.path("state").asText().equals("sent")) {
        assertThat(deliveries(over)).as(when).hasSize(READERS.size());
      } else {
        assertThat(over.path("reason").asText()).as("%s: %s", when, over).isNotEmpty();
        assertThat(arrived).as("%s: no half issue", when).isEmpty();
        assertThat(over(issue()).path("state").asText()).as(when).isEqualTo("sent");
      }
      assertThat(arrived)
          .as(when)
          .hasSize(READERS.size())
          .allSatisfy((who, times) -> assertThat(times).isOne());
    }
  }

  private HttpResponse<String> status() throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(product.server().url().resolve("/status")).build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private String issue() throws Exception {
    return product
        .api()
        .post("schedules/" + schedule + "/run", Json.object().put("again", true))
        .path("id")
        .asText();
  }

  private JsonNode deliveries(JsonNode occurrence) throws Exception {
    return product
        .api()
        .get("deliveries?run=" + occurrence.path("run").asText())
        .path("deliveries");
  }

  /** Once nothing more happens to it by itself. */
  private JsonNode over(String occurrence) throws Exception {
    JsonNode[] seen = new JsonNode[1];
    await(
        "occurrence " + occurrence + " is over",
        () -> {
          for (JsonNode each : product.api().get("schedules/" + schedule).path("occurrences")) {
            seen[0] = each.path("id").asText().equals(occurrence) ? each : seen[0];
          }
          return Set.of("sent", "failed", "held").contains(seen[0].path("state").asText());
        });
    return seen[0];
  }

  /** Something that may be so. */
  private interface Question {
    boolean isSo() throws Exception;
  }

  private static void await(String what, Question question) throws Exception {
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    while (!isSo(question)) {
      assertThat(System.nanoTime()).as(what).isLessThan(limit);
      Thread.sleep(100);
    }
  }

  private static boolean isSo(Question question) throws Exception {
    try {
      return question.isSo();
    } catch (ApiException e) {
      // The server has just no state to answer from.
      return false;
    }
  }

  /**
   * @param bytes up to which files can be written: 0 or unlimited
   */
  private void write(String bytes) {
    try {
      int status =
          new ProcessBuilder(
                  "prlimit",
                  "--pid",
                  String.valueOf(product.server().pid()),
                  "--fsize=" + bytes + ":unlimited")
              .inheritIO()
              .start()
              .waitFor();
      assertThat(status).isZero();
    } catch (IOException e) {
      throw new IllegalStateException("This machine has no prlimit (util-linux)", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
