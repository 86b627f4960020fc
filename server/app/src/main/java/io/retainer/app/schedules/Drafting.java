package io.retainer.app.schedules;

import io.retainer.app.deliveries.Colleagues;
import io.retainer.app.deliveries.Copies;
import io.retainer.app.deliveries.Copy;
import io.retainer.app.deliveries.CopyPost;
import io.retainer.app.reports.RunOrigin;
import io.retainer.app.reports.RunRequest;
import io.retainer.app.reports.Runs;
import io.retainer.model.client.Client;
import io.retainer.rendering.mail.MailMark;
import io.retainer.rendering.words.Formats;
import io.retainer.workspace.Workspace;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows reports to the agency's own people some days before they go out. */
public final class Drafting {

  private static final Logger LOG = LoggerFactory.getLogger(Drafting.class);

  /** A period's copy may be due while the one before it has not gone out yet. */
  private static final int AHEAD = 2;

  private final Workspace workspace;
  private final Schedules schedules;
  private final Drafts drafts;
  private final Runs runs;
  private final Copies copies;
  private final CopyPost post;
  private final Colleagues colleagues;

  public Drafting(
      Workspace workspace,
      Schedules schedules,
      Drafts drafts,
      Runs runs,
      Copies copies,
      CopyPost post,
      Colleagues colleagues) {
    this.workspace = workspace;
    this.schedules = schedules;
    this.drafts = drafts;
    this.runs = runs;
    this.copies = copies;
    this.post = post;
    this.colleagues = colleagues;
  }

  Drafts drafts() {
    return drafts;
  }

  /** Takes what is due, and goes on with what was taken. Each step may be repeated. */
  void plan() {
    Instant now = workspace.clock().instant();
    for (Schedules.Watched watched : schedules.enabled()) {
      if (watched.schedule().internal().isWanted()) {
        take(watched, now);
      }
    }
    for (Draft draft : drafts.unshown()) {
      try {
        schedules.find(draft.schedule()).ifPresent(schedule -> show(draft, schedule));
      } catch (RuntimeException e) {
        LOG.error("Schedule {}: no internal copy of {}", draft.schedule(), draft.period(), e);
      }
    }
  }

  private void take(Schedules.Watched watched, Instant now) {
    Schedule schedule = watched.schedule();
    ZoneId zone = watched.zone();
    for (Schedule.Time time : schedule.next(AHEAD, now, zone)) {
      boolean isDue = schedule.internal().at(time, zone).filter(at -> !at.isAfter(now)).isPresent();
      if (isDue && drafts.claim(schedule, time)) {
        LOG.info("Schedule {}: internal copy of {}", schedule.id(), time.period());
      }
    }
  }

  private void show(Draft draft, Schedule schedule) {
    Client client = workspace.clients().named(schedule.client());
    String run = draft.run().orElseGet(() -> begin(draft, schedule, client));
    LocalDate out = LocalDate.ofInstant(draft.plannedFor(), client.zone());
    String when = Formats.of(schedule.locale()).date(out);
    List<String> have = copies.of(run).stream().map(Copy::recipient).toList();
    for (String colleague : schedule.internal().to()) {
      if (!have.contains(colleague) && isOurs(colleague, schedule)) {
        post.send(run, MailMark.Kind.INTERNAL, colleague, "schedule", when);
      }
    }
    drafts.shown(draft);
  }

  private String begin(Draft draft, Schedule schedule, Client client) {
    var request =
        new RunRequest(
            schedule.client(),
            schedule.report(),
            draft.period(),
            Optional.of(schedule.locale()),
            schedule.formats());
    String run = runs.add(request, client, "schedule", RunOrigin.ofSchedule(schedule.id())).id();
    drafts.uses(draft, run);
    return run;
  }

  /** The list may have become shorter since the schedule was written. */
  private boolean isOurs(String address, Schedule schedule) {
    try {
      colleagues.check(List.of(address));
      return true;
    } catch (IllegalArgumentException e) {
      LOG.warn("Schedule {}: an internal copy is not sent: {}", schedule.id(), e.getMessage());
      return false;
    }
  }
}
