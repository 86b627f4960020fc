package io.retainer.systemtest;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;

/** Visits of a client's site by day, channel and country, as a Google Analytics 4 exploration. */
record YearsOfTraffic(String client) {

  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
  private static final List<String> CHANNELS =
      List.of(
          "Direct",
          "Organic Search",
          "Paid Search",
          "Organic Social",
          "Paid Social",
          "Email",
          "Referral",
          "Display",
          "Organic Video",
          "Affiliates");
  private static final List<String> COUNTRIES =
      List.of(
          "Finland",
          "Sweden",
          "Norway",
          "Denmark",
          "Estonia",
          "Latvia",
          "Lithuania",
          "Poland",
          "Germany",
          "Netherlands",
          "France");

  /** Rows of each day. */
  static final int A_DAY = CHANNELS.size() * COUNTRIES.size();

  /** A file of these days, both included; the same days always bring the same rows. */
  byte[] file(LocalDate first, LocalDate last) {
    StringBuilder lines = new StringBuilder();
    long sessions = 0;
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      var random = new Random(client.hashCode() * 31L + day.toEpochDay());
      for (String channel : CHANNELS) {
        for (String country : COUNTRIES) {
          int visits = 5 + random.nextInt(200);
          sessions += visits;
          lines.append(DAY.format(day)).append(',').append(channel).append(',').append(country);
          lines.append(',').append(visits).append(',').append(visits * 2 / 3);
          lines.append(',').append(visits / 20).append('\n');
        }
      }
    }
    String head =
        "# ----------------------------------------\n# "
            + client
            + "\n# Sessions by day-Free form 1\n# "
            + DAY.format(first)
            + "-"
            + DAY.format(last)
            + "\n# ----------------------------------------\n\n"
            + "Date,Session default channel group,Country,Sessions,Engaged sessions,Key events\n"
            + ",,,"
            + sessions
            + ",,,Grand total\n";
    return (head + lines).getBytes(StandardCharsets.UTF_8);
  }
}
