package io.retainer.app.bootstrap;

import static io.retainer.app.TestHome.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import io.retainer.app.TestHome;
import io.retainer.app.deliveries.Deliveries;
import io.retainer.app.deliveries.Delivery;
import io.retainer.app.deliveries.ReadyRun;
import io.retainer.workspace.HomeFolder;
import io.retainer.workspace.StateInPostgres;
import io.retainer.workspace.move.HomeMove;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes send the mails of one home over one PostgreSQL; a mail server counts. */
class TwoServersTest {

  private static final int MAILS = 120;
  private static final Duration SKEW = Duration.ofMinutes(2);
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  @TempDir private Path folder;
  private final GreenMail mailServer = new GreenMail(ServerSetup.SMTP.dynamicPort());
  private final StringBuffer told = new StringBuffer();
  private HttpServer collector;
  private RestartedPostgres postgres;
  private TestHome home;
  private Deliveries deliveries;
  private String run;

  @BeforeEach
  void share() throws Exception {
    mailServer.start();
    collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext(
        "/",
        exchange -> {
          byte[] spans = exchange.getRequestBody().readAllBytes();
          told.append(new String(spans, StandardCharsets.ISO_8859_1));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    collector.start();
    postgres = RestartedPostgres.start(folder.resolve("postgres"));
    Path shared = folder.resolve("shared");
    run = ReadyRun.copyTo(shared);
    Files.deleteIfExists(shared.resolve("retainer.properties"));
    new HomeMove(new HomeFolder(shared), Clock.systemUTC())
        .to(new StateInPostgres(postgres.url(), Optional.empty(), Optional.empty()), table -> {});
    Files.writeString(
        shared.resolve("retainer.properties"),
        """
        retainer.database.url=%s
        retainer.mail.host=127.0.0.1
        retainer.mail.port=%d
        retainer.mail.security=none
        retainer.mail.from=Agency <reports@agency.example>
        retainer.traces.url=http://127.0.0.1:%d/v1/traces
        """
            .formatted(
                postgres.url(), mailServer.getSmtp().getPort(), collector.getAddress().getPort()));
    home = new TestHome(shared, Clock.systemUTC());
    deliveries = new Deliveries(home::state, Clock.systemUTC(), "agency.example");
  }

  @AfterEach
  void end() throws Exception {
    home.close();
    mailServer.stop();
    collector.stop(0);
    postgres.close();
  }

  private void order() {
    order(MAILS);
  }

  private void order(int count) {
    deliveries.add(
        run,
        SHOP.id(),
        IntStream.range(0, count).mapToObj(i -> "reader-" + i + "@example.org").toList());
  }

  private CourierProcess courier(String name) throws IOException {
    return courier(name, Duration.ZERO);
  }

  private CourierProcess courier(String name, Duration skew) throws IOException {
    return CourierProcess.start(folder.resolve(name), folder.resolve("shared"), skew);
  }

  private int arrived() {
    return mailServer.getReceivedMessages().length;
  }

  private List<Delivery> mails() {
    return deliveries.list(Deliveries.Filter.ofRun(run));
  }

  /** By recipient, how often. */
  private Map<String, Long> counted() {
    return Arrays.stream(mailServer.getReceivedMessages())
        .collect(
            Collectors.groupingBy(TwoServersTest::recipient, TreeMap::new, Collectors.counting()));
  }

  private static String recipient(Message mail) {
    try {
      return mail.getAllRecipients()[0].toString();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(String what, BooleanSupplier reached) throws InterruptedException {
    long limit = System.nanoTime() + PATIENCE.toNanos();
    while (!reached.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(limit);
      Thread.sleep(50);
    }
  }

  /**
   * A server whose clock is fast would think the other one dead, whose heart beats each five
   * seconds and may stop for half a minute, and take its mails; one whose clock is slow would wait
   * for mails that are due.
   */
  @Test
  void clocksFourMinutesApartSendNothingTwiceAndKeepNothingBack() throws Exception {
    int port = mailServer.getSmtp().getPort();
    try (var way = new SlowWay(port, Duration.ofSeconds(8))) {
      Path settings = folder.resolve("shared/retainer.properties");
      Files.writeString(
          settings,
          Files.readString(settings)
              .replace("retainer.mail.port=" + port, "retainer.mail.port=" + way.port()));
      sendWithClocksApart();
    }
  }

  private void sendWithClocksApart() throws Exception {
    try (CourierProcess fast = courier("fast", SKEW);
        CourierProcess late = courier("late", SKEW.negated())) {
      awaitStart(fast);
      awaitStart(late);
      order(MAILS / 2);
      long began = System.nanoTime();

      await("all are sent", () -> mails().stream().allMatch(each -> each.state().isOver()));

      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SKEW);
      assertThat(mails()).allMatch(each -> each.state() == Delivery.State.SENT);
      assertThat(mails())
          .as("nobody took a mail from the other")
          .allMatch(each -> each.attempts() == 1);
      assertThat(counted())
          .hasSize(MAILS / 2)
          .allSatisfy((who, times) -> assertThat(times).isOne());
      assertThat(fast.sent()).as(fast.log()).isPositive();
      assertThat(late.sent()).as(late.log()).isPositive();
      await("a collector is told of mails", () -> told.indexOf("retainer.delivery") >= 0);
    }
  }

  private static void awaitStart(CourierProcess process) throws Exception {
    await(
        "a courier is up",
        () -> {
          try {
            return process.log().contains("Retainer is ready");
          } catch (IOException e) {
            return false;
          }
        });
  }

  /** Of those that the killed one was just handing over a person decides; nothing goes twice. */
  @Test
  void whenOneIsKilledAndTheDatabaseRestartsNothingIsLostAndNothingGoesTwice() throws Exception {
    try (CourierProcess killed = courier("killed");
        CourierProcess survivor = courier("survivor")) {
      awaitStart(killed);
      awaitStart(survivor);
      order();
      await("some have arrived", () -> arrived() >= 20);
      killed.kill();
      await("more have arrived", () -> arrived() >= 50);
      postgres.restart();

      await("it is over", this::isOver);

      assertThat(counted()).allSatisfy((who, times) -> assertThat(times).as(who).isOne());
      for (Delivery mail : mails()) {
        boolean isThere = counted().containsKey(mail.recipient());
        assertThat(mail.state())
            .as(survivor.log())
            .isIn(Delivery.State.SENT, Delivery.State.UNKNOWN);
        assertThat(isThere || mail.state() == Delivery.State.UNKNOWN).isTrue();
      }
      assertThat(mails())
          .filteredOn(mail -> mail.state() == Delivery.State.UNKNOWN)
          .hasSizeLessThanOrEqualTo(10);
    }
  }

  private boolean isOver() {
    try {
      return mails().stream().allMatch(each -> each.state().isOver());
    } catch (RuntimeException e) {
      // The database is away for a moment.
      return false;
    }
  }
}
