package io.retainer.app.deliveries;

import io.retainer.app.audit.Parts;
import io.retainer.app.reports.Run;
import io.retainer.app.reports.RunOrigin;
import io.retainer.app.reports.RunStep;
import io.retainer.app.reports.RunSteps;
import io.retainer.app.reports.Runs;
import io.retainer.model.client.ClientId;
import io.retainer.model.mail.MailAddress;
import io.retainer.workspace.Workspace;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Sends a report that did not arrive to another address: the same files and words, to that one
 * alone. The mail that did not arrive is settled by it. The other address is whatever may stand in
 * a schedule of the client: a mailbox or a destination.
 */
public final class Readdressing {

  private final Supplier<Jdbi> state;
  private final Clock clock;
  private final Workspace workspace;
  private final Deliveries deliveries;
  private final Runs runs;
  private final RunSteps steps;
  private final Postman postman;
  private final ScheduleRecipients schedules;
  private final Outlets outlets;

  public Readdressing(
      Supplier<Jdbi> state,
      Clock clock,
      Workspace workspace,
      Deliveries deliveries,
      Runs runs,
      RunSteps steps,
      Postman postman,
      ScheduleRecipients schedules,
      Outlets outlets) {
    this.state = state;
    this.clock = clock;
    this.workspace = workspace;
    this.deliveries = deliveries;
    this.runs = runs;
    this.steps = steps;
    this.postman = postman;
    this.schedules = schedules;
    this.outlets = outlets;
  }

  /**
   * @param replaced what did not arrive
   * @param delivery what goes out in its place
   * @param corrected the report's schedule, when it has the new address
   * @param others schedules of the client that still send to the old one
   */
  public record Readdressed(
      Delivery replaced,
      Delivery delivery,
      Optional<String> corrected,
      List<ScheduleRecipients.Use> others) {

    public Readdressed {
      others = List.copyOf(others);
    }
  }

  /**
   * Of several who ask at once, one does it.
   *
   * @param recipient the other address
   * @param inSchedule whether the run's schedule has it from now on as well
   * @throws IllegalArgumentException when the client's reports may not go there
   * @throws Conflict when the mail is none that did not arrive, or the report goes there already
   */
  public Readdressed readdress(
      Delivery old, String recipient, boolean inSchedule, String by, Parts parts) {
    MailAddress to = new MailAddress(recipient);
    check(old, to);
    Optional<String> toCorrect =
        schedule(old).filter(each -> inSchedule && sends(each, old.client(), old.recipient()));
    if (toCorrect.isEmpty()) {
      state.get().useTransaction(handle -> move(handle, old, to, by));
    } else {
      // It is written down for the schedule too, as if it had been changed by itself.
      corrected(parts, old, to, toCorrect.get(), by);
    }
    postman.send(old.run());
    return deliveries.find(old.id()).flatMap(this::done).orElseThrow();
  }

  /** What goes out in the place of a mail; empty when nothing does. */
  Optional<Readdressed> done(Delivery old) {
    return old.replacedBy()
        .flatMap(
            to ->
                deliveries.list(Deliveries.Filter.ofRun(old.run())).stream()
                    .filter(each -> each.recipient().equalsIgnoreCase(to))
                    .findFirst())
        .map(
            now ->
                new Readdressed(
                    old,
                    now,
                    schedule(old).filter(each -> sends(each, now.client(), now.recipient())),
                    schedules.sendingTo(old.client(), old.recipient())));
  }

  private boolean sends(String schedule, ClientId client, String recipient) {
    return schedules.sendingTo(client, recipient).stream()
        .anyMatch(each -> each.schedule().equals(schedule));
  }

  private Optional<String> schedule(Delivery delivery) {
    return runs.find(delivery.run()).map(Run::origin).flatMap(RunOrigin::schedule);
  }

  private void check(Delivery old, MailAddress to) {
    if (!old.state().mayBeReaddressed()) {
      throw notLost(old);
    }
    if (!deliveries.outdated(Set.of(old.id())).isEmpty()) {
      throw new Conflict(
          "A later report has taken the place of this one; send that one to another address");
    }
    if (to.key().equals(new MailAddress(old.recipient()).key())) {
      throw new IllegalArgumentException(
          "\"%s\" is the address at which it did not arrive; write another one, or send it again"
              .formatted(to));
    }
    workspace.mail().allowed(old.client()).check(List.of(to.text()));
    outlets.check(old.client(), List.of(to.text()));
  }

  private void corrected(Parts parts, Delivery old, MailAddress to, String schedule, String by) {
    List<RuntimeException> refused = new ArrayList<>();
    parts.does(
        "/schedules/" + schedule + "/edit",
        () -> {
          try {
            state
                .get()
                .useTransaction(
                    handle -> {
                      move(handle, old, to, by);
                      schedules.replace(handle, schedule, old.recipient(), to.text());
                    });
            return true;
          } catch (IllegalArgumentException | Conflict e) {
            refused.add(e);
            return false;
          }
        });
    for (RuntimeException why : refused) {
      throw why;
    }
  }

  private void move(Handle handle, Delivery old, MailAddress to, String by) {
    // Of two who readdress mails of one run at once, the second waits here and sees the first's.
    handle
        .createQuery("select id from report_run where id = :run for update")
        .bind("run", old.run())
        .mapTo(String.class)
        .one();
    boolean isMine =
        handle
                .createUpdate(
                    """
                    update delivery
                    set state = 'replaced', replaced_by = :to, updated_at = :now,
                        next_attempt_at = null
                    where id = :id and state in ('failed', 'bounced')
                    """)
                .bind("id", old.id())
                .bind("to", to.text())
                .bind("now", clock.instant())
                .execute()
            == 1;
    if (!isMine) {
      throw notLost(deliveries.find(old.id()).orElse(old));
    }
    if (!isBack(handle, old, to) && !deliveries.add(handle, old.run(), old.client(), to.text())) {
      throw new Conflict(
          "\"%s\" is a recipient of this report already; its own line says what became of that mail"
              .formatted(to));
    }
    steps.add(
        handle,
        old.run(),
        RunStep.Kind.READDRESSED,
        Optional.of(by),
        old.recipient() + " → " + to.text());
  }

  /** An address that was given up may turn out to be the right one. */
  private boolean isBack(Handle handle, Delivery old, MailAddress to) {
    return handle
            .createUpdate(
                """
                update delivery
                set state = 'queued', replaced_by = null, updated_at = :now,
                    next_attempt_at = :now, told_at = null, uncounted = attempts
                where run_id = :run and lower(recipient) = lower(:to) and state = 'replaced'
                """)
            .bind("run", old.run())
            .bind("to", to.text())
            .bind("now", clock.instant())
            .execute()
        == 1;
  }

  private static Conflict notLost(Delivery delivery) {
    return delivery.state() == Delivery.State.UNKNOWN
        ? Doubt.about(delivery.recipient()).elsewhere()
        : new Conflict(
            "Only a failed or bounced mail goes to another address; this one is none, or somebody"
                + " has just dealt with it");
  }
}
