package io.retainer.app.schedules;

import io.retainer.workspace.ReportFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A schedule as somebody wrote it.
 *
 * @param locale the client's when empty
 * @param formats all when empty
 * @param incomplete what to do while data is missing: wait or send
 * @param approval who lets it go out: automatic or needed
 * @param starts first day on which it issues anything; empty for none
 * @param ends last one; empty for none
 * @param internalDays how many days before, the agency's own people see it; empty for not
 * @param internalTo their addresses
 */
record ScheduleValues(
    String client,
    String report,
    String rule,
    String kind,
    Optional<String> locale,
    List<String> formats,
    List<String> recipients,
    String incomplete,
    String approval,
    String starts,
    String ends,
    String internalDays,
    List<String> internalTo,
    boolean enabled) {

  static ScheduleValues of(Schedule schedule, boolean enabled) {
    return new ScheduleValues(
        schedule.client().value(),
        schedule.report(),
        schedule.rule().text(),
        Schedule.word(schedule.kind()),
        Optional.of(schedule.locale().toLanguageTag()),
        schedule.formats().stream().map(ReportFormat::word).toList(),
        schedule.recipients(),
        schedule.incomplete().word(),
        schedule.approval().word(),
        text(schedule.days().first()),
        text(schedule.days().last()),
        String.valueOf(schedule.internal().days()),
        schedule.internal().to(),
        enabled);
  }

  /** The same for another client, to its own people. */
  ScheduleValues of(String other, List<String> people) {
    return new ScheduleValues(
        other,
        report,
        rule,
        kind,
        locale,
        formats,
        people,
        incomplete,
        approval,
        starts,
        ends,
        internalDays,
        internalTo,
        enabled);
  }

  private static String text(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse("");
  }
}
