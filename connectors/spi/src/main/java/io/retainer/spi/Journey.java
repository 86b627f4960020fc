package io.retainer.spi;

import java.util.Map;
import java.util.Set;

/**
 * What is spoken of as a percentage of a thing that another dataset tells of, in the words of
 * {@link Relations#things}: orders by sessions, requests by orders. Who orders has come before; who
 * comes has not ordered.
 */
public final class Journey {

  private static final String PLANS = "plans";

  private static final Map<String, Set<String>> AFTER =
      Map.ofEntries(
          Map.entry(
              "impressions",
              Set.of(
                  "reactions", "clicks", "sessions", "conversions", "leads", "deals", "purchases")),
          Map.entry(
              "reached people",
              Set.of("reactions", "clicks", "conversions", "leads", "purchases", "customers")),
          Map.entry("followers", Set.of("reached people", "reactions", "clicks")),
          Map.entry(
              "messages", Set.of("clicks", "sessions", "leads", "deals", "purchases", "customers")),
          Map.entry(
              "clicks",
              Set.of("sessions", "conversions", "leads", "deals", "purchases", "customers")),
          Map.entry(
              "sessions",
              Set.of("sessions", "conversions", "leads", "deals", "purchases", "customers")),
          Map.entry(
              "people",
              Set.of("people", "conversions", "leads", "deals", "purchases", "customers")),
          Map.entry("conversions", Set.of("leads", "deals", "purchases", "customers")),
          Map.entry("leads", Set.of("leads", "deals", "purchases", "customers")),
          Map.entry("deals", Set.of("deals", "purchases", "customers")),
          Map.entry(
              "purchases", Set.of("purchases", "customers", "requests", "answers", "reviews")),
          Map.entry("customers", Set.of("customers", "requests", "answers", "reviews")),
          Map.entry("requests", Set.of("answers", "reviews")),
          Map.entry(Relations.SALES, Set.of(Relations.SALES, "costs")),
          Map.entry("costs", Set.of(Relations.SALES, "costs")));

  private Journey() {}

  /** Whether it is what was planned, of which anything may be a percentage. */
  public static boolean isPlanned(String thing) {
    return thing.equals(PLANS);
  }

  /** By thing, those that are spoken of as a percentage of it. */
  public static Map<String, Set<String>> percentages() {
    return AFTER;
  }

  /** Whether one thing is spoken of as a percentage of another. */
  public static boolean isPercentageOf(String part, String whole) {
    return AFTER.getOrDefault(whole, Set.of()).contains(part);
  }
}
