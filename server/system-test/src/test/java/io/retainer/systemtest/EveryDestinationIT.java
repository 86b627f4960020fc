package io.retainer.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.retainer.cli.api.ApiException;
import io.retainer.workspace.contract.Json;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One report that the packaged server issues goes to a reader by mail and to every kind of
 * destination, on servers that do not take it at first.
 */
class EveryDestinationIT {

  private static final String KEY = "what signs our calls";
  private static final String TOKEN = "4711:bot-token";
  private static final String PASSWORD = "the bank's password";
  private static final long LIMIT_NANOS = TimeUnit.MINUTES.toNanos(4);
  private static final List<String> RECIPIENTS =
      List.of(
          "reader@client.example",
          "archive@folder",
          "bank@sftp",
          "channel@slack",
          "chat@telegram",
          "crm@webhook");

  @TempDir private Path folder;
  private final GreenMail mailServer =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final Map<String, HttpExchange> calls = new ConcurrentHashMap<>();
  private final Map<String, String> bodies = new ConcurrentHashMap<>();
  private volatile boolean isBusy = true;
  private Map<String, String> seen = Map.of();
  private HttpServer web;
  private SshServer bank;
  private RunningProduct product;

  @BeforeEach
  void start() throws Exception {
    mailServer.start();
    web = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    web.createContext("/", this::answer);
    web.start();
    var hostKey = KeyUtils.generateKeyPair("ssh-ed25519", 256);
    bank = SshServer.setUpDefaultServer();
    bank.setHost("127.0.0.1");
    bank.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
    bank.setPasswordAuthenticator((user, password, session) -> PASSWORD.equals(password));
    bank.setFileSystemFactory(
        new VirtualFileSystemFactory(Files.createDirectory(folder.resolve("bank"))));
    bank.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
    bank.start();

    Path home = UsedHome.cleared();
    write(home.resolve("crm.key"), KEY);
    write(home.resolve("bot.token"), TOKEN);
    write(home.resolve("bank.password"), PASSWORD);
    String address = "http://127.0.0.1:" + web.getAddress().getPort();
    write(
        home.resolve("destinations.yaml"),
        """
        destinations:
          archive: {folder: %s, clients: all}
          crm: {webhook: "%s/hook", secret-file: crm.key, internal: true, clients: all}
          chat: {telegram: "-1001", base: "%s", secret-file: bot.token, internal: true, clients: all}
          channel: {slack: C01, base: "%s", secret-file: bot.token, internal: true, clients: all}
          bank: {sftp: "sftp://reports@127.0.0.1:%d/in", host-key: "%s", secret-file: bank.password, internal: true, clients: all}
        """
            .formatted(
                folder.resolve("archive"),
                address,
                address,
                address,
                bank.getPort(),
                KeyUtils.getFingerPrint(BuiltinDigests.sha256, hostKey.getPublic())));
    product =
        RunningProduct.start(
            home,
            Map.of(
                "RETAINER_URL", "https://reports.agency.example",
                "RETAINER_MAIL_HOST", "127.0.0.1",
                "RETAINER_MAIL_PORT", String.valueOf(mailServer.getSmtp().getPort()),
                "RETAINER_MAIL_SECURITY", "none"));
  }

  @AfterEach
  void stop() throws IOException {
    if (product != null) {
      product.close();
    }
    bank.stop(true);
    web.stop(0);
    mailServer.stop();
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (!isBusy) {
      calls.put(path, exchange);
      bodies.merge(path, body, (one, other) -> one + " and once more " + other);
    }
    byte[] said = (isBusy ? "{\"ok\":false,\"error\":\"busy\"}" : "{\"ok\":true}").getBytes();
    exchange.sendResponseHeaders(isBusy ? 503 : 200, said.length);
    exchange.getResponseBody().write(said);
    exchange.close();
  }

