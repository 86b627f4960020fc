package io.retainer.app.search;

import static io.retainer.app.TestHome.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.TestHome;
import io.retainer.app.reports.Run;
import io.retainer.app.reports.RunRequest;
import io.retainer.app.reports.RunSteps;
import io.retainer.app.reports.Runs;
import io.retainer.app.schedules.Holidays;
import io.retainer.app.schedules.Schedules;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Sought;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.time.Period;
import io.retainer.workspace.ClientScope;
import io.retainer.workspace.ReportFormat;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchPagesTest {

  private static final Clock NOVEMBER =
      Clock.fixed(Instant.parse("2026-11-03T06:00:00Z"), ZoneOffset.UTC);
  private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
  private static final Client BAKERY =
      new Client(
          new ClientId("lantern"), "Bakery 100%", SHOP.zone(), SHOP.locale(), SHOP.currency());

  @TempDir private static Path folder;
  private static TestHome home;
  private static Runs runs;
  private static SearchPages pages;

  @BeforeAll
  static void fill() {
    home = new TestHome(folder, NOVEMBER);
    home.workspace().clients().add(BAKERY);
    runs = new Runs(home::state, NOVEMBER);
    for (int year = 2023; year <= 2026; year++) {
      for (int month = 1; month <= 10; month++) {
        add(SHOP, "seo", "%d-%02d".formatted(year, month));
      }
    }
    add(BAKERY, "seo", "2026-10");
    add(BAKERY, "social", "2026-Q3");
    home.state()
        .useHandle(
            handle ->
                handle.execute(
                    """
                    insert into report_schedule
                      (id, client, report, rule, kind, locale, formats, recipients, enabled,
                       incomplete, approval, internal_to, planned_until, created_by, created_at)
                    values ('s', 'lantern', 'social', 'business-day 3 at 08:00', 'month', 'fi',
                       'pdf', 'anna@client.example', true, 'wait', 'automatic', '', ?, 'maria', ?)
                    """,
                    NOVEMBER.instant(),
                    NOVEMBER.instant()));
    pages =
        new SearchPages(
            home.workspace(),
            runs,
            new RunSteps(home::state, NOVEMBER),
            new Schedules(home::state, NOVEMBER, new Holidays(Path.of("none"))),
            new Pages());
  }

  private static void add(Client client, String report, String period) {
    runs.add(
        new RunRequest(
            client.id(),
            report,
            Period.parse(period),
            Optional.empty(),
            Set.of(ReportFormat.values())),
        client,
        "maria");
  }

  @AfterAll
  static void close() {
    home.close();
  }

  @AfterEach
  void seeAll() {
    ClientScope.leave();
  }

  private static SearchPages.Found found(String typed) {
    return pages.found(Sought.of(typed), Locale.ENGLISH);
  }

  private static Stream<String> reports(SearchPages.Found found) {
    return found.runs().shown().stream().map(SearchPagesTest::named);
  }

  private static String named(Run run) {
    return run.client() + " " + run.report() + " " + run.period();
  }

  @Test
  void wordsOfAClientAReportAndAMonthMeetInAnyOrderAndCase() {
    assertThat(reports(found("OCTOBER bakery 2026"))).containsExactly("lantern seo 2026-10");
    assertThat(reports(found("2026-10 lantern"))).containsExactly("lantern seo 2026-10");
    assertThat(reports(found("october lantern social"))).isEmpty();
  }

  @Test
  void aMonthIsFoundAsItStandsAloneAndWithinASentence() {
    for (String month : List.of("октябрь", "октября")) {
      assertThat(reports(pages.found(Sought.of(month + " bakery"), RUSSIAN)))
          .as(month)
          .containsExactly("lantern seo 2026-10");
    }
  }

  @Test
  void aClientAndASchedulesClientAndReportAreFound() {
    SearchPages.Found found = found("bakery");

    assertThat(found.clients().shown()).containsExactly(BAKERY);
    assertThat(found.schedules().shown()).extracting("id").containsExactly("s");
    assertThat(found("bakery seo").schedules().isEmpty()).isTrue();
  }

  @Test
  void aKpiIsFoundByItsNameInAnyLanguage() {
    assertThat(found("выручка").kpis().isEmpty()).isFalse();
  }

  @Test
  void ofMoreThanFitTheNewestAreShownAndItIsSaid() {
    SearchPages.Found found = found("fjell");

    assertThat(found.runs().shown()).hasSize(20);
    assertThat(found.runs().isMore()).isTrue();
    assertThat(found("fjell 2024").runs().isMore()).isFalse();
  }

  @Test
  void whoSeesOneClientFindsNothingOfOthers() {
    home.state()
        .useHandle(
            handle ->
                handle.execute("insert into client_access (holder, client) values ('m', 'fjell')"));
    new ClientScope(Optional.of("m"), false).enter();

    SearchPages.Found found = found("bakery");
    assertThat(found.clients().isEmpty()).isTrue();
    assertThat(found.schedules().isEmpty()).isTrue();
    assertThat(reports(found("seo")))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(name).startsWith("fjell "));
    assertThat(reports(found("q3"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"100%", "%", "_", "'", "') or 1=1 --", "<b>", ":scope_holder", "\u0000"})
  void signsStandForThemselves(String typed) {
    assertThat(found(typed).clients().shown())
        .isEqualTo(BAKERY.name().contains(typed) ? List.of(BAKERY) : List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   "})
  void nothingAskedIsNothing(String typed) {
    assertThat(Sought.of(typed).isNothing()).isTrue();
  }

  @Test
  void aVeryLongTextIsShortened() {
    assertThat(found("fjell ".repeat(10_000)).clients().shown()).containsExactly(SHOP);
  }
}
