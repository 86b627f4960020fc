package io.retainer.cli.demo.exports;

import static io.retainer.cli.demo.exports.Numbers.exactly;
import static io.retainer.cli.demo.exports.Numbers.share;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A newsletter sent every week by Mailchimp, and its campaign overview.
 *
 * @param subscribers in the first year
 * @param subjects one for each campaign, in turn
 * @param titles the campaigns' own names, in turn with the subjects
 */
record Mailings(
    Chance chance,
    Pulse pulse,
    String list,
    double subscribers,
    DayOfWeek weekday,
    List<String> titles,
    List<String> subjects) {

  private static final DateTimeFormatter SENT =
      DateTimeFormatter.ofPattern("MMM dd, yyyy hh:mm", Locale.US);

  /** How a campaign's clicks arrive: on the day, the day after, and later. */
  private static final double[] ARRIVE = {0.62, 0.25, 0.13};

  private record Campaign(
      LocalDate day, long delivered, long soft, long hard, long opens, long clicks, long gone) {}

  private Optional<Campaign> sentOn(LocalDate day) {
    if (day.getDayOfWeek() != weekday) {
      return Optional.empty();
    }
    double years = (day.toEpochDay() - LocalDate.of(2024, 1, 1).toEpochDay()) / 365.25;
    long recipients = Math.round(subscribers * Math.pow(1.22, years));
    long soft = chance.near(recipients * 0.004, 0.5, "soft", day);
    long hard = chance.near(recipients * 0.003, 0.5, "hard", day);
    long delivered = recipients - soft - hard;
    double openRate = 0.33 + 0.09 * chance.of("opens", day);
    double clickRate = (0.024 + 0.02 * chance.of("clicks", day)) * Math.sqrt(pulse.on(day));
    return Optional.of(
        new Campaign(
            day,
            delivered,
            soft,
            hard,
            Math.round(delivered * openRate),
            Math.round(delivered * clickRate),
            chance.near(delivered * 0.0021, 0.6, "gone", day)));
  }

  /** Sessions the newsletter brings to the site on a day. */
  long sessions(LocalDate day) {
    double sessions = 0;
    for (int age = 0; age < ARRIVE.length; age++) {
      double part = ARRIVE[age];
      sessions += sentOn(day.minusDays(age)).map(campaign -> campaign.clicks() * part).orElse(0.0);
    }
    return Math.round(sessions * 1.08);
  }

  /** The overview of all campaigns, as it is exported after the last month. */
  Export overview(List<YearMonth> months) {
    var sheet = new Sheet(Sheet.Quotes.BLANKS, "\n");
    sheet.row(
        "Title",
        "Subject",
        "List",
        "Send Date",
        "Send Weekday",
        "Total Recipients",
        "Successful Deliveries",
        "Soft Bounces",
        "Hard Bounces",
        "Total Bounces",
        "Times Forwarded",
        "Forwarded Opens",
        "Unique Opens",
        "Open Rate",
        "Total Opens",
        "Unique Clicks",
        "Click Rate",
        "Total Clicks",
        "Unsubscribes",
        "Abuse Complaints",
        "Times Liked on Facebook",
        "Folder Id",
        "Unique Id",
        "Total Orders",
        "Total Gross Sales",
        "Total Revenue");
    months.stream()
        .flatMap(month -> Search.days(month).stream())
        .flatMap(day -> sentOn(day).stream())
        .forEach(campaign -> sheet.row(row(campaign)));
    YearMonth last = months.get(months.size() - 1);
    return new Export("campaigns_" + last + ".csv", "Mailchimp", sheet.bytes());
  }

  private List<Object> row(Campaign campaign) {
    LocalDate day = campaign.day();
    int turn = Math.floorMod(day.toEpochDay() / 7, subjects.size());
    var sent = day.atTime(10, chance.between(0, 20, "minute", day, 0));
    return List.of(
        titles.get(turn) + " " + YearMonth.from(day) + " / " + (day.getDayOfMonth() + 6) / 7,
        subjects.get(turn),
        list,
        SENT.format(sent) + (sent.getHour() < 12 ? " am" : " pm"),
        day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.US),
        campaign.delivered() + campaign.soft() + campaign.hard(),
        campaign.delivered(),
        campaign.soft(),
        campaign.hard(),
        campaign.soft() + campaign.hard(),
        0,
        0,
        campaign.opens(),
        exactly(2, 100 * share(campaign.opens(), campaign.delivered())) + "%",
        Math.round(campaign.opens() * 1.5),
        campaign.clicks(),
        exactly(2, 100 * share(campaign.clicks(), campaign.delivered())) + "%",
        Math.round(campaign.clicks() * 1.3),
        campaign.gone(),
        0,
        0,
        0,
        "%010x".formatted((long) (chance.of("id", day) * (1L << 40))),
        0,
        0,
        0);
  }
}
