package io.retainer.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged server, killed again and again while it issues reports, and a mail server that
 * counts. Each issue arrives whole, and no mail twice: what may have arrived when the server was
 * killed is unknown until a person says, which is counted. {@code delivery.kills} says how often;
 * {@code kills.seed} at which moments.
 */
class KilledDeliveryIT {

  private static final int KILLS = Integer.getInteger("delivery.kills", 2);
  private static final long SEED = Long.getLong("kills.seed", 20261127);

  @TempDir private Path folder;

  @Test
  void everyIssueArrivesWholeAndNoneTwice() throws Exception {
    var random = new Random(SEED);
    List<Long> starts = new ArrayList<>();
    List<Long> settled = new ArrayList<>();
    try (var agency = new MailedAgency(folder.resolve("home"))) {
      agency.start();
      agency.fill();
      long whole = agency.unkilled();
      for (int kill = 0; kill < KILLS; kill++) {
        long millis = random.nextLong(whole + whole / 10);
        String when = "kill %d of seed %d after %d ms".formatted(kill, SEED, millis);
        CompletableFuture<Void> asking = agency.ask();
        TimeUnit.MILLISECONDS.sleep(millis);
        agency.kill();
        asking.join();
        starts.add(agency.start());
        settled.add(agency.settle(when));
        System.out.printf(
            "%s: started in %d ms, settled %d ms later; %s%n",
            when, starts.get(kill), settled.get(kill), agency);
      }
      System.out.printf(
          "%d kills, seed %d, within %d ms: %s; starts %s; then settled %s%n",
          KILLS, SEED, whole, agency, spread(starts), spread(settled));
      assertThat(agency.issues()).isGreaterThan(KILLS);
    }
  }

  private static String spread(List<Long> millis) {
    List<Long> sorted = millis.stream().sorted().toList();
    return "median %d ms, slowest %d ms"
        .formatted(sorted.get(sorted.size() / 2), sorted.get(sorted.size() - 1));
  }
}
