package io.retainer.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.retainer.cli.api.Api;
import io.retainer.workspace.contract.Json;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** An agency with some schedules, a server that may be killed, and all mails that ever arrived. */
final class MailedAgency implements AutoCloseable {

  private static final int SCHEDULES = 3;
  private static final int RECIPIENTS = 3;

  /** Of one round. */
  static final int MAILS = SCHEDULES * RECIPIENTS;

  private static final long SETTLE_LIMIT_SECONDS = 300;

  private final GreenMail mailServer =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final Path home;
  private final Map<String, String> settings = new HashMap<>();
  private final List<String> schedules = new ArrayList<>();

  /** How often each mail arrived, by its Message-ID. */
  private final Map<String, Integer> arrived = new HashMap<>();

  private final Set<String> looked = new HashSet<>();
  private RunningProduct product;
  private int mails;
  private int unknown;
  private int unknownArrived;

  MailedAgency(Path home) {
    this(home, Map.of());
  }

  /**
   * @param settings of the server, besides its mail server
   */
  MailedAgency(Path home, Map<String, String> settings) {
    this.home = home;
    this.settings.putAll(settings);
    mailServer.start();
    this.settings.put("RETAINER_MAIL_HOST", "127.0.0.1");
    this.settings.put("RETAINER_MAIL_PORT", String.valueOf(mailServer.getSmtp().getPort()));
    this.settings.put("RETAINER_MAIL_SECURITY", "none");
  }

  /**
   * What went out so far.
   *
   * @param twice mails that arrived more than once
   * @param unknown mails of which only a person can say whether they arrived
   */
  record Count(int issues, int mails, int twice, int unknown, int unknownArrived) {

    Count and(Count other) {
      return new Count(
          issues + other.issues,
          mails + other.mails,
          twice + other.twice,
          unknown + other.unknown,
          unknownArrived + other.unknownArrived);
    }

    @Override
    public String toString() {
      return "%d issues, %d mails, %d twice, %d unknown of which %d had arrived"
          .formatted(issues, mails, twice, unknown, unknownArrived);
    }
  }

  /**
   * @return milliseconds until it answers and works
   */
  long start() throws Exception {
    long began = System.nanoTime();
    product = RunningProduct.start(home, settings);
    return (System.nanoTime() - began) / 1_000_000;
  }

  void kill() {
    product.kill();
    product.close();
  }

  void stop() {
    product.close();
  }

  void fill() throws Exception {
    Api api = product.api();
    ClientOfDemo.add(api);
    for (int i = 0; i < SCHEDULES; i++) {
      List<String> to = new ArrayList<>();
      for (int j = 0; j < RECIPIENTS; j++) {
        to.add("reader%d-%d@client.example".formatted(i, j));
      }
      schedules.add(ClientOfDemo.schedule(api, to));
    }
  }

  /**
   * @return milliseconds that one round takes when nobody interrupts it
   */
  long round() throws Exception {
    long began = System.nanoTime();
    ask().join();
    settle("a round without a kill");
    return (System.nanoTime() - began) / 1_000_000;
  }

  /** Has each schedule issue its period anew. What the kill cuts off was not asked for. */
  CompletableFuture<Void> ask() {
    Api api = product.api();
    return CompletableFuture.runAsync(
        () -> {
          try {
            for (String schedule : schedules) {
              api.post("schedules/" + schedule + "/run", Json.object().put("again", true));
            }
          } catch (IOException | InterruptedException e) {
            // The server was killed.
          }
        });
  }

  /**
   * Waits until nothing is under way, and looks at all that is over.
   *
   * @return milliseconds of waiting
   */
  long settle(String when) throws Exception {
    long began = System.nanoTime();
    List<JsonNode> fresh = fresh();
    while (fresh.stream().anyMatch(MailedAgency::isUnderWay)) {
      assertThat(System.nanoTime() - began)
          .as("%s: nanoseconds until all is over: %s", when, fresh)
          .isLessThan(SETTLE_LIMIT_SECONDS * 1_000_000_000);
      Thread.sleep(200);
      fresh = fresh();
    }
    long waited = (System.nanoTime() - began) / 1_000_000;
    Set<String> files = new HashSet<>();
    for (JsonNode occurrence : fresh) {
      files.addAll(files(occurrence, when));
    }
    collect(files, when);
    for (JsonNode occurrence : fresh) {
      look(occurrence, when);
      looked.add(occurrence.path("id").asText());
    }
    return waited;
  }

