package io.retainer.app.schedules;

import io.retainer.model.client.ClientId;
import io.retainer.model.mail.MailAddress;
import io.retainer.model.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Nobody gets the same report in the same language by two schedules, paused ones included: one rule
 * wherever schedules are written. Where an earlier version let it happen, those schedules may still
 * be changed.
 */
final class Doubles {

  /**
   * @param added the schedule that would send it once more
   * @param there the one that sends it already
   */
  record Found(Schedule added, Schedule there, String recipient) {

    /**
     * A schedule has no name: to a person it is a rule of a client, as pages and tables have it.
     *
     * @param client its name
     */
    String text(String client) {
      String text =
          there.enabled()
              ? "%s gets this report of %s by another schedule already: \"%s\". Change that one, or leave the address out"
              : "%s gets this report of %s by a paused schedule already: \"%s\". Change that one, or leave the address out";
      return text.formatted(recipient, client, there.rule().text());
    }
  }

  private record Key(
      ClientId client, String report, Period.Kind kind, Locale language, String recipient) {}

  private Doubles() {}

  /**
   * @return at most one for each schedule
   */
  static List<Found> between(Collection<Schedule> before, Collection<Schedule> after) {
    Map<Key, List<Schedule>> earlier = byKey(before);
    Map<String, Found> found = new LinkedHashMap<>();
    byKey(after)
        .forEach(
            (key, senders) -> {
              Set<String> sent =
                  earlier.getOrDefault(key, List.of()).stream()
                      .map(Schedule::id)
                      .collect(Collectors.toSet());
              Schedule first =
                  senders.stream()
                      .filter(each -> sent.contains(each.id()))
                      .findFirst()
                      .orElse(senders.get(0));
              senders.stream()
                  .filter(each -> each != first && !sent.contains(each.id()))
                  .forEach(
                      each ->
                          found.putIfAbsent(each.id(), new Found(each, first, key.recipient())));
            });
    return List.copyOf(found.values());
  }

  private static Map<Key, List<Schedule>> byKey(Collection<Schedule> schedules) {
    Map<Key, List<Schedule>> senders = new LinkedHashMap<>();
    for (Schedule each : schedules) {
      for (String recipient : each.recipients()) {
        String address = new MailAddress(recipient).key();
        senders
            .computeIfAbsent(
                new Key(each.client(), each.report(), each.kind(), each.locale(), address),
                any -> new ArrayList<>())
            .add(each);
      }
    }
    return senders;
  }
}