  @Test
  void anIssuedReportReachesEachOfThemOnce() throws Exception {
    ClientOfDemo.add(product.api());
    String schedule = ClientOfDemo.schedule(product.api(), RECIPIENTS);
    product.api().post("schedules/" + schedule + "/run", Json.object().put("again", true));

    waitFor(
        "all to be tried",
        () -> {
          seen = states();
          return seen.size() == RECIPIENTS.size()
              && seen.values().stream().allMatch(EveryDestinationIT::isTried);
        });
    assertThat(seen)
        .containsEntry("reader@client.example", "sent")
        .hasEntrySatisfying(
            "archive@folder", each -> assertThat(each).startsWith("queued There is no folder "))
        .hasEntrySatisfying(
            "bank@sftp", each -> assertThat(each).contains("into /in: there is no such folder"))
        .hasEntrySatisfying("channel@slack", each -> assertThat(each).startsWith("queued HTTP 503"))
        .hasEntrySatisfying("chat@telegram", each -> assertThat(each).startsWith("queued HTTP 503"))
        .hasEntrySatisfying("crm@webhook", each -> assertThat(each).startsWith("queued HTTP 503"));
    assertThat(state(schedule)).isNotEqualTo("sent");

    Path archive = Files.createDirectory(folder.resolve("archive"));
    Path in = Files.createDirectory(folder.resolve("bank/in"));
    isBusy = false;
    waitFor(
        "all to be sent",
        () -> {
          tryNow();
          return states().values().stream().allMatch("sent"::equals);
        });
    waitFor("the run to be sent", () -> state(schedule).equals("sent"));

    Map<String, byte[]> issued = mailed();
    assertThat(issued).hasSize(2);
    assertThat(files(archive)).containsExactlyInAnyOrderEntriesOf(hex(issued));
    assertThat(files(in)).containsExactlyInAnyOrderEntriesOf(hex(issued));
    assertThat(bodies.keySet())
        .containsExactlyInAnyOrder(
            "/hook", "/bot" + TOKEN + "/sendMessage", "/api/chat.postMessage");
    assertThat(bodies.values())
        .allSatisfy(
            body ->
                assertThat(body)
                    .contains("https://reports.agency.example/share/")
                    .doesNotContain("once more"));
    var headers = calls.get("/hook").getRequestHeaders();
    String signed = headers.getFirst("Retainer-Timestamp") + "." + bodies.get("/hook");
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    assertThat(headers.getFirst("Retainer-Signature"))
        .isEqualTo(
            "v1=" + HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
  }

  private void tryNow() throws Exception {
    for (JsonNode each : deliveries()) {
      if (each.path("state").asText().equals("queued")) {
        try {
          product.api().post("deliveries/" + each.path("id").asText() + "/retry", Json.object());
        } catch (ApiException e) {
          // Its own time had just come.
          continue;
        }
      }
    }
  }

  private JsonNode deliveries() throws Exception {
    return product.api().get("deliveries?client=" + ClientOfDemo.ID).path("deliveries");
  }

  /** The state of each by its recipient; of what waits, with what was said. */
  private Map<String, String> states() throws Exception {
    Map<String, String> states = new TreeMap<>();
    for (JsonNode each : deliveries()) {
      String state = each.path("state").asText();
      states.put(
          each.path("recipient").asText(),
          state.equals("queued") ? state + " " + each.path("answer").asText("") : state);
    }
    return states;
  }

  private static boolean isTried(String state) {
    return !state.equals("sending") && !state.strip().equals("queued");
  }

  private String state(String schedule) throws Exception {
    return product.api().get("schedules/" + schedule).at("/occurrences/0/state").asText();
  }

  /** What the reader got, by name. */
  private Map<String, byte[]> mailed() throws Exception {
    assertThat(mailServer.getReceivedMessages()).hasSize(1);
    var parts = (MimeMultipart) mailServer.getReceivedMessages()[0].getContent();
    Map<String, byte[]> files = new TreeMap<>();
    for (int i = 1; i < parts.getCount(); i++) {
      files.put(
          parts.getBodyPart(i).getFileName(), parts.getBodyPart(i).getInputStream().readAllBytes());
    }
    return files;
  }

  private static Map<String, String> hex(Map<String, byte[]> files) {
    Map<String, String> hex = new TreeMap<>();
    files.forEach((name, bytes) -> hex.put(name, HexFormat.of().formatHex(bytes)));
    return hex;
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : (Iterable<Path>) all::iterator) {
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return hex(files);
  }

  private static void waitFor(String what, Callable<Boolean> condition) throws Exception {
    long limit = System.nanoTime() + LIMIT_NANOS;
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("waited too long for %s", what).isLessThan(limit);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
    }
  }
}
