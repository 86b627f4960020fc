package io.retainer.app.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.workspace.contract.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/** The JSON object that a program sent. All that is wrong with it is told together. */
public final class JsonInput {

  private final JsonNode object;
  private final Set<String> known = new LinkedHashSet<>();
  private final Set<String> ignored = new HashSet<>();
  private final List<String> problems = new ArrayList<>();
  private final List<JsonInput> parts = new ArrayList<>();

  private JsonInput(JsonNode object) {
    this.object = object;
  }

  /**
   * @param body an object; nothing at all stands for an empty one
   */
  public static JsonInput parse(String body) {
    try {
      JsonNode json = body.isBlank() ? Json.object() : Json.read(body);
      if (!json.isObject()) {
        throw Problem.invalid("Send a JSON object, like {\"client\": \"nordic-outdoor\"}.");
      }
      return new JsonInput(json);
    } catch (JsonProcessingException e) {
      // Of what is too deep, too long or too large, Jackson says no place.
      String place =
          e.getLocation() == null
              ? ""
              : ", line %d, column %d"
                  .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
      throw Problem.invalid(
          "The body is no JSON%s: %s."
              .formatted(
                  place,
                  e.getOriginalMessage()
                      .replaceAll(", from `[^`]*`", "")
                      .replaceAll(" \\((start marker|from).*", "")
                      .replaceAll("(?s)\n.*", "")));
    }
  }

  /** A text that must be there; empty, and a problem, when it is not. */
  public String required(String name) {
    Optional<String> text = text(name);
    boolean isThere = field(name).isValueNode() && !field(name).isNull();
    if (text.isEmpty() && !(isThere && !field(name).isTextual())) {
      problem("\"" + name + "\" is missing");
    }
    return text.orElse("");
  }

  public Optional<String> text(String name) {
    JsonNode value = field(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      problem("\"" + name + "\" is a text, saw " + value);
      return Optional.empty();
    }
    return Optional.of(value.asText().strip()).filter(text -> !text.isEmpty());
  }

  /** A whole number, which may also stand in quotes; as a text. */
  public Optional<String> numberOrText(String name) {
    return field(name).isTextual() ? text(name) : number(name).map(String::valueOf);
  }

  public List<String> texts(String name) {
    JsonNode value = field(name);
    List<String> texts = new ArrayList<>();
    if (!value.isMissingNode() && !value.isNull() && !value.isArray()) {
      problem("\"" + name + "\" is a list of texts, saw " + value);
    }
    for (JsonNode each : value) {
      if (each.isTextual()) {
        texts.add(each.asText());
      } else {
        problem("\"" + name + "\" is a list of texts, saw " + each + " in it");
      }
    }
    return texts;
  }

  /** A whole number. */
  public Optional<Integer> number(String name) {
    JsonNode value = field(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.canConvertToExactIntegral() || !value.canConvertToInt()) {
      problem("\"" + name + "\" is a whole number, saw " + value);
      return Optional.empty();
    }
    return Optional.of(value.asInt());
  }

  /** A list of objects; what is wrong with them is told with the rest of this one. */
  public List<JsonInput> objects(String name) {
    JsonNode value = field(name);
    List<JsonInput> objects = new ArrayList<>();
    if (!value.isMissingNode() && !value.isNull() && !value.isArray()) {
      problem("\"" + name + "\" is a list of objects, saw " + value);
    }
    for (JsonNode each : value) {
      if (each.isObject()) {
        JsonInput one = new JsonInput(each);
        parts.add(one);
        objects.add(one);
      } else {
        problem("\"" + name + "\" is a list of objects, saw " + each + " in it");
      }
    }
    return objects;
  }

  public Optional<Boolean> flag(String name) {
    JsonNode value = field(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isBoolean()) {
      problem("\"" + name + "\" is true or false, saw " + value);
    }
    return Optional.of(value.asBoolean());
  }

  public OptionalInt whole(String name) {
    JsonNode value = field(name);
    if (value.isMissingNode() || value.isNull()) {
      return OptionalInt.empty();
    }
    if (!value.isInt()) {
      problem("\"" + name + "\" is a whole number, saw " + value);
    }
    return OptionalInt.of(value.asInt());
  }

  /** Whether it is there, if only as null. */
  public boolean has(String name) {
    return !field(name).isMissingNode();
  }

  /** Whether it is a list, if only an empty one. */
  public boolean hasList(String name) {
    return field(name).isArray();
  }

  /** Names that our own answers have: what was read may be sent back with a change. */
  public void mayHave(String... names) {
    ignored.addAll(List.of(names));
  }

  /** Reads a text further; what the reading complains about becomes a problem of this input. */
  public <T> Optional<T> read(String text, Function<String, T> reading) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(reading.apply(text));
    } catch (IllegalArgumentException e) {
      problem(e.getMessage());
      return Optional.empty();
    }
  }

  public void problem(String text) {
    problems.add(text);
  }

  /** Refuses the request when anything is wrong with it, unknown names included. */
  public void check() {
    sayUnknown();
    for (JsonInput part : parts) {
      part.sayUnknown();
      problems.addAll(part.problems);
    }
    if (!problems.isEmpty()) {
      throw Problem.invalid(String.join(". ", problems) + ".");
    }
  }

  private void sayUnknown() {
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name) && !ignored.contains(name)) {
                problem("\"" + name + "\" is not known; there are " + known);
              }
            });
  }

  private JsonNode field(String name) {
    known.add(name);
    return object.path(name);
  }
}
