package io.retainer.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged server, killed again and again while it issues reports, and a mail server that
 * counts. Each issue arrives whole, and no mail twice: what may have arrived when the server was
 * killed is unknown until a person says, which is counted. {@code delivery.kills} says how often;
 * {@code delivery.agencies} on how many servers at once, as a start waits as long as it works;
 * {@code kills.seed} at which moments.
 */
class KilledDeliveryIT {

  private static final int KILLS = Integer.getInteger("delivery.kills", 2);
  private static final int AGENCIES = Integer.getInteger("delivery.agencies", 1);
  private static final long SEED = Long.getLong("kills.seed", 20261127);

  @TempDir private Path folder;
  private final List<Long> starts = Collections.synchronizedList(new ArrayList<>());
  private final List<Long> settled = Collections.synchronizedList(new ArrayList<>());

  /**
   * What one agency has seen.
   *
   * @param round milliseconds that its reports take when nobody kills their server
   */
  private record Seen(MailedAgency.Count count, long round) {}

  @Test
  void everyIssueArrivesWholeAndNoneTwice() throws Exception {
    ExecutorService agencies = Executors.newFixedThreadPool(AGENCIES);
    long began = System.nanoTime();
    List<Seen> seen = new ArrayList<>();
    try {
      List<Callable<Seen>> work = new ArrayList<>();
      for (int i = 0; i < AGENCIES; i++) {
        int number = i;
        int kills = KILLS / AGENCIES + (i < KILLS % AGENCIES ? 1 : 0);
        work.add(() -> killed(number, kills));
      }
      for (Future<Seen> done : agencies.invokeAll(work)) {
        seen.add(done.get());
      }
    } finally {
      agencies.shutdownNow();
    }
    var count = seen.stream().map(Seen::count).reduce(MailedAgency.Count::and).orElseThrow();
    double round = seen.stream().mapToLong(Seen::round).average().orElseThrow();
    System.out.printf(
        "%d kills on %d servers, seed %d, in %d s: %s; starts %s; then settled %s%n",
        KILLS,
        AGENCIES,
        SEED,
        (System.nanoTime() - began) / 1_000_000_000,
        count,
        spread(starts),
        spread(settled));
    System.out.printf(
        "A round of %d mails takes %.0f ms; a kill left %.3f of them unknown, so the window is %.1f ms a mail%n",
        MailedAgency.MAILS,
        round,
        (double) count.unknown() / KILLS,
        round * count.unknown() / KILLS / MailedAgency.MAILS);
    assertThat(count.twice()).isZero();
    assertThat(count.issues()).isGreaterThan(KILLS);
  }

  private Seen killed(int number, int kills) throws Exception {
    var random = new Random(SEED + number);
    Path home = number == 0 ? UsedHome.cleared() : folder.resolve("home-" + number);
    try (var agency = new MailedAgency(home)) {
      agency.start();
      agency.fill();
      agency.round();
      // A server that ended by itself has archived its classes, and starts in half the time.
      agency.stop();
      agency.start();
      agency.round();
      long round = agency.round();
      for (int kill = 0; kill < kills; kill++) {
        long millis = random.nextLong(round + round / 10);
        String when =
            "kill %d of server %d, seed %d, after %d ms".formatted(kill, number, SEED, millis);
        CompletableFuture<Void> asking = agency.ask();
        TimeUnit.MILLISECONDS.sleep(millis);
        agency.kill();
        asking.join();
        long start = agency.start();
        long settling = agency.settle(when);
        starts.add(start);
        settled.add(settling);
        System.out.printf(
            "%s: started in %d ms, settled %d ms later; %s%n",
            when, start, settling, agency.count());
      }
      return new Seen(agency.count(), round);
    }
  }

  private static String spread(List<Long> millis) {
    List<Long> sorted = millis.stream().sorted().toList();
    return "median %d ms, slowest %d ms"
        .formatted(sorted.get(sorted.size() / 2), sorted.get(sorted.size() - 1));
  }
}
