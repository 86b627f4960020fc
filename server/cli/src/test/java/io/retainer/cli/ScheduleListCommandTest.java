package io.retainer.cli;

import static io.retainer.cli.Commands.retainer;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.cli.Commands.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever reads the list knows which schedules bring anything more. */
class ScheduleListCommandTest {

  @TempDir private Path home;
  private AnsweringServer server;

  @BeforeEach
  void listen() throws Exception {
    server =
        new AnsweringServer(
            home,
            (method, path, body) ->
                new AnsweringServer.Answer(
                    200,
                    """
                    {"schedules": [
                      {"id": "s1", "client": "nordic", "report": "seo", "rule": "day 5 at 08:00",
                       "enabled": true, "next": [{"at": "2026-12-05T06:00:00Z", "period": "2026-11"}]},
                      {"id": "s2", "client": "nordic", "report": "seo", "rule": "day 6 at 08:00",
                       "enabled": true, "next": []},
                      {"id": "s3", "client": "nordic", "report": "seo", "rule": "day 7 at 08:00",
                       "enabled": false,
                       "nextOnceResumed": [{"at": "2026-12-07T06:00:00Z", "period": "2026-11"}]}]}
                    """));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void tellsWhatGoesOnFromWhatIsPausedAndWhatIsOver() {
    Outcome listed = retainer("schedule", "list", "--home", home);

    assertThat(listed.status()).as(listed.err()).isZero();
    assertThat(listed.out())
        .containsPattern("s1 .*active +2026-12-05T06:00:00Z +2026-11")
        .containsPattern("s2 .*over")
        .containsPattern("s3 .*paused +if resumed 2026-12-07T06:00:00Z");
  }
}
