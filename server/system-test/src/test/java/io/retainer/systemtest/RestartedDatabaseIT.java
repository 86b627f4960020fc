package io.retainer.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged server keeps its state in a PostgreSQL that goes down and comes back while reports
 * are issued, and a mail server counts. Each issue arrives whole, no mail twice, and nobody has to
 * start the server again. {@code database.restarts} says how often, {@code kills.seed} at which
 * moments.
 */
class RestartedDatabaseIT {

  private static final int RESTARTS = Integer.getInteger("database.restarts", 0);
  private static final long SEED = Long.getLong("kills.seed", 20261128);

  @TempDir private Path folder;

  @Test
  void everyIssueArrivesWholeAndNoneTwice() throws Exception {
    assumeTrue(RESTARTS > 0, "only with -P soak, or with -Ddatabase.restarts=3");
    var random = new Random(SEED);
    try (var postgres = new OwnPostgres(folder.resolve("postgres"));
        var agency =
            new MailedAgency(
                UsedHome.cleared(),
                Map.of(
                    "RETAINER_DATABASE_URL",
                    postgres.url(),
                    "RETAINER_DATABASE_USER",
                    "postgres"))) {
      agency.start();
      agency.fill();
      agency.round();
      long round = agency.round();
      for (int restart = 0; restart < RESTARTS; restart++) {
        long millis = random.nextLong(round);
        String when = "restart %d, seed %d, after %d ms".formatted(restart, SEED, millis);
        CompletableFuture<Void> asking = agency.ask();
        TimeUnit.MILLISECONDS.sleep(millis);
        postgres.restart();
        asking.join();
        long answer = agency.awaitAnswer(when);
        long settling = agency.settle(when);
        System.out.printf(
            "%s: answered %d ms after the database was back, settled %d ms later; %s%n",
            when, answer, settling, agency.count());
      }
      assertThat(agency.count().twice()).isZero();
      assertThat(agency.count().issues()).isGreaterThan(RESTARTS);
    }
  }
}
