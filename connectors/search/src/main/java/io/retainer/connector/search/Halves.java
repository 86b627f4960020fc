package io.retainer.connector.search;

import io.retainer.toolkit.Row;
import io.retainer.toolkit.Rows;
import io.retainer.toolkit.Sheet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Headings that name each measure twice.
 *
 * @param line of the headings
 * @param places by label: for each measure its column
 */
record Halves(long line, Map<String, Map<String, Integer>> places) {

  private static final Set<String> MEASURES = Set.of("clicks", "impressions", "ctr", "position");
  private static final Map<String, String> NAMES =
      Map.of(
          "clicks", "Clicks", "impressions", "Impressions", "ctr", "CTR", "position", "Position");
  private static final int DEEPEST = 10;

  /** A measure and what stands around its name. */
  private record Named(String label, String measure) {}

  static Optional<Halves> of(Sheet sheet) throws IOException {
    List<Row> head = sheet.head();
    return head.subList(0, Math.min(DEEPEST, head.size())).stream()
        .flatMap(row -> of(row).stream())
        .findFirst();
  }

  static Optional<Halves> of(Row row) {
    var places = new LinkedHashMap<String, Map<String, Integer>>();
    for (int i = 1; i < row.width(); i++) {
      int index = i;
      named(row.cell(i))
          .ifPresent(
              named ->
                  places
                      .computeIfAbsent(named.label(), label -> new LinkedHashMap<>())
                      .putIfAbsent(named.measure(), index));
    }
    boolean areTwo =
        places.size() == 2
            && places.values().stream()
                .allMatch(half -> half.containsKey("clicks") && half.containsKey("impressions"));
    return areTwo ? Optional.of(new Halves(row.line(), places)) : Optional.empty();
  }

  private static Optional<Named> named(String heading) {
    String text = heading.strip();
    for (int i = 0; i < text.length(); i++) {
      if (Character.isWhitespace(text.charAt(i))) {
        Optional<Named> last = named(text.substring(0, i), text.substring(i + 1));
        if (last.isPresent()) {
          return last;
        }
      }
    }
    for (int i = text.length() - 1; i > 0; i--) {
      if (Character.isWhitespace(text.charAt(i))) {
        Optional<Named> first = named(text.substring(i + 1), text.substring(0, i));
        if (first.isPresent()) {
          return first;
        }
      }
    }
    // A compared period may be named at one of the two columns only.
    return ResultSheet.HEADINGS.key(text).filter(MEASURES::contains).map(key -> new Named("", key));
  }

  private static Optional<Named> named(String label, String name) {
    return ResultSheet.HEADINGS
        .key(name)
        .filter(MEASURES::contains)
        .map(key -> new Named(label.strip().replaceAll("^[(\\[:]+|[)\\]:]+$", "").strip(), key));
  }

  List<String> labels() {
    return List.copyOf(places.keySet());
  }

  /** The sheet with the columns of one label, under the measures' own names. */
  Sheet sheet(Sheet whole, String label) {
    return new Half(whole, line, places.getOrDefault(label, Map.of()));
  }

  private record Half(Sheet whole, long line, Map<String, Integer> places) implements Sheet {

    @Override
    public String name() {
      return whole.name();
    }

    @Override
    public boolean isWorkbook() {
      return whole.isWorkbook();
    }

    @Override
    public char delimiter() {
      return whole.delimiter();
    }

    @Override
    public List<Row> head() throws IOException {
      return whole.head().stream().filter(this::isOfIt).map(this::row).toList();
    }

    /** What one of the periods does not have leaves its cells empty. */
    private boolean isOfIt(Row row) {
      return row.line() <= line
          || places.values().stream().anyMatch(index -> !row.cell(index).isBlank());
    }

    private Row row(Row row) {
      if (row.line() < line || row.isBlank()) {
        return row;
      }
      var indexes = new ArrayList<Integer>();
      indexes.add(0);
      indexes.addAll(places.values());
      if (row.line() > line) {
        return row.only(indexes);
      }
      var headings = new ArrayList<String>();
      headings.add(row.cell(0));
      places.keySet().forEach(measure -> headings.add(NAMES.get(measure)));
      return Row.of(row.line(), headings.toArray(String[]::new));
    }

    @Override
    public Rows rows() throws IOException {
      Rows all = whole.rows();
      return new Rows() {
        @Override
        public Row next() throws IOException {
          Row row = all.next();
          while (row != null && !isOfIt(row)) {
            row = all.next();
          }
          return row == null ? null : row(row);
        }

        @Override
        public void close() throws IOException {
          all.close();
        }
      };
    }
  }
}
