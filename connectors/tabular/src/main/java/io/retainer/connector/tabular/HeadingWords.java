package io.retainer.connector.tabular;

import io.retainer.spi.TableChoices;
import io.retainer.toolkit.Headings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What people write over the columns of the canonical datasets, in their languages. */
final class HeadingWords {

  private static final Map<String, Headings> WORDS = words();

  private HeadingWords() {}

  private static Map<String, Headings> words() {
    var words = new LinkedHashMap<String, Headings>();
    BuiltIn.lines("heading-words.txt")
        .forEach(
            line -> {
              int equals = line.indexOf('=');
              String column = line.substring(0, equals).strip();
              List<String> spellings =
                  List.of(line.substring(equals + 1).split("\\|")).stream().distinct().toList();
              words.put(column, Headings.of(Map.of(column, spellings)));
            });
    return words;
  }

  /** Whether a heading could stand over a column of a dataset. */
  static boolean mayMean(String heading, String column) {
    boolean isName = heading.strip().replace(' ', '_').equalsIgnoreCase(column);
    Headings known = WORDS.get(column);
    return isName || known != null && known.key(heading).isPresent();
  }

  static boolean mayMeanTheDay(String heading) {
    return mayMean(heading, TableChoices.DAY);
  }

  /** Whether anything is known about it. */
  static boolean isKnown(String heading) {
    return WORDS.values().stream().anyMatch(known -> known.key(heading).isPresent());
  }
}
