package io.retainer.app.bounces;

import static io.retainer.app.TestHome.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.retainer.app.SettableClock;
import io.retainer.app.TestHome;
import io.retainer.app.deliveries.Deliveries;
import io.retainer.app.deliveries.Delivery;
import io.retainer.app.deliveries.Postman;
import io.retainer.app.deliveries.ReadyRun;
import io.retainer.app.deliveries.Transport;
import io.retainer.app.imap.ImapConnection;
import io.retainer.app.imap.ImapSettings;
import io.retainer.app.reports.RunFiles;
import io.retainer.app.reports.Runs;
import io.retainer.workspace.TestAuthority;
import io.retainer.workspace.TestAuthority.Shown;
import io.retainer.workspace.TlsFront;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A mailbox in which thousands of mails lie that are no bounces, and one bounce behind them, read
 * over TLS. {@code mailbox.mails} says how many: GreenMail takes the square of that for each one,
 * and breaks at about 7,700.
 */
class FullMailboxSoak {

  private static final int MAILS = Integer.getInteger("mailbox.mails", 2_500);
  private static final int MOST_AT_ONCE = 2_000;
  private static final String ANNA = "anna@client.example";
  private static final long MOST_MEMORY_MB = 32;

  /** What it takes to sign in and to learn that nothing new is there. */
  private static final long FEW_BYTES = 4_096;

  @TempDir private Path folder;
  private final SettableClock clock =
      new SettableClock(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
  private final GreenMail server = new GreenMail(ServerSetupTest.IMAP.dynamicPort());

  @Test
  void eachMailIsReadOnceAndMemoryStaysFlat() throws Exception {
    var authority = TestAuthority.in(Files.createDirectory(folder.resolve("authority")));
    String run = ReadyRun.copyTo(folder);
    server.start();
    try (var home = new TestHome(folder, clock);
        var front = new TlsFront(authority.serving(Shown.FINE), server.getImap().getPort())) {
      authority.whileTrusted(() -> read(home, run, front));
    } finally {
      server.stop();
    }
  }

  private void read(TestHome home, String run, TlsFront front) throws Exception {
    var deliveries = new Deliveries(home::state, clock, "agency.example");
    Delivery anna = sent(home, run, deliveries);
    GreenMailUser bounces = server.setUser("bounces@agency.example", "bounces", "secret");
    for (int i = 0; i < MAILS; i++) {
      bounces.deliver(mail("vacation", anna));
    }
    bounces.deliver(mail("postfix", anna));
    BounceMailbox mailbox = mailbox(home, deliveries, front.port());
    int looks = 0;
    long memory = 0;
    while (deliveries.find(anna.id()).orElseThrow().state() == Delivery.State.SENT) {
      long before = front.said();
      long began = System.nanoTime();
      look(mailbox);
      looks++;
      long now = memoryMb();
      System.out.printf(
          "Look %d: %.1f s, %d KB read, %d MB of heap with the mail server's%n",
          looks, (System.nanoTime() - began) / 1e9, (front.said() - before) / 1024, now);
      memory = looks == 1 ? now : memory;
      assertThat(now).as("MB after look %d", looks).isLessThan(memory + MOST_MEMORY_MB);
      assertThat(looks).isLessThanOrEqualTo(MAILS / MOST_AT_ONCE + 1);
    }
    assertThat(looks).isEqualTo(MAILS / MOST_AT_ONCE + 1);
    assertThat(deliveries.find(anna.id()).orElseThrow().state()).isEqualTo(Delivery.State.BOUNCED);

    long before = front.said();
    look(mailbox(home, deliveries, front.port()));
    assertThat(front.said() - before).as("bytes read again, after a restart").isLessThan(FEW_BYTES);
  }

  private static void look(BounceMailbox mailbox) {
    mailbox.look();
    assertThat(mailbox.last().problem()).as(mailbox.last().detail()).isEmpty();
  }

  private static long memoryMb() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / (1024 * 1024);
  }

  private Postman postman(TestHome home, Deliveries deliveries) {
    return new Postman(
        deliveries,
        new Runs(home::state, clock),
        new RunFiles(home.workspace().home()),
        home.workspace()::mail,
        (letter, leaving) -> new Transport.Outcome.Taken("250 ok"),
        clock,
        (work, at) -> {});
  }

  private static Delivery sent(TestHome home, String run, Deliveries deliveries) {
    deliveries.add(run, SHOP.id(), List.of(ANNA));
    home.state().useHandle(handle -> handle.execute("update delivery set state = 'sent'"));
    return deliveries.list(Deliveries.Filter.ofRun(run)).get(0);
  }

  private BounceMailbox mailbox(TestHome home, Deliveries deliveries, int port) {
    Map<String, String> set =
        Map.of("host", "127.0.0.1", "user", "bounces", "password", "secret", "port", "" + port);
    ImapSettings imap =
        ImapSettings.of(
                "retainer.bounces.imap.",
                name ->
                    Optional.ofNullable(set.get(name.substring("retainer.bounces.imap.".length()))))
            .orElseThrow();
    return new BounceMailbox(
        imap,
        new ImapConnection(imap, Duration.ofMinutes(5)),
        new BounceCursor(home::state),
        new ReturnedTo(deliveries, postman(home, deliveries), Optional.empty()),
        clock);
  }

  private static MimeMessage mail(String form, Delivery delivery) throws Exception {
    try (InputStream in = FullMailboxSoak.class.getResourceAsStream(form + ".eml")) {
      String text =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .replace("{id}", delivery.messageId())
              .replace("{to}", delivery.recipient())
              .replace("{return}", "bounces@agency.example")
              .replace("\n", "\r\n");
      return new MimeMessage(
          Session.getInstance(new Properties()),
          new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
  }
}
