package io.retainer.app.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.reports.Finding;
import io.retainer.app.reports.Run;
import io.retainer.app.shell.Language;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody gets the same period twice by the clock, whichever schedule it came from first. */
class DoubledPeriodTest {

  private static final String ANNA = "anna@client.example";

  @TempDir private Path folder;
  private IssuingHome here;

  @BeforeEach
  void open() throws Exception {
    here = new IssuingHome(folder);
    here.sessions("2026-10-01", "2026-10-31", 100);
    Schedule first = here.add(Approval.AUTOMATIC, ANNA);
    at("2026-11-04T06:00:00Z");
    assertThat(here.mails()).hasSize(1);
    here.desk.remove(first.id(), "maria");
  }

  @AfterEach
  void close() {
    here.close();
  }

  @Test
  void aScheduleThatIsAddedOnceMoreAsksBeforeItSendsThePeriodAgain() throws Exception {
    Schedule again = add("Anna@Client.example");

    at("2026-11-05T06:00:00Z");

    assertThat(here.mails()).hasSize(1);
    Occurrence waiting = here.occurrences.of(again.id()).get(0);
    assertThat(waiting.state()).isEqualTo(Occurrence.State.REVIEW);
    Run run = here.runs.find(waiting.run().orElseThrow()).orElseThrow();
    assertThat(here.findings.of(run.id()))
        .filteredOn(Finding::isHold)
        .extracting(finding -> finding.in(Language.EN).replace('\u00a0', ' '))
        .containsExactly(
            "Recipients of this schedule have the report about October 2026 already: it was issued"
                + " on 4 November 2026. Nothing goes out twice by itself. Reject it, or approve it"
                + " if it is meant as a correction.");

    here.reviews.approve(run.id(), "olga", "");
    here.work();
    assertThat(here.mails()).as("a person may").hasSize(2);
  }

  @Test
  void whoHasNotHadItGetsIt() throws Exception {
    add("ben@client.example");

    at("2026-11-05T06:00:00Z");

    assertThat(here.mails()).hasSize(2);
  }

  private Schedule add(String recipient) {
    return here.desk.add(
        FilledForm.to(recipient).rule("business-day 4 at 08:00").values(), "maria");
  }

  private void at(String moment) {
    here.clock.set(moment);
    here.issuer.watch();
    here.work();
  }
}
