package io.retainer.warehouse.imports;

import io.retainer.spi.ColumnType;
import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.ConnectorDescription.Setting;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Settings of connectors as a user writes them: {@code won-stages = Signed, Paid}. A name may be
 * declared by several connectors; each is told those it declares and no others.
 */
public final class GivenSettings {

  /** Has its own place in an import. */
  private static final String MAPPING = "mapping";

  private GivenSettings() {}

  /**
   * @param lines one setting each; blank ones say nothing
   * @param connectors those that are installed
   * @throws IllegalArgumentException saying what is wrong with the first line that is
   */
  public static Map<String, String> of(List<String> lines, List<ConnectorDescription> connectors) {
    Map<String, Setting> known = new TreeMap<>();
    connectors.forEach(
        connector -> connector.settings().forEach(each -> known.put(each.name(), each)));
    known.remove(MAPPING);
    Map<String, String> given = new TreeMap<>();
    for (String line : lines) {
      if (!line.isBlank()) {
        int equals = line.indexOf('=');
        if (equals < 1) {
          throw new IllegalArgumentException(
              "A setting is written NAME=VALUE, saw \"" + line.strip() + "\"");
        }
        String name = line.substring(0, equals).strip();
        String value = line.substring(equals + 1).strip();
        check(name, value, known);
        given.put(name, value);
      }
    }
    return given;
  }

  private static void check(String name, String value, Map<String, Setting> known) {
    Setting setting = known.get(name);
    if (setting == null) {
      throw new IllegalArgumentException(
          "No connector has a setting \""
              + name
              + "\"; there are "
              + String.join(", ", new TreeSet<>(known.keySet())));
    }
    if (!fits(value, setting.type())) {
      throw new IllegalArgumentException(
          "The setting "
              + name
              + " is "
              + (setting.isSecret() ? "something else" : "\"" + value + "\"")
              + ", expected "
              + expected(setting.type()));
    }
  }

  private static boolean fits(String value, ColumnType type) {
    try {
      return switch (type) {
        case TEXT -> true;
        case INTEGER -> new BigDecimal(value).scale() <= 0 && Long.valueOf(value) != null;
        case DECIMAL -> new BigDecimal(value) != null;
        case BOOLEAN -> value.equals("true") || value.equals("false");
        case DATE -> LocalDate.parse(value) != null;
        case TIMESTAMP -> LocalDateTime.parse(value) != null;
      };
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      return false;
    }
  }

  private static String expected(ColumnType type) {
    return switch (type) {
      case TEXT -> "a text";
      case INTEGER -> "a whole number";
      case DECIMAL -> "a number like 12.50";
      case BOOLEAN -> "true or false";
      case DATE -> "a day like 2026-01-31";
      case TIMESTAMP -> "a moment like 2026-01-31T09:00";
    };
  }

  /** Those of the given that a connector declares. */
  static Map<String, String> declared(Map<String, String> given, ConnectorDescription connector) {
    Map<String, String> told = new TreeMap<>(given);
    told.keySet().retainAll(connector.settings().stream().map(Setting::name).toList());
    return told;
  }

  /** Those of the given that a connector declares and that may be written down. */
  static Map<String, String> toKeep(Map<String, String> given, ConnectorDescription connector) {
    Map<String, String> kept = declared(given, connector);
    connector.settings().stream()
        .filter(Setting::isSecret)
        .map(Setting::name)
        .forEach(kept::remove);
    return kept;
  }
}
