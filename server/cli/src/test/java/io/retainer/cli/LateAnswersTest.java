package io.retainer.cli;

import static io.retainer.cli.Commands.retainer;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.cli.Commands.Outcome;
import io.retainer.workspace.contract.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One command answers about all late reports; a server that says what it was asked stands in. */
class LateAnswersTest {

  private static final String HELD =
      """
      [{"occurrence": "o1", "schedule": "s1", "client": "nordic", "report": "seo", "period": "2026-09", "late": true},
       {"occurrence": "o2", "schedule": "s2", "client": "birch", "report": "seo", "period": "2026-10", "late": true},
       {"occurrence": "o3", "schedule": "s2", "client": "birch", "report": "seo", "period": "2026-08", "late": false}]
      """;

  @TempDir Path home;
  private final List<String> posted = new ArrayList<>();
  private String answer = "{\"done\": [{}, {}], \"refused\": []}";
  private AnsweringServer server;

  @BeforeEach
  void listen() throws Exception {
    server =
        new AnsweringServer(
            home,
            (method, path, body) -> {
              assertThat(path).isEqualTo("held-reports");
              boolean isPost = method.equals("POST");
              if (isPost) {
                posted.add(Json.read(body).toString());
              }
              return new AnsweringServer.Answer(200, isPost ? answer : HELD);
            });
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void makesAllThatWereLateAndNoOthers() {
    Outcome made = retainer("schedule", "run", "--all-late", "--home", home);

    assertThat(made.status()).as(made.err()).isZero();
    assertThat(made.out()).isEqualTo("Being made: 2.\n");
    assertThat(posted).containsExactly("{\"answer\":\"run\",\"occurrences\":[\"o1\",\"o2\"]}");
  }

  @Test
  void leavesThoseOfOneClientOut() {
    retainer("schedule", "skip", "--all-late", "--client", "birch", "--home", home);

    assertThat(posted).containsExactly("{\"answer\":\"skip\",\"occurrences\":[\"o2\"]}");
  }

  @Test
  void namesThemFirstAndAsksNothingThen() {
    Outcome named = retainer("schedule", "skip", "--all-late", "--dry-run", "--home", home);

    assertThat(named.out())
        .contains("nordic, seo, 2026-09 (schedule s1)\n", "Nothing was done, as asked.")
        .doesNotContain("2026-08");
    assertThat(posted).isEmpty();
  }

  @Test
  void saysWhichCouldNotBeMadeAndEndsWithFindings() {
    answer =
        """
        {"done": [{}], "refused": [{"schedule": "s1", "client": "nordic", "report": "seo",
          "period": "2026-09", "problem": "a stranger"}]}
        """;

    Outcome made = retainer("schedule", "run", "--all-late", "--home", home);

    assertThat(made.status()).isEqualTo(1);
    assertThat(made.out()).isEqualTo("Being made: 1.\n");
    assertThat(made.err()).contains("nordic, seo, 2026-09 (schedule s1): a stranger");
  }

  @Test
  void isEitherOneScheduleOrAll() {
    assertThat(retainer("schedule", "run", "--home", home).err()).contains("or say --all-late");
    assertThat(retainer("schedule", "run", "s1", "--all-late", "--home", home).err())
        .contains("not both");
    assertThat(retainer("schedule", "run", "--all-late", "--again", "--home", home).err())
        .contains("only --client narrows it");
    assertThat(retainer("schedule", "skip", "s1", "--home", home).err())
        .contains("Name the period");
    assertThat(retainer("schedule", "run", "s1", "--dry-run", "--home", home).err())
        .contains("belong to --all-late");
    assertThat(posted).isEmpty();
  }
}
