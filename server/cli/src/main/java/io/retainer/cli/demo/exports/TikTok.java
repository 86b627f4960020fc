package io.retainer.cli.demo.exports;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * A TikTok profile: its days and its videos.
 *
 * @param followers at the beginning of 2024
 * @param followersPerDay gained on an ordinary day
 * @param titles of videos, in turn
 */
record TikTok(
    Chance chance,
    Pulse pulse,
    String handle,
    long followers,
    double followersPerDay,
    double viewsPerDay,
    List<String> titles) {

  private static final LocalDate BEGINNING = LocalDate.of(2024, 1, 1);
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private long gained(LocalDate day) {
    return chance.near(followersPerDay * pulse.on(day) + 1.5, 0.9, "followers", day) - 1;
  }

  private long followersAfter(LocalDate day) {
    return followers + BEGINNING.datesUntil(day.plusDays(1)).mapToLong(this::gained).sum();
  }

  /** The overview of a month's days. */
  Export overview(YearMonth month) {
    var sheet = new Sheet(Sheet.Quotes.ALWAYS, "\n");
    sheet.row(
        "Date",
        "Video views",
        "Followers",
        "Difference in followers from previous day",
        "Profile views");
    long level = followersAfter(month.atDay(1).minusDays(1));
    for (LocalDate day : Search.days(month)) {
      level += gained(day);
      long views = chance.near(viewsPerDay * pulse.on(day), 0.35, "views", day);
      long visits = chance.near(views * 0.04, 0.3, "visits", day);
      sheet.row(day, views, level, gained(day), visits);
    }
    return export("Overview " + month, sheet);
  }

  /** The videos of some months, as they stood when the last month was over. */
  Export videos(List<YearMonth> months) {
    var sheet = new Sheet(Sheet.Quotes.ALWAYS, "\n");
    sheet.row(
        "Time",
        "Video title",
        "Video link",
        "Post time",
        "Total likes",
        "Total comments",
        "Total shares\u00A0",
        "Total views");
    YearMonth last = months.get(months.size() - 1);
    LocalDateTime exported = last.plusMonths(1).atDay(2).atTime(9, 40);
    for (YearMonth month : months) {
      for (LocalDate day : Search.days(month)) {
        if (chance.of("video?", day) < 0.27) {
          sheet.row(video(day, exported));
        }
      }
    }
    return export("Video Posts " + last, sheet);
  }

  private List<Object> video(LocalDate day, LocalDateTime exported) {
    LocalDateTime posted = day.atTime(17, chance.between(0, 59, "minute", day, 0));
    double luck = Math.pow(chance.of("luck", day), 3) * 6 + 0.5;
    long views = Math.round(viewsPerDay * 2.6 * pulse.on(day) * luck);
    long likes = chance.near(views * 0.062, 0.35, "likes", day);
    long id = 7_000_000_000_000_000_000L + day.toEpochDay() * 19_000_000_000_000L;
    return List.of(
        MINUTE.format(exported),
        titles.get(Math.floorMod(day.toEpochDay(), titles.size())),
        "https://www.tiktok.com/@%s/video/%d".formatted(handle, id),
        MINUTE.format(posted),
        likes,
        chance.near(likes * 0.035, 0.6, "comments", day),
        chance.near(likes * 0.05, 0.6, "shares", day),
        views);
  }

  private static Export export(String name, Sheet sheet) {
    byte[] bytes =
        (Sheet.BOM + new String(sheet.bytes(), java.nio.charset.StandardCharsets.UTF_8))
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return new Export(name + ".csv", "TikTok", bytes);
  }
}
