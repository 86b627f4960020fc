package io.retainer.workspace.pull;

import static io.retainer.workspace.pull.PulledHome.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pulls of Mailchimp, against a server that answers as its reference says. */
class MailchimpTest {

  private static final String KEY = "0123456789abcdef0123456789abcdef-us6";
  private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);

  @TempDir Path folder;
  private final List<Map<String, String>> questions =
      Collections.synchronizedList(new ArrayList<>());
  private final List<String> accesses = Collections.synchronizedList(new ArrayList<>());
  private final Queue<String> refusals = new ConcurrentLinkedQueue<>();
  private volatile int reports = 3;
  private volatile int counted = -1;
  private HttpServer server;
  private PulledHome home;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/us6/3.0/reports", this::reports);
    server.start();
    URI nowhere = URI.create("http://127.0.0.1:1/");
    home =
        new PulledHome(
            folder,
            new Endpoints(
                nowhere,
                nowhere,
                nowhere,
                "http://127.0.0.1:" + server.getAddress().getPort() + "/%s/3.0/"));
  }

  @AfterEach
  void close() {
    server.stop(0);
    home.close();
  }

  @Test
  void asksForTheCampaignsOfTheClientsDaysAndAgainForThoseOfThirtyDays() {
    home.add("mailchimp", "Birch news", KEY, FIRST);

    assertThat(home.puller(NOON).pull(home.only())).isOne();

    assertThat(home.names).containsExactly("mailchimp-Birch_news-2026-09-01-2026-11-25.json");
    assertThat(home.accounts).containsExactly("Birch news");
    assertThat(new String(home.files.get(0), StandardCharsets.UTF_8))
        .contains("\"campaign_title\":\"Letter 2\"", "\"total_items\":3");
    assertThat(questions.get(0))
        .containsEntry("since_send_time", "2026-08-31T20:59:59+00:00")
        .containsEntry("before_send_time", "2026-11-25T22:00:00+00:00")
        .containsEntry("count", "1000");
    assertThat(new String(Base64.getDecoder().decode(accesses.get(0).substring(6))))
        .endsWith(":" + KEY);

    home.puller(NOON.plus(Duration.ofDays(1))).pullDue();

    assertThat(home.names).last().asString().contains("2026-10-27-2026-11-26");
  }

  @Test
  void asksPageByPageAndKeepsAllOfThemInOneFile() {
    reports = 2_300;
    home.add("mailchimp", "Birch news", KEY, FIRST);

    home.puller(NOON).pull(home.only());

    assertThat(questions)
        .extracting(question -> question.get("offset"))
        .containsExactly("0", "1000", "2000");
    assertThat(new String(home.files.get(0), StandardCharsets.UTF_8).split("\"id\"", -1))
        .hasSize(2_301);
  }

  @Test
  void takesNothingWhenPagesAreMissing() {
    counted = 5;
    home.add("mailchimp", "Birch news", KEY, FIRST);

    assertThatThrownBy(() -> home.puller(NOON).pull(home.only()))
        .hasMessageContaining("3 of 5 reports");

    assertThat(home.names).isEmpty();
    assertThat(home.only().pulledUntil()).isEmpty();
  }

  @Test
  void waitsWhenTenOthersAskAtTheSameTime() {
    refusals.add(
        "429 {\"type\":\"https://mailchimp.com/developer/marketing/docs/errors/\",\"title\":\"Too Many"
            + " Requests\",\"status\":429,\"detail\":\"You have exceeded the limit of 10 simultaneous"
            + " connections.\",\"instance\":\"1\"}");
    home.add("mailchimp", "Birch news", KEY, FIRST);

    home.puller(NOON).pull(home.only());

    assertThat(home.names).hasSize(1);
    assertThat(home.pauses).containsExactly(Duration.ofSeconds(2));
  }

  @Test
  void saysWhatToDoAboutAKeyThatMailchimpDoesNotAccept() {
    refusals.add(
        "401 {\"title\":\"API Key Invalid\",\"status\":401,\"detail\":\"Your API key may be invalid, or"
            + " you've attempted to access the wrong datacenter.\"}");
    home.add("mailchimp", "Birch news", KEY, FIRST);

    assertThatThrownBy(() -> home.puller(NOON).test(home.only()))
        .hasMessageContaining("wrong datacenter")
        .hasMessageContaining("Make a new one under Account")
        .hasMessageNotContaining("0123456789");
  }

  @Test
  void aSourceThatCameThroughTodayIsNotStuckAndOneThatNeverDidIs() {
    home.add("mailchimp", "Birch news", KEY, FIRST);
    assertThat(home.stuck()).isEmpty();
    refusals.add("401 {}");
    assertThatThrownBy(() -> home.puller(NOON).pull(home.only())).isInstanceOf(PullException.class);
    assertThat(home.stuck()).containsExactly("Birch news");

    home.puller(NOON).pull(home.only());
    refusals.add("401 {}");
    assertThatThrownBy(() -> home.puller(NOON).pull(home.only())).isInstanceOf(PullException.class);
    assertThat(home.only().problem()).isPresent();
    assertThat(home.stuck()).isEmpty();
  }

  @Test
  void aKeyOrAccountThatCannotBeOneIsRefusedWithoutShowingIt() {
    for (String key : List.of("hush", "0123456789abcdef0123456789abcdef-evil.example/", "x-us6")) {
      assertThatThrownBy(() -> home.add("mailchimp", "Birch news", key, FIRST))
          .isInstanceOf(PullException.class)
          .hasMessageContaining("no API key")
          .hasMessageNotContaining(key);
    }
    assertThatThrownBy(() -> home.add("mailchimp", "a\nb", KEY, FIRST))
        .hasMessageContaining("saw \"a?b\"");
  }

  private void reports(HttpExchange exchange) throws IOException {
    var question = new TreeMap<String, String>();
    for (String pair : exchange.getRequestURI().getRawQuery().split("&")) {
      String[] parts = pair.split("=", 2);
      question.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    questions.add(question);
    accesses.add(exchange.getRequestHeaders().getFirst("Authorization"));
    String refusal = refusals.poll();
    if (refusal == null) {
      send(exchange, 200, answer(Integer.parseInt(question.get("offset"))));
    } else {
      send(exchange, Integer.parseInt(refusal.substring(0, 3)), refusal.substring(4));
    }
  }

  private String answer(int offset) {
    List<String> items = new ArrayList<>();
    for (int i = offset; i < Math.min(reports, offset + 1_000); i++) {
      items.add(
          """
          {"id":"c%d","campaign_title":"Letter %d","emails_sent":100,"send_time":"2026-10-01T06:15:00+00:00"}"""
              .formatted(i, i));
    }
    return "{\"reports\":["
        + String.join(",", items)
        + "],\"total_items\":"
        + (counted < 0 ? reports : counted)
        + "}";
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
