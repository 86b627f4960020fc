package io.retainer.connector.google;

import io.retainer.toolkit.JsonValue;
import java.util.List;

/** Parameters of an event, in whichever of its forms a list of them was written. */
final class EventParameters {

  private static final List<String> TYPES =
      List.of("string_value", "int_value", "double_value", "float_value");

  private EventParameters() {}

  /**
   * The value of a parameter: of {@code [{"key": …, "value": {"int_value": …}}]}, or {@code {"key":
   * …}}.
   *
   * @return empty when the event does not have it
   */
  static String value(JsonValue event, String key) {
    JsonValue parameters = event.at("event_params");
    if (parameters.isObject()) {
      return scalar(parameters.at(key));
    }
    for (JsonValue parameter : parameters.items()) {
      if (parameter.at("key").text().equals(key)) {
        return scalar(parameter.at("value"));
      }
    }
    return "";
  }

  private static String scalar(JsonValue value) {
    for (String type : TYPES) {
      if (!value.at(type).text().isEmpty()) {
        return value.at(type).text();
      }
    }
    return value.text();
  }
}
