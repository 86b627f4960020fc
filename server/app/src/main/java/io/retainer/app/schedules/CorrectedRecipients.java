package io.retainer.app.schedules;

import io.retainer.app.deliveries.ScheduleRecipients;
import io.retainer.model.client.ClientId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Recipients of schedules that are corrected where a mail of theirs did not arrive. */
public final class CorrectedRecipients implements ScheduleRecipients {

  private final Schedules schedules;

  public CorrectedRecipients(Schedules schedules) {
    this.schedules = schedules;
  }

  @Override
  public List<Use> sendingTo(ClientId client, String recipient) {
    return schedules.sendingTo(recipient).stream()
        .filter(each -> each.client().equals(client))
        .map(each -> new Use(each.id(), each.report()))
        .toList();
  }

  @Override
  public void replace(Handle handle, String id, String recipient, String now) {
    ScheduleReader.refuseFormula(now);
    // Of two who correct the same schedule, the second waits here and adds to the first's.
    handle
        .createQuery("select id from report_schedule where id = :id for update")
        .bind("id", id)
        .mapTo(String.class)
        .findOne();
    Optional<Schedule> before = schedules.find(id);
    List<String> recipients =
        before.map(Schedule::recipients).map(ArrayList::new).orElseGet(ArrayList::new);
    int place = indexOf(recipients, recipient);
    if (place >= 0) {
      recipients.set(place, now);
      // A schedule has each address once: where the new one stands already, the old one is gone.
      Schedule after = before.orElseThrow().withRecipients(recipients);
      schedules.save(handle, List.of(), List.of(after), List.of(), "");
    }
  }

  private static int indexOf(List<String> recipients, String wanted) {
    for (int i = 0; i < recipients.size(); i++) {
      if (recipients.get(i).equalsIgnoreCase(wanted)) {
        return i;
      }
    }
    return -1;
  }
}
