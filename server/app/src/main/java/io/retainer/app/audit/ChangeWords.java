package io.retainer.app.audit;

import io.retainer.app.shell.Page;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A changed value as the reader says it: which, and from what to what. */
record ChangeWords(Page page, Map<String, String> clients, ThingWords things) {

  private static final String THERE = "yes";

  String of(AuditNote.Change change) {
    List<String> parts = Arrays.asList(change.field().split("\t", -1));
    String field = parts.get(0);
    return label(field, parts.subList(1, parts.size())) + ": " + step(field, change);
  }

  /** What only is there or not has no value to show. */
  private String step(String field, AuditNote.Change change) {
    if (THERE.equals(change.after()) && change.before().isEmpty()) {
      return page.text("audit.added");
    }
    if (THERE.equals(change.before()) && change.after().isEmpty()) {
      return page.text("audit.removed");
    }
    return value(field, change.before()) + " → " + value(field, change.after());
  }

  private String label(String field, List<String> whose) {
    String key = "audit.field." + field;
    Object[] names = whose.stream().map(name -> name(field, whose.indexOf(name), name)).toArray();
    return page.texts().has(key) ? page.text(key, names) : field;
  }

  private String name(String field, int place, String name) {
    return switch (field) {
      case "target" -> place == 0 ? things.kpi(name) : known("targets.each." + name, name);
      case "sees-client", "member" -> clients.getOrDefault(name, name);
      case "second-step" -> known("role." + name, name);
      case "gate" -> known("gate." + name, name);
      case "limit" -> known("gate.limit." + name, name);
      case "source" -> place == 0 ? things.source(name) : name;
      case "brand" -> known("brand." + name, name);
      case "words" -> ofWords(place, name);
      default -> name;
    };
  }

  /** Report, period, language and section. */
  private String ofWords(int place, String name) {
    return switch (place) {
      case 0 -> things.report(name);
      case 1 -> things.period(name);
      case 2 -> page.language(Locale.forLanguageTag(name));
      default -> known("words." + name, name);
    };
  }

  private String value(String field, String value) {
    if (value.isEmpty()) {
      return page.text("audit.nothing");
    }
    return switch (field) {
      case "role", "person", "token" -> known("role." + value, value);
      case "language" -> page.language(Locale.forLanguageTag(value));
      case "sees" -> known("access.sees-" + value, value);
      case "gate" -> known("gate.level." + value, value);
      case "kind" -> known("kind." + value, value);
      case "approval", "incomplete" -> known("schedules." + field + "." + value, value);
      case "step" -> known("audit.step." + value, value);
      case "report" -> things.report(value);
      case "recipients", "internal_to" -> value.replaceAll("[\\s,]+", ", ");
      case "formats" -> value.toUpperCase(Locale.ROOT);
      case "destination" -> known("destinations.kind." + value, value);
      case "parameter", "mapping", "words", "brand" -> value;
      case "data-sender" -> clients.getOrDefault(value, value);
      default -> known("audit." + value, value);
    };
  }

  private String known(String key, String otherwise) {
    return page.texts().has(key) ? page.text(key) : otherwise;
  }
}
