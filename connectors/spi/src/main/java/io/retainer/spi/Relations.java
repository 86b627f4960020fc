package io.retainer.spi;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the columns of a dataset have to do with each other. What is not said here is not known: two
 * columns of which nothing is said may be anything to each other.
 *
 * @param parts by column, those that are counted in it too: sessions with a conversion are sessions
 * @param apart sets of columns of which none counts anything that another one counts: what bounced
 *     was not delivered
 * @param opposed by column of what came, the one of what went: followers gained and lost
 * @param overlapping sets of columns that may count the same thing: who clicked has opened as well
 * @param repeats by column that counts everybody again each time, the one that counts them once
 * @param steps by column, values that are no groups: who is in rows of one may be in rows of
 *     another, as a refund is one of an order that was placed. All values where the set is empty
 * @param values by column of a closed list, what may stand in it, the most usual first
 * @param kinds columns of a closed list whose values are unlike things: a number of rows of all of
 *     them is a number of nothing, as one of orders and refunds together
 * @param things by column, the word for what it is a number of: sessions and page views are never
 *     added. Columns of one word may be, if the others above do not say that they overlap. Under
 *     {@link #ROWS} stands the word for what a row is
 * @param rates by column, those that are spoken of as a percentage of it and are no parts of it:
 *     engagements by followers
 * @param without by column, those that are not in it any more: a total is what is left after the
 *     discount
 * @param sequences by column, values in the orders in which they happen: one is a percentage of
 *     those before it
 * @param only by column, of which rows alone it tells anything: a refund is a row of its own, and a
 *     deal is closed when it was won or lost
 * @param scales by column of answers, the lowest and the highest there may be
 * @param moments columns in an order in which they happen
 */
public record Relations(
    Map<String, Set<String>> parts,
    List<Set<String>> apart,
    Map<String, String> opposed,
    List<Set<String>> overlapping,
    Map<String, String> repeats,
    Map<String, Set<String>> steps,
    Map<String, List<String>> values,
    Set<String> kinds,
    Map<String, String> things,
    Map<String, Set<String>> rates,
    Map<String, Set<String>> without,
    Map<String, List<List<String>>> sequences,
    Map<String, Only> only,
    Map<String, Scale> scales,
    List<List<String>> moments) {

  /** Where the answers of a column begin and end. */
  public record Scale(int lowest, int highest) {}

  /** Rows with one of some values in a column of a closed list. */
  public record Only(String column, List<String> values) {
    public Only {
      values = List.copyOf(values);
    }
  }

  /** What several datasets tell of, each in its own way: the shop, the site, every platform. */
  public static final String SALES = "sales";

  /** What a visit leads to. */
  public static final String CONVERSIONS = "conversions";

  /** Stands among the columns of {@link #things} for the rows themselves. */
  public static final String ROWS = "";

  public static final Relations NONE =
      new Relations(
          Map.of(), List.of(), Map.of(), List.of(), Map.of(), Map.of(), Map.of(), Set.of(),
          Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), List.of());

  public Relations {
    parts = withParts(parts);
    apart = apart.stream().map(Set::copyOf).toList();
    opposed = Map.copyOf(opposed);
    overlapping = overlapping.stream().map(Set::copyOf).toList();
    repeats = Map.copyOf(repeats);
    steps = Map.copyOf(steps);
    values = Map.copyOf(values);
    kinds = Set.copyOf(kinds);
    things = Map.copyOf(things);
    rates = Map.copyOf(rates);
    without = Map.copyOf(without);
    sequences = Map.copyOf(sequences);
    only = Map.copyOf(only);
    scales = Map.copyOf(scales);
    moments = moments.stream().map(List::copyOf).toList();
  }

  /** Parts of a part are parts of the whole. */
  private static Map<String, Set<String>> withParts(Map<String, Set<String>> direct) {
    Map<String, Set<String>> all = new LinkedHashMap<>();
    for (String whole : direct.keySet()) {
      Set<String> found = new HashSet<>();
      collect(whole, direct, found);
      all.put(whole, Set.copyOf(found));
    }
    return java.util.Collections.unmodifiableMap(all);
  }

  private static void collect(String whole, Map<String, Set<String>> direct, Set<String> found) {
    for (String part : direct.getOrDefault(whole, Set.of())) {
      if (found.add(part)) {
        collect(part, direct, found);
      }
    }
  }

  /** What may stand in a column of a closed list, in words: {@code placed, cancelled or refund}. */
  public Optional<String> choices(String column) {
    return Optional.ofNullable(values.get(column))
        .map(
            all ->
                String.join(", ", all.subList(0, all.size() - 1))
                    + " or "
                    + all.get(all.size() - 1));
  }

  /** Whether a value may stand in a column; any may where there is no list. Capitals are one. */
  public boolean admits(String column, String value) {
    List<String> all = values.get(column);
    return all == null || all.contains(value) || all.stream().anyMatch(value::equalsIgnoreCase);
  }

  public boolean isPartOf(String part, String whole) {
    return parts.getOrDefault(whole, Set.of()).contains(part);
  }

  /** Whether it is spoken of as a percentage of a whole: as its part, or all the same. */
  public boolean isPercentageOf(String part, String whole) {
    return isPartOf(part, whole) || rates.getOrDefault(whole, Set.of()).contains(part);
  }

  /** Whether other values of a column come before one. */
  public boolean hasBefore(String column, String value) {
    return sequences.getOrDefault(column, List.of()).stream()
        .anyMatch(order -> order.indexOf(value) > 0);
  }

  /**
   * A column with all those that are apart from it and are numbers of the same thing: views of a
   * profile on maps and in searches. Of a column that is a part of another there is the whole.
   */
  public Set<String> togetherWith(String column) {
    Set<String> all = new HashSet<>(Set.of(column));
    String thing = things.get(column);
    if (thing != null && wholeOf(column).isEmpty()) {
      apart.stream()
          .filter(set -> set.contains(column))
          .forEach(
              set -> set.stream().filter(one -> thing.equals(things.get(one))).forEach(all::add));
    }
    return all;
  }

  /** Whether a column has another one taken off already. */
  public boolean isWithout(String column, String takenOff) {
    return without.getOrDefault(column, Set.of()).contains(takenOff);
  }

  /** Whether a value of a column comes after another one, as far as an order is known. */
  public boolean isAfter(String column, String value, String before) {
    return sequences.getOrDefault(column, List.of()).stream()
        .anyMatch(order -> order.contains(before) && order.indexOf(value) > order.indexOf(before));
  }

  public boolean areApart(String one, String other) {
    return !one.equals(other) && isIn(apart, one, other);
  }

  /** Whether one is of what came and the other of what went, whichever of them is which. */
  public boolean areOpposed(String one, String other) {
    return other.equals(opposed.get(one)) || one.equals(opposed.get(other));
  }

  public boolean mayOverlap(String one, String other) {
    return !one.equals(other) && isIn(overlapping, one, other);
  }

  private static boolean isIn(List<Set<String>> sets, String one, String other) {
    return sets.stream().anyMatch(set -> set.contains(one) && set.contains(other));
  }

  /** The smallest column that a part is counted in. */
  public Optional<String> wholeOf(String part) {
    return parts.entrySet().stream()
        .filter(whole -> whole.getValue().contains(part))
        .min((one, other) -> Integer.compare(one.getValue().size(), other.getValue().size()))
        .map(Map.Entry::getKey);
  }

  /** Whether a value of a column is a step, and no group. */
  public boolean isStep(String column, Object value) {
    Set<String> some = steps.get(column);
    return some != null && (some.isEmpty() || some.contains(value.toString()));
  }

  /** All columns that anything is said of. */
  public Set<String> columns() {
    Set<String> all = new HashSet<>(parts.keySet());
    parts.values().forEach(all::addAll);
    apart.forEach(all::addAll);
    all.addAll(opposed.keySet());
    all.addAll(opposed.values());
    overlapping.forEach(all::addAll);
    all.addAll(repeats.keySet());
    all.addAll(repeats.values());
    all.addAll(steps.keySet());
    all.addAll(values.keySet());
    all.addAll(kinds);
    all.addAll(things.keySet());
    all.addAll(rates.keySet());
    rates.values().forEach(all::addAll);
    all.addAll(without.keySet());
    without.values().forEach(all::addAll);
    all.addAll(sequences.keySet());
    all.addAll(scales.keySet());
    moments.forEach(all::addAll);
    all.addAll(only.keySet());
    only.values().forEach(rows -> all.add(rows.column()));
    all.remove(ROWS);
    return all;
  }
}