  /**
   * Waits until the server answers again, as after its database was away.
   *
   * @return milliseconds of waiting
   */
  long awaitAnswer(String when) throws Exception {
    long began = System.nanoTime();
    while (true) {
      try {
        product.api().get("schedules");
        return (System.nanoTime() - began) / 1_000_000;
      } catch (IOException e) {
        assertThat(System.nanoTime() - began)
            .as("%s: nanoseconds until it answers: %s", when, e.getMessage())
            .isLessThan(SETTLE_LIMIT_SECONDS * 1_000_000_000);
        Thread.sleep(100);
      }
    }
  }

  private List<JsonNode> fresh() throws Exception {
    List<JsonNode> fresh = new ArrayList<>();
    for (String schedule : schedules) {
      for (JsonNode each : product.api().get("schedules/" + schedule).path("occurrences")) {
        if (!looked.contains(each.path("id").asText())) {
          fresh.add(each);
        }
      }
    }
    return fresh;
  }

  private static boolean isUnderWay(JsonNode occurrence) {
    return Set.of("planned", "rendering", "rendered").contains(occurrence.path("state").asText());
  }

  /** A run that went out has all of its files. */
  private Set<String> files(JsonNode occurrence, String when) throws Exception {
    JsonNode run = product.api().get("runs/" + occurrence.path("run").asText());
    assertThat(run.path("state").asText()).as("%s: %s", when, run).isEqualTo("ready");
    assertThat(run.path("files")).as(when).hasSize(2);
    Set<String> hashes = new HashSet<>();
    run.path("files").forEach(file -> hashes.add(file.path("sha256").asText()));
    return hashes;
  }

  /** Takes the mails in: each has a whole report, as it was made. */
  private void collect(Set<String> files, String when) throws Exception {
    for (MimeMessage mail : mailServer.getReceivedMessages()) {
      arrived.merge(mail.getMessageID(), 1, Integer::sum);
      var parts = (MimeMultipart) mail.getContent();
      assertThat(parts.getCount()).as(when).isEqualTo(3);
      for (int i = 1; i < parts.getCount(); i++) {
        byte[] bytes = parts.getBodyPart(i).getInputStream().readAllBytes();
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
        assertThat(files).as(when).contains(HexFormat.of().formatHex(hash));
      }
    }
    mailServer.purgeEmailFromAllMailboxes();
  }

  private void look(JsonNode occurrence, String when) throws Exception {
    String run = occurrence.path("run").asText();
    JsonNode deliveries = product.api().get("deliveries?run=" + run).path("deliveries");
    assertThat(deliveries).as("%s: %s", when, occurrence).hasSize(RECIPIENTS);
    for (JsonNode delivery : deliveries) {
      mails++;
      int times = arrived.getOrDefault(delivery.path("messageId").asText(), 0);
      switch (delivery.path("state").asText()) {
        case "sent" -> assertThat(times).as("%s: %s", when, delivery).isEqualTo(1);
        case "unknown" -> {
          unknown++;
          unknownArrived += times;
          assertThat(times).as("%s: %s", when, delivery).isBetween(0, 1);
          if (times == 0) {
            sendAgain(delivery, when);
          }
        }
        default -> throw new AssertionError(when + ": " + delivery);
      }
    }
  }

  /** What the owner does once the recipient has said that nothing came. */
  private void sendAgain(JsonNode delivery, String when) throws Exception {
    String id = delivery.path("id").asText();
    product.api().post("deliveries/" + id + "/retry", Json.object());
    long limit = System.nanoTime() + SETTLE_LIMIT_SECONDS * 1_000_000_000;
    while (!product.api().get("deliveries/" + id).path("state").asText().equals("sent")) {
      assertThat(System.nanoTime()).as("%s: %s", when, delivery).isLessThan(limit);
      Thread.sleep(200);
    }
    assertThat(mailServer.getReceivedMessages()).as(when).hasSize(1);
    mailServer.purgeEmailFromAllMailboxes();
  }

  Count count() {
    int twice = (int) arrived.values().stream().filter(times -> times > 1).count();
    return new Count(looked.size(), mails, twice, unknown, unknownArrived);
  }

  @Override
  public void close() {
    if (product != null) {
      product.close();
    }
    mailServer.stop();
  }
}
