package io.retainer.app.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.SettableClock;
import io.retainer.app.TestHome;
import io.retainer.app.deliveries.Colleagues;
import io.retainer.app.deliveries.Outlets;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What it takes to plan and to claim one report for each of many clients ({@code due.clients}, 500)
 * that are due in the same minute, and to look again when nothing is due. No test: see the README's
 * table.
 */
class DueBenchmark {

  private static final int CLIENTS = Integer.getInteger("due.clients", 500);

  @TempDir private Path folder;

  @Test
  void aBurst() {
    var clock = new SettableClock("2026-11-01T10:00:00Z");
    try (var home = new TestHome(folder, clock)) {
      var schedules = new Schedules(home::state, clock, new Holidays(Path.of("none")));
      var occurrences = new Occurrences(home::state, clock);
      var desk =
          new ScheduleDesk(
              home.workspace(),
              schedules,
              occurrences,
              Colleagues.NONE,
              new Outlets(home.workspace(), URI.create("https://reports.agency.example/")));
      for (int i = 0; i < CLIENTS; i++) {
        add(home, desk, new ClientId("client-" + i));
      }
      var timekeeper =
          new Timekeeper(
              home.workspace(),
              schedules,
              occurrences,
              new Punctuality((client, id) -> Duration.ofDays(1)));
      timekeeper.plan();

      clock.set("2026-11-04T06:00:05Z");
      long begin = System.nanoTime();
      timekeeper.plan();
      long planned = System.nanoTime();
      List<Occurrence> due = occurrences.due();
      long found = System.nanoTime();
      long claimed = due.stream().filter(each -> occurrences.progress().claim(each.id())).count();
      long over = System.nanoTime();
      timekeeper.plan();
      long again = System.nanoTime();

      assertThat(claimed).isEqualTo(CLIENTS);
      System.out.printf(
          Locale.ROOT,
          "%d clients due at once: planned in %d ms, found in %d ms, claimed in %d ms;"
              + " a look when nothing is due %d ms%n",
          CLIENTS,
          millis(begin, planned),
          millis(planned, found),
          millis(found, over),
          millis(over, again));
    }
  }

  private static void add(TestHome home, ScheduleDesk desk, ClientId client) {
    home.workspace()
        .clients()
        .add(
            new Client(
                client,
                client.value(),
                TestHome.SHOP.zone(),
                TestHome.SHOP.locale(),
                TestHome.SHOP.currency()));
    desk.add(
        FilledForm.to("anna@example.org")
            .client(client.value())
            .rule("business-day 3 at 08:00 in FI")
            .values(),
        "maria");
  }

  private static long millis(long from, long to) {
    return (to - from) / 1_000_000;
  }
}
