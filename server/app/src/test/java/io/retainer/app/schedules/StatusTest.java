package io.retainer.app.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.app.deliveries.UntoldOwner;
import io.retainer.workspace.contract.Json;
import io.retainer.workspace.destinations.Destinations;
import jakarta.ws.rs.core.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a monitor reads: whatever is late says what to do, and what is wanted is not late. */
class StatusTest {

  private static final String ARCHIVE = "archive@folder";
  private static final String IN_TIME = "2026-11-04T06:00:05Z";
  private static final String HALF_AN_HOUR_LATER = "2026-11-04T06:31:00Z";

  @TempDir private Path folder;
  @TempDir private Path archive;
  private IssuingHome agency;
  private Destinations destinations;

  @BeforeEach
  void openHome() throws Exception {
    agency = new IssuingHome(folder);
    agency.sessions("2026-09-01", "2026-10-31", 40);
    destinations = agency.home.workspace().destinations();
    Files.writeString(
        agency.home.workspace().home().root().resolve(Destinations.FILE),
        "destinations: {archive: {folder: %s, clients: all}}".formatted(archive));
  }

  @AfterEach
  void closeHome() {
    agency.close();
  }

  @Test
  void whatWaitsForAPausedDestinationIsNotLate() throws Exception {
    agency.add(Approval.AUTOMATIC, ARCHIVE);
    destinations.pause(ARCHIVE, "maria");
    workAt(IN_TIME);
    workAt("2026-11-04T06:29:00Z");

    workAt("2026-11-04T09:00:00Z");

    assertThat(status(200).path("paused").asInt()).isEqualTo(1);
    assertThat(status(200).path("mails").asInt()).isZero();

    destinations.resume(ARCHIVE);
    agency.clock.set("2026-11-04T09:02:00Z");
    assertThat(status(200).path("late").asInt()).as("until it is tried next").isZero();
    workAt("2026-11-04T09:06:00Z");
    assertThat(status(200).path("paused").asInt()).isZero();
  }

  @Test
  void whoElseShouldHaveItIsLateAllTheSame() {
    agency.add(Approval.AUTOMATIC, "anna@example.org", ARCHIVE);
    destinations.pause(ARCHIVE, "maria");
    workAt(IN_TIME);
    agency
        .home
        .state()
        .useHandle(
            handle ->
                handle.execute(
                    """
                    update delivery set state = 'queued', answer = '451 later',
                      next_attempt_at = timestamp with time zone '2026-11-04 07:00:00Z'
                    where recipient = 'anna@example.org'
                    """));

    workAt(HALF_AN_HOUR_LATER);

    assertThat(status(503).path("mails").asInt()).isEqualTo(1);
    assertThat(status(503).path("paused").asInt()).isZero();
  }

  @Test
  void aMailServerThatSaysSoPausesNothing() {
    agency.add(Approval.AUTOMATIC, "anna@example.org");
    agency.clock.set(IN_TIME);
    agency.issuer.watch();
    agency.doNext(1);
    agency
        .home
        .state()
        .useHandle(
            handle ->
                handle.execute(
                    """
                    update delivery set answer = '450 4.2.1 this mailbox is paused.',
                      next_attempt_at = timestamp with time zone '2026-11-04 07:00:00Z'
                    """));

    agency.clock.set(HALF_AN_HOUR_LATER);

    assertThat(status(503).path("mails").asInt()).isEqualTo(1);
  }

  /** A clock that stands still sends nothing either once the destination is resumed. */
  @Test
  void whatNobodyLooksAtAnyMoreIsLate() {
    agency.add(Approval.AUTOMATIC, ARCHIVE);
    destinations.pause(ARCHIVE, "maria");
    workAt(IN_TIME);

    agency.clock.set("2026-11-04T07:00:00Z");

    assertThat(status(503).path("mails").asInt()).isEqualTo(1);
  }

  @Test
  void saysWhatToDoAboutAMailThatDoesNotLeave() {
    agency.add(Approval.AUTOMATIC, "anna@example.org");
    agency.clock.set(IN_TIME);
    agency.issuer.watch();
    agency.doNext(1);

    agency.clock.set(HALF_AN_HOUR_LATER);

    assertThat(status(503).path("problem").asText())
        .isEqualTo(
            "Due for more than half an hour and not yet with all recipients: 1. Look at the page"
                + " Deliveries: it says what the mail server or the destination answered.");
  }

  @Test
  void saysWhatToDoAboutAServerThatStandsStill() {
    agency.add(Approval.AUTOMATIC, "anna@example.org");

    agency.clock.set(HALF_AN_HOUR_LATER);

    assertThat(status(503).path("problem").asText())
        .isEqualTo(
            "Not begun or not finished by the server for more than half an hour: 1. Look at the"
                + " server's log, and restart the server if its clock stands still.");
  }

  @Test
  void saysWhatToDoAboutAReportThatNobodyDecidesAbout() {
    agency.add(Approval.NEEDED, "anna@example.org");
    workAt(IN_TIME);

    workAt("2026-11-05T06:01:00Z");

    assertThat(status(503).path("problem").asText())
        .isEqualTo(
            "Due, and waiting for a person's decision for longer than they may be late: 1. The"
                + " page Today lists them: approve or reject them, make them now or leave them out.");
  }

  private void workAt(String moment) {
    agency.clock.set(moment);
    agency.issuer.watch();
    agency.work();
  }

  private JsonNode status(int expected) {
    Response answer =
        new StatusResource(
                agency.home.workspace().home(),
                new Lateness(
                    agency.home.workspace(),
                    agency.schedules,
                    agency.occurrences,
                    new OpenReports(agency.occurrences, agency.deliveries),
                    agency.limits::windows),
                new UntoldOwner(agency.home::state, agency.clock),
                () -> true)
            .status();
    try {
      JsonNode json = Json.read(answer.getEntity().toString());
      assertThat(answer.getStatus()).as(json.toString()).isEqualTo(expected);
      return json;
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
