package io.retainer.connector.stream;

import io.retainer.mapping.Mapping;
import io.retainer.toolkit.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a first look at all messages tells of one stream. */
final class Scanned {

  private static final int MOST_ACCOUNTS = 1_000;

  private final String name;
  private final long firstLine;
  private final List<Candidate> candidates = new ArrayList<>();
  private final Map<Long, Long> lastLines = new HashMap<>();
  private final Set<Long> replaced = new TreeSet<>();
  private List<String> key = List.of();
  private boolean isKeyLate;
  private String version = "";
  private long records;

  /** A mapping that may be meant for the stream, and which of its columns the records have. */
  record Candidate(Mapping mapping, Set<String> present, Set<String> accounts) {

    /** Enough of it is there: what tells rows apart, and a third of what it names. */
    boolean fits() {
      return present.containsAll(mapping.indispensable())
          && present.size() * 3 >= mapping.columns().size()
          && mapping.limitedTo(present).hasFigures();
    }
  }

  Scanned(String name, long firstLine, List<Mapping> mappings) {
    this.name = name;
    this.firstLine = firstLine;
    mappings.stream()
        .filter(mapping -> mapping.streams().names().stream().anyMatch(name::equalsIgnoreCase))
        .forEach(
            mapping ->
                candidates.add(new Candidate(mapping, new LinkedHashSet<>(), new TreeSet<>())));
  }

  String name() {
    return name;
  }

  long firstLine() {
    return firstLine;
  }

  long records() {
    return records;
  }

  List<Candidate> candidates() {
    return candidates;
  }

  void describedBy(JsonValue schema) {
    List<String> described =
        schema.at("key_properties").items().stream().map(JsonValue::text).toList();
    isKeyLate |= records > 0 && !described.equals(key);
    key = described;
  }

  /** Records came before the key that tells them apart was known: they have to be seen again. */
  boolean isKeyLate() {
    return isKeyLate;
  }

  void activate(String next) {
    version = next;
  }

  void take(Message message) {
    records++;
    for (Candidate candidate : candidates) {
      notice(candidate, message.record());
    }
    takeAgain(message);
  }

  /** Notes which earlier record of the same key a record takes the place of. */
  void takeAgain(Message message) {
    Long before =
        candidates.isEmpty() || !hasKey()
            ? null
            : lastLines.put(fingerprint(message), message.line());
    if (before != null) {
      replaced.add(before);
    }
  }

  /** Forgets which records take the place of which, to be told again by the key known now. */
  void forgetReplaced() {
    lastLines.clear();
    replaced.clear();
  }

  /** All records were seen: the lines of those that a later one took the place of. */
  Set<Long> replaced() {
    lastLines.clear();
    return replaced;
  }

  private void notice(Candidate candidate, JsonValue record) {
    var columns = candidate.mapping().columns();
    if (candidate.present().size() < columns.size()) {
      columns.forEach(
          (column, paths) -> {
            if (!candidate.present().contains(column)
                && paths.stream().anyMatch(path -> FieldPath.isIn(record, path))) {
              candidate.present().add(column);
            }
          });
    }
    candidate
        .mapping()
        .streams()
        .account()
        .filter(column -> candidate.accounts().size() < MOST_ACCOUNTS)
        .ifPresent(column -> candidate.accounts().add(cell(candidate.mapping(), column, record)));
  }

  /** What a record has for a column of a mapping. */
  static String cell(Mapping mapping, String column, JsonValue record) {
    for (String path : mapping.columns().get(column)) {
      String text = FieldPath.text(record, path);
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  /** Whether a record is still right at the end of the file. */
  boolean isInForce(Message message) {
    boolean isOld =
        !version.isEmpty() && !message.version().isEmpty() && !message.version().equals(version);
    return !isOld && !message.isDeleted() && !replaced.contains(message.line());
  }

  private Optional<Mapping> keyed() {
    return candidates.stream()
        .map(Candidate::mapping)
        .filter(mapping -> !mapping.streams().key().isEmpty())
        .findFirst();
  }

  private boolean hasKey() {
    return !key.isEmpty() || keyed().isPresent();
  }

  /**
   * Of a record's key; of a record without one, its own. Sixty-four bits: two of a million keys
   * have the same once in forty million files.
   */
  private long fingerprint(Message message) {
    JsonValue record = message.record();
    List<String> values =
        key.isEmpty()
            ? keyed().orElseThrow().streams().key().stream()
                .map(column -> cell(keyed().orElseThrow(), column, record))
                .toList()
            : key.stream().map(field -> record.at(field).toString()).toList();
    boolean isKnown = values.stream().anyMatch(it -> !it.isEmpty() && !it.equals("null"));
    long mix = isKnown ? 1 : mixed(2, String.valueOf(message.line()));
    for (String value : values) {
      mix = mixed(mix, value);
    }
    return mix;
  }

  private static long mixed(long before, String text) {
    long mix = (before ^ text.length()) * 0x9E3779B97F4A7C15L;
    for (int i = 0; i < text.length(); i++) {
      mix = (mix ^ text.charAt(i)) * 0x100000001B3L;
    }
    mix = (mix ^ mix >>> 31) * 0xBF58476D1CE4E5B9L;
    return mix ^ mix >>> 32;
  }
}
