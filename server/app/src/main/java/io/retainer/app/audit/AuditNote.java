package io.retainer.app.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.workspace.contract.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What something was called when somebody did something to it, and what that changed. It is short,
 * whatever somebody sends.
 *
 * @param names of the thing, by what they are names of
 */
public record AuditNote(Map<String, String> names, List<Change> changes) {

  static final AuditNote NONE = new AuditNote(Map.of(), List.of());

  /** As many letters as its column has. */
  static final int LONGEST = 8000;

  private static final int LONGEST_TEXT = 200;

  /** How much of what is alike stands before a difference. */
  private static final int LEAD = 30;

  private static final int MOST_CHANGES = 20;
  private static final int MOST_FILES = 10;

  /**
   * @param before empty where there was nothing
   * @param after empty where there is nothing any more
   */
  public record Change(String field, String before, String after) {}

  public AuditNote {
    names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
    changes = List.copyOf(changes);
  }

  static AuditNote of(Map<String, String> names) {
    return between(names, Map.of(), Map.of());
  }

  static AuditNote between(
      Map<String, String> names, Map<String, String> before, Map<String, String> after) {
    var fields = new TreeSet<String>(before.keySet());
    fields.addAll(after.keySet());
    List<Change> changes =
        fields.stream()
            .filter(field -> !Objects.equals(before.get(field), after.get(field)))
            .limit(MOST_CHANGES)
            .map(
                field ->
                    change(field, before.getOrDefault(field, ""), after.getOrDefault(field, "")))
            .toList();
    Map<String, String> known = new LinkedHashMap<>();
    names.forEach((name, text) -> known.put(name, cut(name.equals("upload") ? files(text) : text)));
    if (known.containsKey("upload")) {
      known.put("file", known.remove("upload"));
    }
    return new AuditNote(known, changes);
  }

  private static String files(String upload) {
    List<String> files = new ArrayList<>();
    try {
      Json.read(upload).path("files").forEach(file -> files.add(file.path("name").asText()));
    } catch (JsonProcessingException e) {
      return "";
    }
    String named = String.join(", ", files.subList(0, Math.min(MOST_FILES, files.size())));
    return files.size() > MOST_FILES ? named + " +" + (files.size() - MOST_FILES) : named;
  }

  /** Of long texts that begin alike, what is kept begins shortly before they differ. */
  private static Change change(String field, String before, String after) {
    int from = 0;
    if (cut(before).equals(cut(after))) {
      int alike = 0;
      int shorter = Math.min(before.length(), after.length());
      while (alike < shorter && before.charAt(alike) == after.charAt(alike)) {
        alike++;
      }
      from = before.offsetByCodePoints(alike, -Math.min(LEAD, before.codePointCount(0, alike)));
    }
    return new Change(cut(field), cut(from(before, from)), cut(from(after, from)));
  }

  private static String from(String text, int start) {
    return start == 0 ? text : "…" + text.substring(start);
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) > LONGEST_TEXT
        ? text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT - 1)) + "…"
        : text;
  }

  /** The client whose data an address sends: it goes with them. */
  Optional<String> clientOfSender() {
    return changes.stream()
        .filter(change -> change.field().startsWith("data-sender\t"))
        .map(change -> change.after().isEmpty() ? change.before() : change.after())
        .findFirst();
  }

  boolean isEmpty() {
    return names.isEmpty() && changes.isEmpty();
  }

  /** The last changes are left out where all together are too long. */
  String json() {
    for (int kept = changes.size(); kept > 0; kept--) {
      String text = json(changes.subList(0, kept));
      if (text.length() <= LONGEST) {
        return text;
      }
    }
    return json(List.of());
  }

  private String json(List<Change> some) {
    ObjectNode json = Json.object();
    ObjectNode named = json.putObject("names");
    names.forEach(named::put);
    ArrayNode list = json.putArray("changes");
    some.forEach(
        change -> list.addArray().add(change.field()).add(change.before()).add(change.after()));
    return Json.text(json);
  }

  /**
   * @param text null where nothing was noted
   */
  static AuditNote read(String text) {
    if (text == null) {
      return NONE;
    }
    try {
      JsonNode json = Json.read(text);
      Map<String, String> names = new LinkedHashMap<>();
      json.path("names")
          .properties()
          .forEach(one -> names.put(one.getKey(), one.getValue().asText()));
      List<Change> changes = new ArrayList<>();
      for (JsonNode one : json.path("changes")) {
        changes.add(new Change(one.path(0).asText(), one.path(1).asText(), one.path(2).asText()));
      }
      return new AuditNote(names, changes);
    } catch (JsonProcessingException e) {
      return NONE;
    }
  }

  /** With what was noted later, which knows better. */
  AuditNote and(AuditNote later) {
    Map<String, String> all = new LinkedHashMap<>(names);
    all.putAll(later.names);
    return new AuditNote(all, later.changes.isEmpty() ? changes : later.changes);
  }
}
