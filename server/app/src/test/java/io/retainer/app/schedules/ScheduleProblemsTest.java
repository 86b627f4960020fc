package io.retainer.app.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.retainer.app.TestHome;
import io.retainer.app.Visitor;
import io.retainer.app.shell.Form;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Told;
import io.retainer.model.mail.AllowedRecipients;
import io.retainer.model.time.Period;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the form and the page of a schedule refuse, they say in the reader's language. */
class ScheduleProblemsTest {

  private static final Map<String, String> GOOD =
      Map.of(
          "client", TestHome.SHOP.id().value(),
          "report", "monthly-performance",
          "kind", "month",
          "when", "business-day",
          "day", "3",
          "at", "08:00",
          "recipients", "anna@example.org");

  @TempDir private Path folder;

  @Test
  void saysThemInEachLanguage() throws Exception {
    try (IssuingHome agency = new IssuingHome(folder)) {
      agency
          .home
          .workspace()
          .mail()
          .allow(TestHome.SHOP.id(), AllowedRecipients.parse("@example.org"));
      for (Map<String, String> wrong :
          List.of(
              Map.of("client", "nobody"),
              Map.of("client", "No Body"),
              Map.of("report", "no-such"),
              Map.of("kind", "fortnight"),
              Map.of("locale", "sv"),
              Map.of("format", "docx"),
              Map.of("at", ""),
              Map.of("holidays", "GB-LND"),
              Map.of("holidays", "ZZ"),
              Map.of("day", "24"),
              Map.of("when", "day", "date", "32"),
              Map.of("when", "weekday", "weekday", "monday", "nth", "5"),
              Map.of("when", "weekday", "weekday", "monday", "nth", ""),
              Map.of("kind", "week", "when", "day", "date", "15"),
              Map.of("kind", "quarter", "when", "weekday", "weekday", "monday", "nth", ""),
              Map.of("kind", "year", "when", "weekday", "weekday", "monday", "nth", ""),
              Map.of("when", "cron", "cron", "0 8"),
              Map.of("when", "cron", "cron", "0 8 31 2 *"),
              Map.of("when", "cron", "cron", "* * * * *"),
              Map.of("when", "cron", "cron", "x 8 * * *"),
              Map.of("recipients", ""),
              Map.of("recipients", "anna"),
              Map.of("recipients", "анна@example.org"),
              Map.of("recipients", "=anna@example.org"),
              Map.of("recipients", "eve@elsewhere.example"),
              Map.of("recipients", "eve@elsewhere.example ed@elsewhere.example"),
              Map.of("starts", "soon"),
              Map.of("starts", "2026-12-02", "ends", "2026-12-01"),
              Map.of("internal-days", "3"),
              Map.of("internal-days", "some"),
              Map.of("internal-days", "99", "internal-to", "olga@agency.example"),
              Map.of("internal-days", "2", "internal-to", "eve@elsewhere.example"),
              Map.of("incomplete", "guess"),
              Map.of("approval", "maybe"))) {
        isSaid(wrong.toString(), () -> agency.desk.add(values(wrong), "maria"));
      }
      Schedule schedule = agency.add(Approval.AUTOMATIC, "anna@example.org");
      isSaid("another kind", () -> run(agency, schedule, "2026-W40"));
      isSaid("not over", () -> run(agency, schedule, "2026-12"));
      isSaid("not next", () -> agency.desk.skip(schedule.id(), Period.parse("2020-01"), "maria"));
      isSaid("not skipped", () -> agency.desk.unskip(schedule.id(), Period.parse("2026-12")));
      isSaid("missing", () -> agency.desk.existing("none"));
      agency.home.workspace().mail().allow(TestHome.SHOP.id(), AllowedRecipients.parse(""));
      isSaid(
          "no destination",
          () -> agency.desk.add(values(Map.of("recipients", "archive@folder")), "maria"));
    }
  }

  @Test
  void saysThemAtTheFieldThatTheyAreAbout() throws Exception {
    try (IssuingHome agency = new IssuingHome(folder)) {
      agency
          .home
          .workspace()
          .mail()
          .allow(TestHome.SHOP.id(), AllowedRecipients.parse("@example.org"));
      Schedule there = agency.add(Approval.AUTOMATIC, "anna@example.org");
      var pages = agency.schedulesPages();
      for (String wrong :
          List.of("", "anna", "=anna@example.org", "eve@elsewhere.example", "anna@example.org")) {
        isAt("recipients", pages, Map.of("recipients", wrong));
      }
      isAt("ends", pages, Map.of("starts", "2026-12-02", "ends", "2026-12-01"));
      isAt("internal-days", pages, Map.of("internal-days", "3"));
      isAt("internal-to", pages, Map.of("internal-days", "2", "internal-to", "eve@x.example"));
      isAt("", pages, Map.of("when", "cron", "cron", "0 8"));
      assertThat(agency.schedules.all()).containsExactly(there);
    }
  }

  /** At that field alone; at the top what is of no field. */
  private static void isAt(String field, SchedulesPages pages, Map<String, String> other) {
    Response refused = pages.add(body(other), Visitor.manager("maria"));
    assertThat(refused.getStatus()).as(other.toString()).isEqualTo(422);
    String page = refused.getEntity().toString();
    assertThat(page.contains("class=\"alert\""))
        .as("%s at the top", other)
        .isEqualTo(field.isEmpty());
    for (String each : List.of("recipients", "ends", "internal-days", "internal-to")) {
      assertThat(page.contains("id=\"" + each + "-wrong\""))
          .as("%s at %s", other, each)
          .isEqualTo(each.equals(field));
      assertThat(page.contains("aria-describedby=\"" + each + "-wrong"))
          .as("%s is said of %s", other, each)
          .isEqualTo(each.equals(field));
    }
  }

  private static Occurrence run(IssuingHome agency, Schedule schedule, String period) {
    return agency.scheduleRuns.run(
        schedule.id(), Optional.of(Period.parse(period)), false, "maria");
  }

  private static ScheduleValues values(Map<String, String> other) {
    return ScheduleForm.of(Form.parse(body(other))).values(true);
  }

  private static String body(Map<String, String> other) {
    Map<String, String> fields = new LinkedHashMap<>(GOOD);
    fields.putAll(other);
    return fields.entrySet().stream()
        .map(
            each ->
                each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static void isSaid(String what, ThrowableAssert.ThrowingCallable deed) {
    Throwable refused = catchThrowable(deed);
    assertThat(refused).as(what).isNotNull();
    for (Language language : List.of(Language.RU, Language.BE, Language.FI)) {
      assertThat(Told.isKnown(language, refused.getMessage()))
          .as("%s in %s: %s", what, language, refused.getMessage())
          .isTrue();
    }
  }
}
