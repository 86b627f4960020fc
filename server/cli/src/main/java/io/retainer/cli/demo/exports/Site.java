package io.retainer.cli.demo.exports;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The visitors of a site by channel.
 *
 * @param account name of the analytics account
 * @param property name of the analytics property
 * @param channels in the order of their size
 * @param conversions what visitors did of what the business wants, on a day
 * @param revenueCents what they paid on a day
 */
record Site(
    Chance chance,
    Pulse pulse,
    String account,
    String property,
    List<Channel> channels,
    ToLongFunction<LocalDate> conversions,
    ToLongFunction<LocalDate> revenueCents) {

  /**
   * @param sessions on a day
   * @param engaged share of sessions that are engaged
   * @param seconds mean engagement
   * @param worth how likely a session converts, against the other channels
   */
  record Channel(
      String name,
      ToLongFunction<LocalDate> sessions,
      double engaged,
      double seconds,
      double worth) {}

  /** What a channel brought. */
  record Visits(
      long sessions,
      long engaged,
      long users,
      long events,
      long seconds,
      long conversions,
      long revenueCents) {

    static final Visits NONE = new Visits(0, 0, 0, 0, 0, 0, 0);

    Visits plus(Visits other) {
      return new Visits(
          sessions + other.sessions,
          engaged + other.engaged,
          users + other.users,
          events + other.events,
          seconds + other.seconds,
          conversions + other.conversions,
          revenueCents + other.revenueCents);
    }
  }

  /** One for each channel, in its order. */
  List<Visits> on(LocalDate day) {
    double[] worth = new double[channels.size()];
    long[] sessions = new long[channels.size()];
    for (int i = 0; i < worth.length; i++) {
      sessions[i] = Math.max(0, channels.get(i).sessions().applyAsLong(day));
      worth[i] = sessions[i] * channels.get(i).worth() + 1e-9;
    }
    long[] converted = Shares.of(conversions.applyAsLong(day), worth);
    long[] revenue = Shares.of(revenueCents.applyAsLong(day), worth);
    return java.util.stream.IntStream.range(0, worth.length)
        .mapToObj(i -> visits(day, i, sessions[i], converted[i], revenue[i]))
        .toList();
  }

  private Visits visits(LocalDate day, int index, long sessions, long converted, long revenue) {
    Channel channel = channels.get(index);
    long engaged =
        Math.min(sessions, chance.near(sessions * channel.engaged(), 0.08, channel.name(), day, 1));
    long users = Math.min(sessions, chance.near(sessions * 0.82, 0.05, channel.name(), day, 2));
    long events = sessions * 3 + engaged * 5 + converted;
    long seconds = chance.near(sessions * channel.seconds(), 0.1, channel.name(), day, 3);
    return new Visits(sessions, engaged, users, events, seconds, converted, revenue);
  }

  List<Visits> in(YearMonth month) {
    Visits[] sums = new Visits[channels.size()];
    java.util.Arrays.fill(sums, Visits.NONE);
    for (LocalDate day : Search.days(month)) {
      List<Visits> visits = on(day);
      for (int i = 0; i < sums.length; i++) {
        sums[i] = sums[i].plus(visits.get(i));
      }
    }
    return List.of(sums);
  }

  /** A channel of so many sessions on an ordinary day. */
  Channel channel(String name, double perDay, double engaged, double seconds, double worth) {
    return new Channel(
        name, day -> chance.near(perDay * pulse.on(day), 0.22, name, day), engaged, seconds, worth);
  }
}
