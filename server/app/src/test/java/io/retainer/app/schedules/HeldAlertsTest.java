package io.retainer.app.schedules;

import static io.retainer.app.TestHome.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.app.SettableClock;
import io.retainer.app.TestHome;
import io.retainer.app.deliveries.Deliveries;
import io.retainer.app.deliveries.Letter;
import io.retainer.app.deliveries.MailSettings;
import io.retainer.app.deliveries.Transport;
import io.retainer.app.deliveries.Transport.Outcome;
import io.retainer.app.deliveries.UntoldOwner;
import io.retainer.app.reports.ReportTitles;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Texts;
import io.retainer.model.mail.MailAddress;
import io.retainer.model.time.Period;
import io.retainer.workspace.ReportFormat;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who looks after the server is told of what did not go out by itself. */
class HeldAlertsTest {

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock("2026-11-01T09:00:00Z");
  private final List<Letter> left = new ArrayList<>();
  private Outcome outcome = new Outcome.Taken("250 ok");
  private boolean isKilled;
  private TestHome home;
  private Occurrences occurrences;
  private Timekeeper timekeeper;
  private HeldAlerts alerts;

  @BeforeEach
  void open() {
    home = new TestHome(folder, clock);
    var schedules = new Schedules(home::state, clock, new Holidays(Path.of("none")));
    occurrences = new Occurrences(home::state, clock);
    timekeeper =
        new Timekeeper(
            home.workspace(),
            schedules,
            occurrences,
            new Punctuality((client, schedule) -> Duration.ofDays(1)));
    Transport transport =
        (letter, leaving) -> {
          left.add(letter);
          if (isKilled) {
            throw new InternalError("kill -9");
          }
          return outcome;
        };
    alerts =
        new HeldAlerts(
            home.workspace(),
            schedules,
            occurrences,
            MailSettings.of(name -> Optional.empty()),
            transport,
            "https://reports.example");
    schedules.add(
        new Schedule(
            "s",
            SHOP.id(),
            "monthly-performance",
            Rule.parse("business-day 3 at 08:00", new Holidays(Path.of("none"))),
            Period.Kind.MONTH,
            Locale.ENGLISH,
            Set.of(ReportFormat.PDF),
            List.of("anna@example.org"),
            Incomplete.WAIT,
            Approval.AUTOMATIC,
            Days.ALL,
            InternalCopy.NONE,
            true),
        "maria");
  }

  @AfterEach
  void close() {
    home.close();
  }

  private void standStillFor16Days() {
    clock.set("2026-11-20T09:00:00Z");
    timekeeper.plan();
  }

  private String title(Language language) {
    return ReportTitles.in(home.workspace(), language.locale()).of("monthly-performance");
  }

