package io.retainer.app.schedules;

import io.retainer.model.client.ClientId;
import io.retainer.model.mail.MailAddress;
import io.retainer.model.time.Period;
import io.retainer.workspace.ReportFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When a client's report goes out, and to whom. Each time it is about the last closed period.
 *
 * @param kind of the periods: week, month, quarter or year
 */
public record Schedule(
    String id,
    ClientId client,
    String report,
    Rule rule,
    Period.Kind kind,
    Locale locale,
    Set<ReportFormat> formats,
    List<String> recipients,
    Incomplete incomplete,
    Approval approval,
    Days days,
    InternalCopy internal,
    boolean enabled) {

  private static final int MOST_RECIPIENTS = 50;

  /** Periods: a year of months and one more. */
  private static final int LOOKED_AHEAD = 13;

  public Schedule {
    formats = Set.copyOf(formats);
    recipients = recipients(recipients);
    if (kind == Period.Kind.DAYS) {
      throw new IllegalArgumentException(
          "A schedule is about weeks, months, quarters or years; plain days do not repeat");
    }
    check(rule, kind);
  }

  /**
   * @return each once
   * @throws IllegalArgumentException when they are none, too many, or no addresses
   */
  static List<String> recipients(List<String> texts) {
    List<String> recipients = MailAddress.distinct(texts);
    if (recipients.isEmpty() || recipients.size() > MOST_RECIPIENTS) {
      throw new IllegalArgumentException(
          "A schedule has 1 to " + MOST_RECIPIENTS + " recipients, saw " + recipients.size());
    }
    return recipients;
  }

  /**
   * @throws IllegalArgumentException when the rule never comes for such periods
   */
  static void check(Rule rule, Period.Kind kind) {
    // A cron line that never comes is refused when it is read, and to ask it takes a while.
    if (rule instanceof DayRule && rule.next(Instant.EPOCH, ZoneId.of("UTC"), kind).isEmpty()) {
      throw new IllegalArgumentException(
          "The rule \"%s\" is none for reports about a %s; write %s, or a cron line"
              .formatted(
                  rule.text(),
                  word(kind),
                  kind == Period.Kind.WEEK
                      ? "\"monday at 08:00\", or \"business-day\" with 1 to 5 or last"
                      : "\"day 15 at 08:00\", \"monday 1 at 08:00\" or \"business-day 3 at 08:00\""));
    }
  }

  /** Its recipients, the same whatever order they stand in. */
  String addressees() {
    return recipients.stream()
        .sorted(String.CASE_INSENSITIVE_ORDER)
        .collect(Collectors.joining(", "));
  }

  Schedule withRecipients(List<String> others) {
    return new Schedule(
        id,
        client,
        report,
        rule,
        kind,
        locale,
        formats,
        others,
        incomplete,
        approval,
        days,
        internal,
        enabled);
  }

  Schedule withDays(Days others) {
    return new Schedule(
        id,
        client,
        report,
        rule,
        kind,
        locale,
        formats,
        recipients,
        incomplete,
        approval,
        others,
        internal,
        enabled);
  }

  /** Who gets the same report by another schedule too. */
  List<String> doubledBy(Schedule other) {
    boolean isSame =
        !id.equals(other.id)
            && client.equals(other.client)
            && report.equals(other.report)
            && locale.equals(other.locale)
            && kind == other.kind;
    return isSame
        ? other.recipients.stream()
            .filter(one -> recipients.stream().anyMatch(one::equalsIgnoreCase))
            .toList()
        : List.of();
  }

  /** A time of the schedule, and the period that is the last closed one then. */
  public record Time(Instant at, Period period) {}

  /** The next times after a moment, one for each period: a period goes out the first time. */
  public List<Time> next(int count, Instant after, ZoneId zone) {
    List<Time> times = new ArrayList<>();
    Optional<Time> next = first(after, zone);
    while (next.isPresent() && times.size() < count) {
      times.add(next.get());
      next = afterPeriodOf(next.get(), zone);
    }
    return times;
  }

  /** The times after one moment up to another, oldest first, one for each period. */
  public List<Time> due(Instant after, Instant now, ZoneId zone) {
    List<Time> times = new ArrayList<>();
    Optional<Time> next = first(after, zone);
    while (next.filter(time -> !time.at().isAfter(now)).isPresent()) {
      times.add(next.get());
      next = afterPeriodOf(next.get(), zone);
    }
    return times;
  }

  private Optional<Time> first(Instant after, ZoneId zone) {
    return rule.next(days.from(after, zone), zone, kind)
        .filter(at -> !days.isOver(at, zone))
        .map(at -> new Time(at, lastClosed(at, zone)));
  }

  /** A period is the last closed one as long as the period after it lasts. */
  private Optional<Time> afterPeriodOf(Time time, ZoneId zone) {
    LocalDate over = time.period().following().span().end();
    return first(over.atStartOfDay(zone).toInstant().minusNanos(1), zone);
  }

  /**
   * Those of the next periods that the rule never comes after, as with the 31st of each month by
   * cron: of these no report goes out. Looked at are so many periods, however seldom the rule
   * comes: what is left out in decades helps nobody.
   */
  public List<Period> skipped(Instant after, ZoneId zone) {
    if (rule instanceof DayRule) {
      return List.of();
    }
    Period running = lastClosed(days.from(after, zone), zone).following();
    List<Period> ahead =
        Stream.iterate(running, Period::following)
            .limit(LOOKED_AHEAD)
            .takeWhile(each -> days.last().filter(lastDayFor(each)::isAfter).isEmpty())
            .toList();
    if (ahead.isEmpty()) {
      return List.of();
    }
    Instant horizon =
        lastDayFor(ahead.get(ahead.size() - 1)).plusDays(1).atStartOfDay(zone).toInstant();
    Set<Period> coming =
        due(after, horizon.minusNanos(1), zone).stream()
            .map(Time::period)
            .collect(Collectors.toSet());
    return ahead.stream().filter(each -> !coming.contains(each)).toList();
  }

  /** A day later it is no longer the last closed one. */
  private static LocalDate lastDayFor(Period period) {
    return period.following().span().lastDay();
  }

  /** Whether it is neither paused nor over. */
  public boolean goesOn(Instant at, ZoneId zone) {
    return enabled && !days.isOver(at, zone);
  }

  Period lastClosed(Instant at, ZoneId zone) {
    return Period.lastClosed(kind, LocalDate.ofInstant(at, zone));
  }

  public static String word(Period.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException saying which words there are
   */
  static Period.Kind kind(String word) {
    for (Period.Kind kind : Period.Kind.values()) {
      if (kind != Period.Kind.DAYS && word(kind).equals(word)) {
        return kind;
      }
    }
    throw new IllegalArgumentException(
        "\"" + word + "\" is no kind of period; write week, month, quarter or year");
  }
}
