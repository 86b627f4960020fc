package io.retainer.rendering.compose;

import io.retainer.model.fact.Coverage;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.report.SourceNote;
import io.retainer.model.report.SourceNote.InputFile;
import io.retainer.spi.DateSpan;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** What the figures rest on, gathered from the figures themselves. */
final class SourceNotes {

  private record Key(String dataset, String source, String account) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return Comparator.comparing(Key::dataset)
          .thenComparing(Key::source)
          .thenComparing(Key::account)
          .compare(this, other);
    }
  }

  private static final class Gathered {
    final Map<String, InputFile> files = new TreeMap<>();
    final TreeSet<DateSpan> missing = new TreeSet<>();
    final TreeSet<String> currencies = new TreeSet<>();
    Coverage.Extent extent = Coverage.Extent.FULL;
    boolean complete = true;

    void lack(List<DateSpan> days, Coverage.Extent how) {
      missing.addAll(days);
      extent = how.compareTo(extent) < 0 ? how : extent;
    }
  }

  private SourceNotes() {}

  static List<SourceNote> of(Collection<KpiFigure> figures, UnaryOperator<String> titles) {
    Map<Key, Gathered> notes = new TreeMap<>();
    for (KpiFigure figure : figures) {
      if (figure.current().value().isEmpty()) {
        // What could not be computed rests on nothing, and the days it lacks are not missing of
        // the sources that it has.
        continue;
      }
      Coverage coverage = figure.coverage();
      for (Coverage.Input input : coverage.inputs()) {
        Key key = new Key(figure.kpi().dataset(), input.source(), input.account());
        Gathered gathered = notes.computeIfAbsent(key, any -> new Gathered());
        gathered.files.putIfAbsent(
            input.sha256(), new InputFile(input.fileName(), input.sha256(), input.importedAt()));
        gathered.currencies.addAll(coverage.currencies());
        gathered.complete &= coverage.complete();
        if (coverage.lacks().isEmpty()) {
          gathered.lack(coverage.missing(), coverage.extent());
        }
      }
      for (Coverage.Lack lack : coverage.lacks()) {
        Key key = new Key(figure.kpi().dataset(), lack.source(), lack.account());
        notes
            .computeIfAbsent(key, any -> new Gathered())
            .lack(lack.missing(), Coverage.Extent.PARTIAL);
      }
    }
    return notes.entrySet().stream()
        .map(entry -> note(entry, isBeside(entry.getKey(), notes.keySet()), titles))
        .toList();
  }

  private static boolean isBeside(Key key, Collection<Key> all) {
    return all.stream()
        .anyMatch(
            other -> other.source().equals(key.source()) && !other.account().equals(key.account()));
  }

  private static SourceNote note(
      Map.Entry<Key, Gathered> entry, boolean isBeside, UnaryOperator<String> titles) {
    Gathered gathered = entry.getValue();
    List<InputFile> files =
        gathered.files.values().stream()
            .sorted(Comparator.comparing(InputFile::importedAt).thenComparing(InputFile::name))
            .toList();
    return new SourceNote(
        entry.getKey().source(),
        titles.apply(entry.getKey().source()),
        entry.getKey().account(),
        isBeside,
        entry.getKey().dataset(),
        files,
        gathered.extent,
        List.copyOf(gathered.missing),
        gathered.complete,
        List.copyOf(gathered.currencies));
  }

  static Optional<Instant> latestImport(List<SourceNote> sources) {
    return sources.stream()
        .flatMap(source -> source.files().stream())
        .map(InputFile::importedAt)
        .max(Comparator.naturalOrder());
  }
}
