package io.retainer.cli.demo.exports;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * How a site is found in a search engine.
 *
 * @param clicksPerDay on an ordinary day
 * @param clickRate clicks per impression
 * @param position the mean position in the first year; it improves a little every year
 */
record Search(
    Chance chance,
    Pulse pulse,
    double clicksPerDay,
    double clickRate,
    double position,
    String site,
    List<Query> queries,
    List<Weighted> countries,
    List<Weighted> devices) {

  /**
   * @param page path of the page found
   * @param weight its share of all impressions
   * @param position where the page usually stands
   */
  record Query(String words, String page, double weight, double position) {}

  record Weighted(String name, double weight) {}

  /** Clicks, impressions and position of something. */
  record Found(String what, long clicks, long impressions, double position) {
    double clickRate() {
      return Numbers.share(clicks, impressions);
    }
  }

  long clicks(LocalDate day) {
    return chance.near(clicksPerDay * pulse.on(day), 0.18, "search clicks", day);
  }

  Found on(LocalDate day) {
    double rate = clickRate * (0.92 + 0.16 * chance.of("search rate", day));
    long impressions = Math.round(clicks(day) / rate) + 3;
    double place = drifted(position, day) * (0.96 + 0.08 * chance.of("search place", day));
    return new Found(day.toString(), Math.min(clicks(day), impressions), impressions, place);
  }

  Found in(YearMonth month) {
    long clicks = 0;
    long impressions = 0;
    for (LocalDate day : days(month)) {
      clicks += on(day).clicks();
      impressions += on(day).impressions();
    }
    return new Found(month.toString(), clicks, impressions, drifted(position, month.atDay(15)));
  }

  /** The queries the engine names; it keeps rare ones to itself, about a third of the clicks. */
  List<Found> byQuery(YearMonth month) {
    Found all = in(month);
    double[] impressions = new double[queries.size()];
    double[] clicks = new double[queries.size()];
    double[] places = new double[queries.size()];
    for (int i = 0; i < queries.size(); i++) {
      Query query = queries.get(i);
      places[i] = Math.max(1, place(query, month, i));
      impressions[i] = query.weight() * (0.8 + 0.4 * chance.of("query", month.atDay(1), i));
      clicks[i] = impressions[i] / Math.pow(places[i], 0.9);
    }
    return found(
        queries.stream().map(Query::words).toList(),
        Shares.of(Math.round(all.clicks() * 0.66), clicks),
        Shares.of(Math.round(all.impressions() * 0.58), impressions),
        places);
  }

  private double place(Query query, YearMonth month, int index) {
    double noise = 0.9 + 0.2 * chance.of("query place", month.atDay(1), index);
    return drifted(query.position(), month.atDay(15)) * noise;
  }

  /** The position of a query on one day, as a rank tracker sees it; above the depth: none. */
  int rank(int query, LocalDate day) {
    double usual = place(queries.get(query), YearMonth.from(day), query);
    return (int) Math.round(Math.max(1, usual * (0.85 + 0.3 * chance.of("rank", day, query))));
  }

  List<Found> byPage(YearMonth month) {
    List<String> pages = queries.stream().map(Query::page).distinct().toList();
    double[] weights = new double[pages.size()];
    double[] places = new double[pages.size()];
    double[] counts = new double[pages.size()];
    for (int i = 0; i < queries.size(); i++) {
      int page = pages.indexOf(queries.get(i).page());
      weights[page] += queries.get(i).weight();
      places[page] += place(queries.get(i), month, i);
      counts[page]++;
    }
    for (int i = 0; i < pages.size(); i++) {
      places[i] = Math.max(1, places[i] / counts[i]);
    }
    List<String> addresses = pages.stream().map(page -> "https://" + site + page).toList();
    return split(month, addresses, weights, places);
  }

  List<Found> byCountry(YearMonth month) {
    return split(month, countries);
  }

  List<Found> byDevice(YearMonth month) {
    return split(month, devices);
  }

  private List<Found> split(YearMonth month, List<Weighted> parts) {
    double[] weights = parts.stream().mapToDouble(Weighted::weight).toArray();
    double[] places = new double[weights.length];
    for (int i = 0; i < places.length; i++) {
      double noise = 0.85 + 0.3 * chance.of("part" + i, month.atDay(1));
      places[i] = Math.max(1, drifted(position, month.atDay(15)) * noise);
    }
    return split(month, parts.stream().map(Weighted::name).toList(), weights, places);
  }

  private List<Found> split(
      YearMonth month, List<String> names, double[] weights, double[] places) {
    Found all = in(month);
    double[] clicks = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      clicks[i] = weights[i] / Math.sqrt(places[i]);
    }
    return found(
        names, Shares.of(all.clicks(), clicks), Shares.of(all.impressions(), weights), places);
  }

  private static List<Found> found(
      List<String> names, long[] clicks, long[] impressions, double[] places) {
    return java.util.stream.IntStream.range(0, names.size())
        .filter(i -> impressions[i] > 0)
        .mapToObj(
            i ->
                new Found(
                    names.get(i), Math.min(clicks[i], impressions[i]), impressions[i], places[i]))
        .sorted(java.util.Comparator.comparingLong(Found::clicks).reversed())
        .toList();
  }

  private static double drifted(double place, LocalDate day) {
    double years = (day.toEpochDay() - LocalDate.of(2024, 1, 1).toEpochDay()) / 365.25;
    return 1 + (place - 1) * Math.pow(0.9, years);
  }

  static List<LocalDate> days(YearMonth month) {
    return month.atDay(1).datesUntil(month.plusMonths(1).atDay(1)).toList();
  }
}
