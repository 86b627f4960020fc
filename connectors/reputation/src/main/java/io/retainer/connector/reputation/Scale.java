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

  /** {@code 1-7}, {@code 0 to 10}, {@code от 1 до 5}, {@code 1 bis 5}, {@code 1…5}. */
  private static final Pattern NAMED =
      Pattern.compile(
          "(?<![\\p{L}\\d.,])[01]\\s*(?:-|–|—|…|\\.\\.\\.?|to|bis|à|a|до|да|do)\\s*(\\d{1,3})(?!\\d|[.,]\\d|%)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern PROMOTERS = Pattern.compile("\\bnps\\b|promoter|loyalty");
  private static final Pattern EFFORT = Pattern.compile("\\bces\\b|effort");

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

  /** What a tool calls the kind of a survey: a satisfaction of three faces is none of them. */
  static Optional<Scale> named(String kind) {
    String words = kind.toLowerCase(Locale.ROOT);
    if (PROMOTERS.matcher(words).find()) {
      return Optional.of(NPS);
    }
    return EFFORT.matcher(words).find() ? Optional.of(CES) : Optional.empty();
  }

  /** What who answers so is called. */
  static String groupOf(long rating) {
    return rating >= 9 ? "promoter" : rating >= 7 ? "passive" : "detractor";
  }

  boolean has(long mark) {
    return mark >= least && mark <= most;
  }

  /** {@code from 1 to 5}. */
  String words() {
    return "from " + least + " to " + most;
  }

  /**
   * The end of the scale that a question names, {@code (1-7)} or {@code on a scale from 1 to 10};
   * empty where it names none.
   */
  static Optional<Integer> endIn(String heading) {
    Matcher scale = NAMED.matcher(heading);
    return scale.find() ? Optional.of(Integer.valueOf(scale.group(1))) : Optional.empty();
  }

  boolean endsAt(int end) {
    return most == end;
  }

  /** The one number of an answer; null for none or several. */
  static Long numberIn(String answer) {
    Matcher number = NUMBER.matcher(answer);
    Long mark = number.find() ? Long.valueOf(number.group()) : null;
    return mark != null && number.find() ? null : mark;
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
    Long mark = numberIn(text);
    return mark != null && has(mark)
        ? mark
        : fields.refuse(
            fields.columns().index(column),
            "a number " + words(),
            "An answer of another scale has no place here; correct the cell or delete the column.");
  }
}
