package io.retainer.cli.demo.exports;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Posts on X, and the activity download of a month.
 *
 * @param texts of posts, in turn; some have several lines
 */
record XPosts(
    Chance chance,
    Pulse pulse,
    ZoneId zone,
    String handle,
    double impressionsPerPost,
    List<String> texts) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm '+0000'");

  /** What follows the organic counters: never promoted, so a dash each. */
  private static final int PROMOTED_COLUMNS = 18;

  Export activity(YearMonth month) {
    var sheet = new Sheet(Sheet.Quotes.NEEDED, "\r\n");
    sheet.line(
        "Tweet id,Tweet permalink,Tweet text,time,impressions,engagements,engagement"
            + " rate,retweets,replies,likes,user profile clicks,url clicks,hashtag clicks,detail"
            + " expands,permalink clicks,app opens,app installs,follows,email tweet,dial phone,media"
            + " views,media engagements,promoted impressions,promoted engagements,promoted"
            + " engagement rate,promoted retweets,promoted replies,promoted likes,promoted user"
            + " profile clicks,promoted url clicks,promoted hashtag clicks,promoted detail"
            + " expands,promoted permalink clicks,promoted app opens,promoted app installs,promoted"
            + " follows,promoted email tweet,promoted dial phone,promoted media views,promoted media"
            + " engagements");
    List<LocalDate> days = new ArrayList<>(Search.days(month));
    Collections.reverse(days);
    days.stream().filter(day -> chance.of("post?", day) < 0.5).forEach(day -> sheet.row(post(day)));
    return new Export(
        "tweet_activity_metrics_%s_%s_%s_en.csv"
            .formatted(
                handle,
                month.atDay(1).format(DateTimeFormatter.BASIC_ISO_DATE),
                month.plusMonths(1).atDay(1).format(DateTimeFormatter.BASIC_ISO_DATE)),
        "X",
        sheet.bytes());
  }

  private List<Object> post(LocalDate day) {
    LocalDateTime local =
        day.atTime(chance.between(9, 19, "hour", day, 0), chance.between(0, 59, "minute", day, 0));
    LocalDateTime utc = local.atZone(zone).withZoneSameInstant(ZoneOffset.UTC).toLocalDateTime();
    String id = Long.toString(1_700_000_000_000_000_000L + day.toEpochDay() * 15_000_000_000_123L);
    double luck = 0.45 + 2.2 * Math.pow(chance.of("luck", day), 4) + chance.of("luck2", day);
    long impressions = Math.round(impressionsPerPost * pulse.on(day) * luck);
    long likes = chance.near(impressions * 0.011, 0.4, "likes", day);
    long reposts = chance.near(impressions * 0.002, 0.6, "reposts", day);
    long replies = chance.near(impressions * 0.0012, 0.7, "replies", day);
    long profile = chance.near(impressions * 0.002, 0.5, "profile", day);
    long links = chance.near(impressions * 0.006, 0.5, "links", day);
    long hashtags = chance.near(impressions * 0.0006, 0.8, "hashtags", day);
    long expands = chance.near(impressions * 0.007, 0.4, "expands", day);
    long follows = chance.near(impressions * 0.0002, 0.9, "follows", day);
    long engagements = likes + reposts + replies + profile + links + hashtags + expands + follows;
    List<Object> row =
        new ArrayList<>(
            List.of(
                id,
                "https://twitter.com/" + handle + "/status/" + id,
                texts.get(Math.floorMod(day.toEpochDay(), texts.size())),
                TIME.format(utc),
                impressions + ".0",
                engagements + ".0",
                Numbers.ratio(engagements, impressions),
                reposts + ".0",
                replies + ".0",
                likes + ".0",
                profile + ".0",
                links + ".0",
                hashtags + ".0",
                expands + ".0",
                "0.0",
                0,
                0,
                follows,
                0,
                0,
                0,
                0));
    row.addAll(Collections.nCopies(PROMOTED_COLUMNS, "-"));
    return row;
  }
}
