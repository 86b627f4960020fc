package io.retainer.workspace;

import io.retainer.model.client.ClientId;
import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.ConnectorDescription.Setting;
import io.retainer.warehouse.imports.ClientSettings;
import io.retainer.warehouse.imports.GivenSettings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Settings of connectors that hold for every import of a client, whichever way its files come. */
public final class KeptSettings implements ClientSettings {

  private final TextsOfClients texts;

  KeptSettings(Path folder) {
    this.texts = new TextsOfClients(folder, "{\"won-stages\": \"Signed, Paid\"}");
  }

  @Override
  public Map<String, String> of(ClientId client) {
    return texts.of(client);
  }

  /** The same as lines, to be edited. */
  public String lines(ClientId client) {
    return of(client).entrySet().stream()
        .map(each -> each.getKey() + " = " + each.getValue())
        .collect(Collectors.joining("\n"));
  }

  /**
   * Keeps values, and forgets those that are empty.
   *
   * @param lines one setting each, {@code NAME=VALUE}
   * @throws IllegalArgumentException saying what is wrong with the first line that is
   */
  public void set(ClientId client, List<String> lines, List<ConnectorDescription> connectors) {
    texts.set(client, read(lines, connectors));
  }

  /**
   * Keeps nothing.
   *
   * @throws IllegalArgumentException saying what is wrong with the first line that is
   */
  public static void check(List<String> lines, List<ConnectorDescription> connectors) {
    read(lines, connectors);
  }

  /** As {@link #set}; what no line names is forgotten. */
  public void replace(ClientId client, List<String> lines, List<ConnectorDescription> connectors) {
    Map<String, String> all = new HashMap<>();
    of(client).keySet().forEach(name -> all.put(name, ""));
    all.putAll(read(lines, connectors));
    texts.set(client, all);
  }

  private static Map<String, String> read(
      List<String> lines, List<ConnectorDescription> connectors) {
    Map<String, String> cleared = new HashMap<>();
    List<String> given =
        lines.stream().filter(line -> !isEmpty(line, cleared, connectors)).toList();
    Map<String, String> values = new HashMap<>(GivenSettings.of(given, connectors));
    values.keySet().stream()
        .filter(name -> isSecret(name, connectors))
        .findFirst()
        .ifPresent(
            name -> {
              throw new IllegalArgumentException(
                  "The setting " + name + " is a secret: give it with each import");
            });
    values.putAll(cleared);
    return values;
  }

  /** {@code NAME=} brings the connector's own way back, whatever type the setting has. */
  private static boolean isEmpty(
      String line, Map<String, String> cleared, List<ConnectorDescription> connectors) {
    String name = line.strip().replaceFirst("\\s*=$", "");
    boolean isEmpty = line.strip().endsWith("=") && isKnown(name, connectors);
    if (isEmpty) {
      cleared.put(name, "");
    }
    return isEmpty;
  }

  /** Whether some connector has a setting of the name. */
  public static boolean isKnown(String name, List<ConnectorDescription> connectors) {
    return connectors.stream()
        .flatMap(connector -> connector.settings().stream())
        .anyMatch(setting -> setting.name().equals(name));
  }

  private static boolean isSecret(String name, List<ConnectorDescription> connectors) {
    return connectors.stream()
        .flatMap(connector -> connector.settings().stream())
        .filter(setting -> setting.name().equals(name))
        .anyMatch(Setting::isSecret);
  }
}