  private void tell(Language language) {
    alerts.tell(new MailSettings.Alerts(new MailAddress("owner@agency.example"), language));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aReportThatTheClockHeldIsToldOnceWithItsReason(Language language) {
    standStillFor16Days();

    tell(language);
    tell(language);

    assertThat(left).hasSize(1);
    assertThat(left.get(0).to().text()).isEqualTo("owner@agency.example");
    assertThat(left.get(0).body().subject())
        .isEqualTo(Texts.in(language).text("alert.held.subject", 1));
    String reason =
        occurrences
            .latest("s", Period.parse("2026-10"))
            .flatMap(Occurrence::reason)
            .orElseThrow()
            .in(language);
    assertThat(left.get(0).body().text())
        .contains("Fjell Oy, " + title(language) + ", ", reason)
        .doesNotContain("monthly-performance")
        .contains("https://reports.example/schedules/s", "https://reports.example/operations");
  }

  @Test
  void whatSomebodyHasMadeOnceMoreBeforeTheOwnerWasToldIsNoNews() {
    standStillFor16Days();
    occurrences.claims().request("s", Period.parse("2026-10"), 1, "maria", Optional.empty());

    tell(Language.EN);

    assertThat(left).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aReportThatWaitsForApprovalIsToldWithItsAddress(Language language) {
    clock.set("2026-11-04T09:00:00Z");
    timekeeper.plan();
    String id = occurrences.latest("s", Period.parse("2026-10")).orElseThrow().id();
    home.state()
        .useHandle(
            handle ->
                handle.execute(
                    "update occurrence set state = 'review', run_id = 'r', reason = ? where id = ?",
                    Reason.of(Reason.Code.APPROVAL).stored(),
                    id));

    tell(language);
    tell(language);

    assertThat(left).hasSize(1);
    assertThat(left.get(0).body().text())
        .contains(
            Reason.of(Reason.Code.APPROVAL).in(language), "https://reports.example/reports/r");
  }

  @Test
  void isToldLaterWhenTheMailCannotLeave() {
    standStillFor16Days();
    outcome = new Outcome.NotNow("451 later");
    tell(Language.EN);
    clock.advance(Duration.ofMinutes(5));

    outcome = new Outcome.Taken("250 ok");
    tell(Language.EN);
    tell(Language.EN);

    assertThat(left).hasSize(2);
  }

  @Test
  void isToldLaterWhenTheMailIsRefusedOrNobodyKnowsWhetherItArrived() {
    standStillFor16Days();
    outcome = new Outcome.Refused("550 5.1.1 no such user");
    tell(Language.EN);
    clock.advance(Duration.ofHours(1));
    outcome = new Outcome.Unclear("[EOF]");
    tell(Language.EN);

    clock.advance(Duration.ofHours(1));
    outcome = new Outcome.Taken("250 ok");
    tell(Language.EN);
    tell(Language.EN);

    assertThat(left).hasSize(3);
  }

  @Test
  void thatNobodyCouldBeToldIsSaidToTheMonitorAndOnThePageWithItsReason() {
    standStillFor16Days();
    var untold = new UntoldOwner(home::state, clock);
    outcome = new Outcome.Refused("550 5.1.1 owner@agency.example: no such user");
    tell(Language.EN);

    assertThat(untold.all())
        .singleElement()
        .satisfies(
            each -> assertThat(each.answerIn(Language.RU)).isEqualTo(outcome.answer()),
            each -> assertThat(each.next()).isEqualTo(clock.instant().plusSeconds(300)));
    assertThat(untold.forLongerThan(Lateness.WINDOW)).as("it may pass").isEmpty();
    clock.advance(Duration.ofMinutes(31));
    assertThat(status(untold))
        .contains("\"untold\":1", "retainer.mail.alerts-to", "(refused)")
        .doesNotContain("owner@agency.example");

    outcome = new Outcome.Taken("250 ok");
    tell(Language.EN);
    assertThat(untold.all()).isEmpty();
    assertThat(status(untold)).contains("\"untold\":0");
  }

  private String status(UntoldOwner untold) {
    var deliveries = new Deliveries(home::state, clock, "agency.example");
    var schedules = new Schedules(home::state, clock, new Holidays(Path.of("none")));
    var lateness =
        new Lateness(
            home.workspace(),
            schedules,
            occurrences,
            new OpenReports(occurrences, deliveries),
            () -> (client, id) -> Duration.ofDays(1));
    return new StatusResource(home.workspace().home(), lateness, untold, () -> true)
        .status()
        .getEntity()
        .toString()
        .replace(" ", "");
  }

  @Test
  void isToldByTheNextServerWhenThisOneWasKilledWhileItSaidSo() {
    standStillFor16Days();
    isKilled = true;
    assertThatThrownBy(() -> tell(Language.EN)).isInstanceOf(InternalError.class);

    isKilled = false;
    tell(Language.EN);
    tell(Language.EN);

    assertThat(left).as("the one that did not leave, and the one that did").hasSize(2);
  }

  @Test
  void whatSomebodyDidByHandOrLeftOutIsNoNews() {
    occurrences.claims().skip("s", Period.parse("2026-10"), clock.instant(), "maria");
    Occurrence asked =
        occurrences
            .claims()
            .request("s", Period.parse("2026-09"), 0, "maria", Optional.empty())
            .orElseThrow();
    occurrences.progress().ended(asked.id(), Occurrence.State.HELD, Reason.of(Reason.Code.EMPTY));

    tell(Language.EN);

    assertThat(left).isEmpty();
    assertThat(occurrences.untold()).as("what is looked at again and again").isEmpty();
  }
}
