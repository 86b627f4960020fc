package io.retainer.connector.tabular;

import io.retainer.toolkit.Headings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What people write over the columns of the canonical datasets, in their languages. */
final class HeadingWords {

  /** One word may stand for several columns: for the list of their names. */
  private static final Headings WORDS = words();

  private HeadingWords() {}

  private static Headings words() {
    var columns = new LinkedHashMap<String, Set<String>>();
    for (String line : BuiltIn.lines("heading-words.txt")) {
      int equals = line.indexOf('=');
      String column = line.substring(0, equals).strip();
      List<String> words = new ArrayList<>(List.of(line.substring(equals + 1).split("\\|")));
      words.add(column.replace('_', ' '));
      for (String word : words) {
        columns
            .computeIfAbsent(word.strip().toLowerCase(Locale.ROOT), it -> new LinkedHashSet<>())
            .add(column);
      }
    }
    var words = new LinkedHashMap<String, List<String>>();
    columns.forEach(
        (word, names) ->
            words.computeIfAbsent(String.join(",", names), it -> new ArrayList<>()).add(word));
    return Headings.of(words);
  }

  /**
   * The columns that a heading could stand over, {@code day} among them; none for a strange one.
   */
  static Set<String> columns(String heading) {
    return WORDS
        .key(heading.replace('_', ' '))
        .map(names -> Set.of(names.split(",")))
        .orElse(Set.of());
  }
}
