package io.retainer.cli;

import static io.retainer.cli.Commands.retainer;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.cli.Commands.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is listed says what it is; a server that knows two schedules and no destination stands in.
 */
class ListsTest {

  private static final String SCHEDULES =
      """
      {"schedules": [
        {"id": "s1", "client": "nordic", "report": "seo", "rule": "day 3 at 08:00", "enabled": true,
         "next": [{"at": "2026-12-03T08:00+02:00", "period": "2026-11"}], "nextOnceResumed": [],
         "skips": [], "occurrences": []},
        {"id": "s2", "client": "birch", "report": "seo", "rule": "day 4 at 08:00", "enabled": false,
         "next": [], "nextOnceResumed": [{"at": "2026-12-04T08:00+02:00", "period": "2026-11"}],
         "skips": [], "occurrences": []}]}
      """;

  @TempDir Path home;
  private AnsweringServer server;

  @BeforeEach
  void listen() throws Exception {
    server =
        new AnsweringServer(
            home,
            (method, path, body) ->
                new AnsweringServer.Answer(200, path.equals("schedules") ? SCHEDULES : "[]"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aPausedScheduleSaysWhenItWouldComeIfItWereResumed() {
    Outcome listed = retainer("schedule", "list", "--home", home);

    assertThat(listed.status()).as(listed.err()).isZero();
    assertThat(listed.out())
        .containsPattern("s1 .*active +2026-12-03T08:00\\+02:00")
        .containsPattern("s2 .*paused +if resumed 2026-12-04T08:00\\+02:00");
  }

  @Test
  void whoHasNoDestinationReadsHowToAddOne() {
    Outcome listed = retainer("destination", "list", "--home", home);

    assertThat(listed.status()).as(listed.err()).isZero();
    assertThat(listed.out()).startsWith("There are no destinations yet.");
  }

  /** Else somebody would look for what is written there and not in force. */
  @Test
  void destinationsOfTheOperatorThatCannotBeUsedAreNotSimplyMissing() throws Exception {
    Files.writeString(home.resolve("destinations.yaml"), "destinations: [");

    Outcome listed = retainer("destination", "list", "--home", home);

    assertThat(listed.status()).isEqualTo(1);
    assertThat(listed.out()).isEmpty();
    assertThat(listed.err())
        .contains("None of the operator's destinations can be used: destinations.yaml is no YAML");
  }
}
