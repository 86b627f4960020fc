package io.retainer.workspace.configuration;

import io.retainer.kpi.script.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everything an operator may set; a line each in {@code settings.tsv}, by key. */
public final class SettingCatalogue {

  private static final String FILE_OF_SECRET = "-file";

  /** What the launcher tells the server, and what switches the launcher itself. */
  private static final Set<String> BETWEEN_OURSELVES =
      Set.of(
          "retainer.address",
          "retainer.build",
          "retainer.checkout",
          "retainer.connectors",
          "retainer.debug",
          "retainer.installation",
          "retainer.java.opts",
          "retainer.kpi-scripts",
          "retainer.kpi.scripts",
          "retainer.report-templates",
          "retainer.report.templates",
          "retainer.server.opts",
          "retainer.war");

  private final Map<String, Setting> settings;

  private SettingCatalogue(List<Setting> settings) {
    this.settings =
        settings.stream()
            .collect(
                Collectors.toMap(
                    Setting::key,
                    Function.identity(),
                    (one, other) -> {
                      throw new IllegalStateException(one.key() + " stands there twice");
                    },
                    TreeMap::new));
  }

  public static SettingCatalogue load() {
    try (InputStream in = SettingCatalogue.class.getResourceAsStream("settings.tsv")) {
      return new SettingCatalogue(
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .map(line -> line.split("\t", -1))
              .map(cells -> new Setting(cells[0], Form.of(cells[1]), cells[2], cells[3], cells[4]))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException("The catalogue of settings cannot be read", e);
    }
  }

  /** By key. */
  public List<Setting> all() {
    return List.copyOf(settings.values());
  }

  Optional<Setting> find(String key) {
    return Optional.ofNullable(settings.get(key));
  }

  /** The secret that a file of its own is named for, by {@code retainer.mail.password-file}. */
  Optional<Setting> ofFile(String key) {
    return key.endsWith(FILE_OF_SECRET)
        ? find(key.substring(0, key.length() - FILE_OF_SECRET.length())).filter(Setting::isSecret)
        : Optional.empty();
  }

  static String fileKey(String key) {
    return key + FILE_OF_SECRET;
  }

  boolean isKnown(String key) {
    return settings.containsKey(key) || ofFile(key).isPresent() || BETWEEN_OURSELVES.contains(key);
  }

  /** The known key that is written most like this one, if any is near. */
  Optional<String> nearest(String key) {
    return Nearest.to(key, settings.keySet());
  }
}
