package io.retainer.app.schedules;

import io.retainer.app.shell.Form;
import io.retainer.workspace.ReportFormat;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A schedule as its form shows it.
 *
 * @param recipients one on each line
 * @param internalTo one on each line
 */
public record ScheduleForm(
    String client,
    String report,
    RuleForm rule,
    String kind,
    String locale,
    List<String> formats,
    String recipients,
    String incomplete,
    String approval,
    String starts,
    String ends,
    String internalDays,
    String internalTo) {

  public ScheduleForm {
    formats = List.copyOf(formats);
  }

  static ScheduleForm blank(String client) {
    return new ScheduleForm(
        client,
        "",
        RuleForm.BLANK,
        "month",
        "",
        List.of("pdf", "xlsx"),
        "",
        Incomplete.WAIT.word(),
        Approval.AUTOMATIC.word(),
        "",
        "",
        "",
        "");
  }

  static ScheduleForm of(Form form) {
    return new ScheduleForm(
        form.text("client"),
        form.text("report"),
        RuleForm.of(form),
        form.text("kind"),
        form.text("locale"),
        form.all("format"),
        form.text("recipients"),
        form.text("incomplete"),
        form.text("approval"),
        form.text("starts"),
        form.text("ends"),
        form.text("internal-days"),
        form.text("internal-to"));
  }

  static ScheduleForm of(Schedule schedule) {
    return new ScheduleForm(
        schedule.client().value(),
        schedule.report(),
        RuleForm.of(schedule.rule()),
        Schedule.word(schedule.kind()),
        schedule.locale().toLanguageTag(),
        schedule.formats().stream().map(ReportFormat::word).toList(),
        String.join("\n", schedule.recipients()),
        schedule.incomplete().word(),
        schedule.approval().word(),
        schedule.days().first().map(LocalDate::toString).orElse(""),
        schedule.days().last().map(LocalDate::toString).orElse(""),
        schedule.internal().isWanted() ? String.valueOf(schedule.internal().days()) : "",
        String.join("\n", schedule.internal().to()));
  }

  ScheduleValues values(boolean enabled) {
    return new ScheduleValues(
        client,
        report,
        rule.text(),
        kind,
        Optional.of(locale).filter(tag -> !tag.isEmpty()),
        formats,
        addresses(recipients),
        incomplete.isEmpty() ? Incomplete.WAIT.word() : incomplete,
        approval.isEmpty() ? Approval.AUTOMATIC.word() : approval,
        starts,
        ends,
        internalDays,
        addresses(internalTo),
        enabled);
  }

  static List<String> addresses(String text) {
    return Arrays.stream(text.split("[\\s,;]+")).filter(word -> !word.isEmpty()).toList();
  }
}
