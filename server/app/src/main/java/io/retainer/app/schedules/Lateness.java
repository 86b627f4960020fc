package io.retainer.app.schedules;

import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What ought to have been done by now and was not: the clock, or what it begins, stands still. */
public final class Lateness {

  /** How long a step that needs nobody may take. */
  static final Duration WINDOW = Duration.ofMinutes(30);

  private final Workspace workspace;
  private final Schedules schedules;
  private final Occurrences occurrences;

  public Lateness(Workspace workspace, Schedules schedules, Occurrences occurrences) {
    this.workspace = workspace;
    this.schedules = schedules;
    this.occurrences = occurrences;
  }

  /** When what waits for data is given to a person. */
  public static Instant deadline(Occurrence waiting) {
    return waiting
        .waitUntil()
        .orElseGet(() -> waiting.plannedFor().plus(Incomplete.USUAL_PATIENCE));
  }

  /** The schedules with something that is late, each once for each thing. */
  public List<String> schedules() {
    Instant latest = workspace.clock().instant().minus(WINDOW);
    List<String> late = new ArrayList<>();
    Map<ClientId, ZoneId> zones =
        workspace.clients().all().stream().collect(Collectors.toMap(Client::id, Client::zone));
    for (Schedules.Watched watched : schedules.enabled()) {
      Schedule schedule = watched.schedule();
      ZoneId zone = zones.get(schedule.client());
      if (!schedule.due(watched.plannedUntil(), latest, zone).isEmpty()) {
        late.add(schedule.id());
      }
    }
    for (Occurrence.State state : List.of(Occurrence.State.PLANNED, Occurrence.State.RENDERING)) {
      occurrences.in(state).stream()
          .filter(each -> begun(each).isBefore(latest))
          .map(Occurrence::schedule)
          .forEach(late::add);
    }
    return late;
  }

  /**
   * From when on a step is expected; what waits for data is expected once its patience is over.
   * What lay with a person or waited for data is as old as it is, and nothing is late about it.
   */
  private static Instant begun(Occurrence occurrence) {
    return occurrence.isWaiting()
        ? deadline(occurrence)
        : occurrence.asked().or(occurrence::lookAgain).orElse(occurrence.created());
  }
}
