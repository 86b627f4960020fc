package io.retainer.app.schedules;

import io.retainer.model.report.Gap;
import io.retainer.rendering.words.Formats;
import io.retainer.rendering.words.Words;
import io.retainer.spi.DateSpan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Gaps as a reason keeps them, and as each reader has them in a language of theirs. */
final class GapWords {

  private static final Words ENGLISH = Words.of(Locale.ENGLISH);
  private static final int GAPS_NAMED = 6;
  private static final int SPANS_NAMED = 4;
  private static final String PART = "|";

  private GapWords() {}

  /**
   * {@code web_traffic|GA4, Metrica|2026-10-30/2026-11-01}, a text for each gap. A source that the
   * languages have words for, as a table, is kept by its id.
   */
  static List<String> stored(List<Gap> gaps, UnaryOperator<String> titles) {
    return gaps.stream().limit(GAPS_NAMED).map(gap -> stored(gap, titles)).toList();
  }

  private static String stored(Gap gap, UnaryOperator<String> titles) {
    List<String> parts = new ArrayList<>();
    parts.add(gap.dataset());
    parts.add(
        gap.sources().stream()
            .map(id -> ENGLISH.find("source." + id).isPresent() ? id : titles.apply(id))
            .map(title -> title.replace(PART, "/"))
            .collect(Collectors.joining(", ")));
    gap.missing().stream()
        .limit(SPANS_NAMED)
        .forEach(span -> parts.add(span.start() + "/" + span.end()));
    return String.join(PART, parts);
  }

  static String read(List<String> stored, Formats formats) {
    return stored.stream().map(gap -> read(gap, formats)).collect(Collectors.joining("; "));
  }

  private static String read(String stored, Formats formats) {
    String[] parts = stored.split("\\" + PART, -1);
    String days =
        Arrays.stream(parts)
            .skip(2)
            .map(span -> span.split("/"))
            .map(ends -> new DateSpan(LocalDate.parse(ends[0]), LocalDate.parse(ends[1])))
            .map(formats::span)
            .collect(Collectors.joining(", "));
    String sources =
        parts[1].isEmpty()
            ? ""
            : Arrays.stream(parts[1].split(", "))
                .map(source -> formats.source(source, source))
                .collect(Collectors.joining(", ", " (", ")"));
    return formats.dataset(parts[0]) + sources + ": " + days;
  }
}
