package io.retainer.app.schedules;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One schedule for each of many clients, as somebody wrote it.
 *
 * @param like what they have in common; its recipients are those of each client for which nothing
 *     else is said, its client says nothing
 * @param clients ids of those that are chosen
 * @param groups ids of groups, all clients of which are chosen
 * @param recipients of a client, by its id
 */
record Burst(
    ScheduleValues like,
    Set<String> clients,
    Set<String> groups,
    Map<String, List<String>> recipients) {

  List<String> recipientsOf(String client) {
    List<String> own = recipients.getOrDefault(client, List.of());
    return own.isEmpty() ? like.recipients() : own;
  }
}
