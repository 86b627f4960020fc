package io.retainer.warehouse.imports;

import io.retainer.model.imports.PassedOver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Lines that are no data, counted by reason. Connectors name what stands in a line, {@code a
 * further line of order #1001}: such reasons are one, written with … for what differs.
 */
final class PassedOverLines {

  /** A reader goes through some reasons; thousands are lines of a damaged file. */
  private static final int MOST_REASONS = 100;

  private static final String FURTHER = "other reasons";
  private static final int LONGEST = 500;
  private static final Pattern OF_ONE_LINE =
      Pattern.compile("\"[^\"]*\"|[^\\s,;:()]*\\d[^\\s,;:()]*");

  private final Map<String, Reason> reasons = new LinkedHashMap<>();
  private String lastText;
  private Reason last;

  void add(long line, String text) {
    if (!text.equals(lastText)) {
      lastText = text;
      last = reason(line, text);
    }
    last.lines++;
  }

  boolean isEmpty() {
    return reasons.isEmpty();
  }

  List<PassedOver> byReason() {
    List<PassedOver> all = new ArrayList<>();
    reasons.forEach(
        (common, reason) ->
            all.add(
                new PassedOver(
                    reason.isOne ? reason.text : common, reason.lines, reason.firstLine)));
    return all;
  }

  private Reason reason(long line, String text) {
    String plain = Personal.without(text);
    String whole = plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
    String common = OF_ONE_LINE.matcher(whole).replaceAll("…");
    Reason reason = reasons.get(common);
    if (reason == null) {
      boolean isFull = reasons.size() >= MOST_REASONS;
      String key = isFull ? FURTHER : common;
      reason = reasons.computeIfAbsent(key, any -> new Reason(isFull ? FURTHER : whole, line));
    } else if (!reason.text.equals(whole)) {
      reason.isOne = false;
    }
    return reason;
  }

  private static final class Reason {
    final String text;
    final long firstLine;
    long lines;
    boolean isOne = true;

    Reason(String text, long firstLine) {
      this.text = text;
      this.firstLine = firstLine;
    }
  }
}
