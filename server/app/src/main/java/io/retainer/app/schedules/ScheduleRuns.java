package io.retainer.app.schedules;

import io.retainer.app.deliveries.Deliveries;
import io.retainer.app.deliveries.Delivery;
import io.retainer.app.reports.RunOrigin;
import io.retainer.model.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Issues periods of schedules when somebody asks for it. */
public final class ScheduleRuns {

  private final ScheduleDesk desk;
  private final Occurrences occurrences;
  private final Deliveries deliveries;
  private final Issuer issuer;

  public ScheduleRuns(
      ScheduleDesk desk, Occurrences occurrences, Deliveries deliveries, Issuer issuer) {
    this.desk = desk;
    this.occurrences = occurrences;
    this.deliveries = deliveries;
    this.issuer = issuer;
  }

  /**
   * Issues a period now, with what data there is.
   *
   * @param wanted the last closed one when empty
   * @param again whether recipients who have it already shall have it once more
   */
  Occurrence run(String id, Optional<Period> wanted, boolean again, String by) {
    return run(id, wanted, again, by, "");
  }

  /**
   * The same.
   *
   * @param correction why it is issued once more, as recipients read it; may be empty
   * @throws IllegalArgumentException when the period is none of the schedule's, or the reason is
   *     too long
   */
  Occurrence run(String id, Optional<Period> wanted, boolean again, String by, String correction) {
    Schedule schedule = desk.existing(id);
    Period period = wanted.orElseGet(() -> desk.lastClosed(schedule));
    desk.refuseOpen(schedule, period);
    desk.refuseStrangers(schedule);
    Optional<Occurrence> latest = occurrences.latest(id, period);
    if (latest.filter(each -> each.isWaiting() || each.isStoppedBy(schedule)).isPresent()
        && occurrences.progress().doNotWait(latest.get().id(), by)) {
      issuer.soon(latest.get());
      return occurrences.find(latest.get().id()).orElseThrow();
    }
    List<Occurrence> made = occurrences.of(id, period);
    Optional<Occurrence> out = made.stream().filter(this::isOut).findFirst();
    List<String> leaving = made.stream().flatMap(this::leaving).distinct().toList();
    Optional<Occurrence> meant = latest.filter(ScheduleRuns::isHeldCorrection);
    Repetition repetition = Repetition.of(latest, out, again || meant.isPresent());
    if (repetition instanceof Repetition.Allowed allowed && leaving.isEmpty()) {
      Occurrence taken =
          occurrences
              .claims()
              .request(
                  id,
                  period,
                  allowed.number(),
                  by,
                  reason(correction).or(() -> meant.flatMap(Occurrence::correction)))
              .orElseThrow(
                  () ->
                      new Refusal(
                          Refusal.Kind.UNDER_WAY, period + " was just begun by somebody else."));
      issuer.soon(taken);
      return taken;
    }
    throw repetition instanceof Repetition.Doubtful doubtful
        ? new Refusal(
            Refusal.Kind.OUT,
            "%s was delivered already (occurrence %s, run %s, planned for %s). To deliver it once more send {\"again\": true}."
                .formatted(
                    period,
                    doubtful.earlier().id(),
                    doubtful.earlier().run().orElse("none"),
                    doubtful.earlier().plannedFor()))
        : new Refusal(Refusal.Kind.UNDER_WAY, underWay(latest.get(), leaving));
  }

  /** Somebody has said that they mean it, and why. */
  private static boolean isHeldCorrection(Occurrence latest) {
    return latest.state() == Occurrence.State.HELD
        && latest.repetition() > 0
        && latest.requestedBy().isPresent();
  }

  /** To whom a mail of it is still on its way, sent again or to another address as it may be. */
  private Stream<String> leaving(Occurrence made) {
    return made.run().map(Deliveries.Filter::ofRun).map(deliveries::list).orElse(List.of()).stream()
        .filter(mail -> !mail.state().isOver())
        .map(Delivery::recipient);
  }

  private static String underWay(Occurrence latest, List<String> waiting) {
    if (latest.state() == Occurrence.State.REVIEW) {
      return "%s is rendered and waits for a decision: approve or reject run %s first."
          .formatted(latest.period(), latest.run().orElse("none"));
    }
    return waiting.isEmpty()
        ? "%s is being delivered just now (occurrence %s).".formatted(latest.period(), latest.id())
        : "%s is being delivered just now, and mails of it still wait: %s. To issue it once more, stop those on the page Deliveries first."
            .formatted(latest.period(), String.join(", ", waiting));
  }

  private static Optional<String> reason(String correction) {
    String line = correction.replaceAll("[\\p{Cntrl}\u2028\u2029]+", " ").strip();
    if (line.length() > RunOrigin.LONGEST_REASON) {
      throw new IllegalArgumentException(
          "A reason has at most %d characters, saw %d"
              .formatted(RunOrigin.LONGEST_REASON, line.length()));
    }
    return Optional.of(line).filter(text -> !text.isEmpty());
  }

  private boolean isOut(Occurrence occurrence) {
    return occurrence.state() == Occurrence.State.SENT
        || occurrence
            .run()
            .filter(
                run ->
                    deliveries.list(Deliveries.Filter.ofRun(run)).stream()
                        .anyMatch(
                            mail ->
                                mail.state() == Delivery.State.SENT
                                    || mail.state() == Delivery.State.UNKNOWN))
            .isPresent();
  }
}
