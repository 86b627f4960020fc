package io.retainer.connector.reputation;

import io.retainer.toolkit.Fields;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A question of which the answer is a number. */
enum Scale {
  NPS("nps", 0, 10),
  CSAT("csat", 1, 5),
  CES("ces", 1, 7);

  private static final Pattern NUMBER = Pattern.compile("(?<![\\d.,-])\\d{1,2}(?![\\d.,])");

  private final String column;
  private final int least;
  private final int most;
  private final List<List<String>> words = new ArrayList<>();

  Scale(String column, int least, int most) {
    this.column = column;
    this.least = least;
    this.most = most;
    load();
  }

  /** Each line of the file holds words that a question has all of. */
  private void load() {
    try (var in =
        new BufferedReader(
            new InputStreamReader(
                Scale.class.getResourceAsStream("question-words.txt"), StandardCharsets.UTF_8))) {
      in.lines()
          .filter(line -> line.startsWith(column + " "))
          .map(line -> line.substring(line.indexOf('=') + 1).strip())
          .forEach(line -> words.add(Arrays.asList(line.split("\\s*\\+\\s*"))));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  String column() {
    return column;
  }

  /** What a heading asks, if it is one of these questions. */
  static Optional<Scale> asked(String heading) {
    String question = heading.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(
            scale ->
                scale.words.stream().anyMatch(all -> all.stream().allMatch(question::contains)))
        .findFirst();
  }

  static List<Scale> among(Collection<String> columns) {
    return Arrays.stream(values()).filter(scale -> columns.contains(scale.column)).toList();
  }

  /** The one number of an answer, {@code 9} or {@code 10 - Extremely likely}; null for none. */
  Long mark(Fields fields) {
    String text = fields.text(column);
    if (text == null) {
      return null;
    }
    Matcher number = NUMBER.matcher(text);
    Long mark = number.find() ? Long.valueOf(number.group()) : null;
    boolean isOne = mark != null && !number.find();
    return isOne && mark >= least && mark <= most
        ? mark
        : fields.refuse(
            fields.columns().index(column),
            "a number from " + least + " to " + most,
            "An answer of another scale has no place here; correct the cell or delete the column.");
  }
}
