package io.retainer.app.schedules;

import io.retainer.app.audit.Parts;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was held and waits for a person, answered many at once, as after days of standstill. Each is
 * answered by itself: under the rights of who answers, written down for its client, and one that
 * cannot be made keeps none of the others.
 */
public final class HeldReports {

  private final Schedules schedules;
  private final Occurrences occurrences;
  private final ScheduleDesk desk;
  private final ScheduleRuns runs;

  public HeldReports(
      Schedules schedules, Occurrences occurrences, ScheduleDesk desk, ScheduleRuns runs) {
    this.schedules = schedules;
    this.occurrences = occurrences;
    this.desk = desk;
    this.runs = runs;
  }

  /** What becomes of what was held. */
  public enum Answer {
    /** It is made now. */
    RUN,
    /** It is left out. */
    SKIP;

    /**
     * @throws IllegalArgumentException saying which words there are
     */
    public static Answer of(String word) {
      for (Answer answer : values()) {
        if (answer.word().equals(word)) {
          return answer;
        }
      }
      throw new IllegalArgumentException("\"" + word + "\" is no answer; write run or skip");
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** One that waits. */
  public record Held(Occurrence occurrence, Schedule schedule, Client client) {

    /** It waits because it was too late to go out by itself. */
    public boolean isLate() {
      return occurrence.reason().filter(why -> why.code() == Reason.Code.LATE).isPresent();
    }
  }

  /** One whose answer could not be carried out. */
  public record Refused(Held held, String why) {}

  /**
   * @param gone how many of those that were named do not wait, or are not to be seen by who answers
   */
  public record Answered(Answer answer, List<Held> done, List<Refused> refused, int gone) {

    public Answered {
      done = List.copyOf(done);
      refused = List.copyOf(refused);
    }
  }

  /** All that wait of the clients that whoever asks sees, the newest first. */
  public List<Held> all() {
    Map<ClientId, Client> clients = desk.clients();
    Map<String, Schedule> byId = new HashMap<>();
    schedules.all().forEach(schedule -> byId.put(schedule.id(), schedule));
    return occurrences.held().stream()
        .filter(each -> byId.containsKey(each.schedule()))
        .map(
            each -> {
              Schedule schedule = byId.get(each.schedule());
              return new Held(each, schedule, clients.get(schedule.client()));
            })
        .toList();
  }

  /** How many besides are ready and wait for approval; each is looked at by itself. */
  public int forApproval() {
    return occurrences.underReview().size();
  }

  /**
   * @param named ids of occurrences
   */
  public Answered answer(Collection<String> named, Answer answer, String by, Parts parts) {
    Set<String> wanted = new HashSet<>(named);
    List<Held> done = new ArrayList<>();
    List<Refused> refused = new ArrayList<>();
    for (Held held : all()) {
      if (wanted.remove(held.occurrence().id())) {
        String path = "/schedules/" + held.schedule().id() + "/" + answer.word();
        parts.does(path, () -> isDone(held, answer, by, done, refused));
      }
    }
    return new Answered(answer, done, refused, wanted.size());
  }

  private boolean isDone(
      Held held, Answer answer, String by, List<Held> done, List<Refused> refused) {
    String schedule = held.schedule().id();
    Period period = held.occurrence().period();
    try {
      switch (answer) {
        case RUN -> runs.run(schedule, Optional.of(period), false, by);
        case SKIP -> desk.skip(schedule, period, by);
      }
      done.add(held);
      return true;
    } catch (Refusal | IllegalArgumentException e) {
      refused.add(new Refused(held, e.getMessage()));
      return false;
    }
  }
}
