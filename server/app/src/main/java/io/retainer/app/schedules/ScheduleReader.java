package io.retainer.app.schedules;

import io.retainer.app.shell.Language;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.mail.MailAddress;
import io.retainer.rendering.template.ReportTemplate;
import io.retainer.workspace.ReportFormat;
import io.retainer.workspace.Workspace;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Makes a schedule of what somebody wrote, or says what of it cannot be used. */
final class ScheduleReader {

  private final Workspace workspace;
  private final Schedules schedules;
  private final Supplier<List<String>> reports;

  /** For one after the other, as reports change. */
  ScheduleReader(Workspace workspace, Schedules schedules) {
    this(workspace, schedules, () -> reports(workspace));
  }

  private ScheduleReader(Workspace workspace, Schedules schedules, Supplier<List<String>> reports) {
    this.workspace = workspace;
    this.schedules = schedules;
    this.reports = reports;
  }

  /** For many at once: which reports there are, which is to look at their files, is asked once. */
  static ScheduleReader ofMany(Workspace workspace, Schedules schedules) {
    List<String> reports = reports(workspace);
    return new ScheduleReader(workspace, schedules, () -> reports);
  }

  private static List<String> reports(Workspace workspace) {
    return workspace.reports().templates().stream().map(ReportTemplate::id).toList();
  }

  /**
   * @param before as it is now; empty of a new one
   * @throws IllegalArgumentException saying what cannot be used
   */
  Schedule read(String id, ScheduleValues values, Optional<Schedule> before) {
    Client client = workspace.clients().named(new ClientId(values.client()));
    if (!keepsReport(before, values)) {
      report(values.report());
    }
    FieldProblem.check(
        TableColumn.RECIPIENTS,
        () -> {
          values.recipients().forEach(ScheduleReader::refuseFormula);
          Schedule.recipients(values.recipients());
        });
    FieldProblem.check(
        TableColumn.INTERNAL_TO, () -> values.internalTo().forEach(ScheduleReader::refuseFormula));
    return new Schedule(
        id,
        client.id(),
        values.report(),
        schedules.rule(values.rule()),
        Schedule.kind(values.kind()),
        values.locale().map(Language::ofReports).orElse(client.locale()),
        formats(values.formats()),
        values.recipients(),
        Incomplete.of(values.incomplete()),
        Approval.of(values.approval()),
        FieldProblem.in(TableColumn.ENDS, () -> Days.of(values.starts(), values.ends())),
        internal(values),
        values.enabled());
  }

  private static InternalCopy internal(ScheduleValues values) {
    FieldProblem.check(TableColumn.INTERNAL_TO, () -> MailAddress.distinct(values.internalTo()));
    return FieldProblem.in(
        TableColumn.INTERNAL_DAYS,
        () -> InternalCopy.of(values.internalDays(), values.internalTo()));
  }

  /** One whose template is gone can still be paused, and changed in all else. */
  static boolean keepsReport(Optional<Schedule> before, ScheduleValues values) {
    return before
        .filter(each -> each.report().equals(values.report()))
        .filter(each -> each.enabled() || !values.enabled())
        .isPresent();
  }

  /**
   * @throws IllegalArgumentException when there is no such report
   */
  void report(String id) {
    List<String> known = reports.get();
    if (!known.contains(id)) {
      throw new IllegalArgumentException("There is no report \"" + id + "\"; there are " + known);
    }
  }

  /** Mail servers may have such an address; it is much likelier to be meant for a spreadsheet. */
  static void refuseFormula(String recipient) {
    if (recipient.startsWith("=")) {
      throw new IllegalArgumentException(
          "\"%s\" begins as a formula does; ask the recipient for an address that begins with a letter or a digit"
              .formatted(recipient));
    }
  }

  static Set<ReportFormat> formats(List<String> words) {
    Set<ReportFormat> formats = EnumSet.noneOf(ReportFormat.class);
    for (String word : words) {
      formats.add(
          ReportFormat.of(word)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "\"" + word + "\" is no format; write pdf or xlsx")));
    }
    return formats.isEmpty() ? Set.copyOf(Arrays.asList(ReportFormat.values())) : formats;
  }
}
