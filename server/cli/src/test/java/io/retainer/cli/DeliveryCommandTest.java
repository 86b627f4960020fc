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

/**
 * What did not arrive is sent again or elsewhere; a server that says what it was asked stands in.
 */
class DeliveryCommandTest {

  @TempDir Path home;
  private final List<String> asked = new ArrayList<>();
  private String answer = "{}";
  private int status = 200;
  private AnsweringServer server;

  @BeforeEach
  void listen() throws Exception {
    server =
        new AnsweringServer(
            home,
            (method, path, body) -> {
              asked.add(
                  (method + " " + path + " " + (body.isEmpty() ? "" : Json.read(body))).strip());
              return new AnsweringServer.Answer(status, answer);
            });
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void listsWhatFailedWithWhatTheMailServerSaid() {
    answer =
        """
        {"deliveries": [
          {"id": "d1", "client": "nordic", "recipient": "a@x.example", "state": "failed", "attempts": 1,
           "updatedAt": "2026-11-04T06:00:00Z", "answer": "550 5.1.1 no such user", "replacedBy": null},
          {"id": "d2", "client": "nordic", "recipient": "b@x.example", "state": "replaced", "attempts": 1,
           "updatedAt": "2026-11-04T06:00:00Z", "answer": null, "replacedBy": "c@x.example"}]}
        """;

    Outcome listed =
        retainer("delivery", "list", "--client", "nordic", "--state", "failed", "--home", home);

    assertThat(listed.status()).as(listed.err()).isZero();
    assertThat(listed.out())
        .contains("d1", "a@x.example", "550 5.1.1 no such user", "replaced by c@x.example");
    assertThat(asked).containsExactly("GET deliveries?limit=200&client=nordic&state=failed");
  }

  @Test
  void sendsOneAgain() {
    answer = "{\"recipient\": \"a@x.example\"}";

    Outcome again = retainer("delivery", "retry", "d1", "--home", home);

    assertThat(again.out()).startsWith("It goes to a@x.example again.");
    assertThat(asked).containsExactly("POST deliveries/d1/retry {}");
  }

  @Test
  void stopsOneThatWaits() {
    answer = "{\"recipient\": \"a@x.example\"}";

    Outcome stopped = retainer("delivery", "stop", "d1", "--home", home);

    assertThat(stopped.status()).as(stopped.err()).isZero();
    assertThat(stopped.out()).startsWith("It does not go to a@x.example.");
    assertThat(asked).containsExactly("POST deliveries/d1/stop {}");
  }

  @Test
  void saysOfOneThatItArrived() {
    answer = "{\"recipient\": \"a@x.example\"}";

    Outcome arrived = retainer("delivery", "arrived", "d1", "--home", home);

    assertThat(arrived.status()).as(arrived.err()).isZero();
    assertThat(arrived.out()).startsWith("a@x.example has it");
    assertThat(asked).containsExactly("POST deliveries/d1/arrived {}");
  }

  @Test
  void sendsAllThatFailedAndSaysHowMany() {
    answer = "{\"retried\": 300, \"outdated\": 2, \"refused\": []}";

    Outcome again =
        retainer(
            "delivery",
            "retry",
            "--all-failed",
            "--client",
            "nordic",
            "--run",
            "r1",
            "--home",
            home);

    assertThat(again.status()).as(again.err()).isZero();
    assertThat(again.out())
        .isEqualTo(
            "Sent again: 300.\nLeft alone, because a later report has taken their place: 2.\n");
    assertThat(asked)
        .containsExactly(
            "POST deliveries/retry {\"all\":\"failed\",\"client\":\"nordic\",\"run\":\"r1\"}");
  }

  @Test
  void saysFirstHowManyItWouldBe() {
    answer = "{\"retried\": 300, \"outdated\": 0, \"refused\": []}";

    Outcome counted = retainer("delivery", "retry", "--all-failed", "--dry-run", "--home", home);

    assertThat(counted.out()).isEqualTo("Would be sent again: 300.\nNothing was done, as asked.\n");
    assertThat(asked).containsExactly("POST deliveries/retry?dry-run=true {\"all\":\"failed\"}");
  }

  @Test
  void endsWithFindingsWhenSomeWereNotSentAgain() {
    answer =
        """
        {"retried": 1, "outdated": 0, "refused": [
          {"client": "nordic", "recipient": "a@x.example", "problem": "it is a stranger."}]}
        """;

    Outcome again = retainer("delivery", "retry", "--all-failed", "--home", home);

    assertThat(again.status()).isEqualTo(1);
    assertThat(again.err()).contains("nordic, a@x.example: it is a stranger.");
  }

  @Test
  void sendsOneToAnotherAddressAndSaysWhereTheOldOneStillStands() {
    answer =
        """
        {"delivery": {"recipient": "anna@x.example"}, "replaced": {"recipient": "ana@x.example"},
         "corrected": "s1", "others": [{"schedule": "s2", "report": "seo"}]}
        """;

    Outcome sent = retainer("delivery", "readdress", "d1", "anna@x.example", "--home", home);
    retainer("delivery", "readdress", "d1", "anna@x.example", "--keep-schedule", "--home", home);

    assertThat(sent.out())
        .isEqualTo(
            """
            It goes to anna@x.example in the place of ana@x.example.
            Schedule s1 has the new address.
            Schedule s2 (seo) still sends to ana@x.example.
            """);
    assertThat(asked)
        .containsExactly(
            "POST deliveries/d1/readdress {\"recipient\":\"anna@x.example\",\"schedule\":true}",
            "POST deliveries/d1/readdress {\"recipient\":\"anna@x.example\",\"schedule\":false}");
  }

  @Test
  void tellsWhatTheServerRefuses() {
    status = 409;
    answer = "{\"detail\": \"Only a failed or bounced mail goes to another address.\"}";

    Outcome refused = retainer("delivery", "readdress", "d1", "anna@x.example", "--home", home);

    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains("Only a failed or bounced mail goes to another address.");
  }

  @Test
  void isEitherOneDeliveryOrAllThatFailed() {
    assertThat(retainer("delivery", "retry", "--home", home).err()).contains("or say --all-failed");
    assertThat(retainer("delivery", "retry", "d1", "--all-failed", "--home", home).err())
        .contains("not both");
    assertThat(retainer("delivery", "retry", "d1", "--dry-run", "--home", home).err())
        .contains("belong to --all-failed");
    assertThat(retainer("delivery", "retry", "../schedules", "--home", home).err())
        .contains("is no delivery");
    assertThat(asked).isEmpty();
  }
}
