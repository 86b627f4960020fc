package io.retainer.kpi;

import io.retainer.model.fact.Converted;
import io.retainer.model.fact.Coverage;
import io.retainer.model.fact.Coverage.Extent;
import io.retainer.model.fact.Reason;
import io.retainer.spi.DateSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a number rests on when it was computed from several questions. */
final class Coverages {

  private Coverages() {}

  static Coverage none(DateSpan period, Reason reason) {
    return new Coverage(
        Extent.NONE, List.of(period), List.of(), Set.of(), true, Optional.of(reason));
  }

  /** As good as the worse of the two, and resting on the inputs of both. */
  static Coverage worse(Coverage a, Coverage b) {
    Coverage worse = a.extent().compareTo(b.extent()) <= 0 ? a : b;
    Coverage other = worse == a ? b : a;
    Set<DateSpan> missing = new TreeSet<>(a.missing());
    missing.addAll(b.missing());
    Set<Coverage.Input> inputs = new LinkedHashSet<>(a.inputs());
    inputs.addAll(b.inputs());
    Set<String> currencies = new TreeSet<>(a.currencies());
    currencies.addAll(b.currencies());
    Map<String, String> thresholds = new TreeMap<>(a.thresholds());
    thresholds.putAll(b.thresholds());
    return new Coverage(
        worse.extent(),
        new ArrayList<>(missing),
        new ArrayList<>(inputs),
        currencies,
        a.complete() && b.complete(),
        thresholds,
        worse.reason().or(other::reason),
        both(a.converted(), b.converted()),
        lacks(a, b),
        Stream.of(a, b).flatMap(each -> each.begins().stream()).max(Comparator.naturalOrder()));
  }

  /** Of one that does not know who lacks its days, nobody can be named. */
  private static List<Coverage.Lack> lacks(Coverage a, Coverage b) {
    boolean isUnknown =
        Stream.of(a, b).anyMatch(each -> !each.missing().isEmpty() && each.lacks().isEmpty());
    if (isUnknown) {
      return List.of();
    }
    Map<List<String>, Set<DateSpan>> days = new LinkedHashMap<>();
    Stream.of(a, b)
        .flatMap(each -> each.lacks().stream())
        .forEach(
            lack ->
                days.computeIfAbsent(List.of(lack.source(), lack.account()), any -> new TreeSet<>())
                    .addAll(lack.missing()));
    return days.entrySet().stream()
        .map(
            each ->
                new Coverage.Lack(
                    each.getKey().get(0), each.getKey().get(1), List.copyOf(each.getValue())))
        .toList();
  }

  private static Optional<Converted> both(Optional<Converted> a, Optional<Converted> b) {
    return a.isPresent() && b.isPresent() ? Optional.of(a.get().and(b.get())) : a.or(() -> b);
  }
}
