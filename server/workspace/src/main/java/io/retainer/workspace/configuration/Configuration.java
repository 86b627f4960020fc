package io.retainer.workspace.configuration;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is set: as a system property, else in the environment, else in {@code
 * <home>/retainer.properties}. A secret {@code K} may stand in a file that {@code K-file} names.
 */
public final class Configuration {

  /** The file's name in the home. */
  public static final String FILE = "retainer.properties";

  private static final Pattern OPTION = Pattern.compile("-D(retainer\\.[^=]+)=(.*)");

  private final SettingCatalogue catalogue;
  private final Map<String, String> properties;
  private final Map<String, String> environment;
  private final Path file;
  private final Properties written;

  private Configuration(
      SettingCatalogue catalogue,
      Map<String, String> properties,
      Map<String, String> environment,
      Path file,
      Properties written) {
    this.catalogue = catalogue;
    this.properties = properties;
    this.environment = environment;
    this.file = file;
    this.written = written;
  }

  /** Of this process, in a home that need not exist. */
  public static Configuration of(Path home) {
    Properties properties = System.getProperties();
    return of(
        home,
        properties.stringPropertyNames().stream()
            .collect(Collectors.toMap(name -> name, properties::getProperty)),
        System.getenv());
  }

  /** Of a server that is started with this environment, before it is started. */
  public static Configuration ofServer(Path home, Map<String, String> environment) {
    Map<String, String> options = new HashMap<>();
    for (String word : environment.getOrDefault("RETAINER_SERVER_OPTS", "").split("\\s+")) {
      Matcher option = OPTION.matcher(word);
      if (option.matches()) {
        options.put(option.group(1), option.group(2));
      }
    }
    return of(home, options, environment);
  }

  static Configuration of(
      Path home, Map<String, String> properties, Map<String, String> environment) {
    Path file = home.resolve(FILE);
    return new Configuration(
        SettingCatalogue.load(), Map.copyOf(properties), Map.copyOf(environment), file, read(file));
  }

  private static Properties read(Path file) {
    var properties = new Properties();
    if (Files.exists(file)) {
      try (Reader in = Files.newBufferedReader(file)) {
        properties.load(in);
      } catch (IOException | IllegalArgumentException e) {
        throw new ConfigurationException(
            List.of(file + " cannot be read: " + e.getMessage() + ". It is key = value, in UTF-8"));
      }
    }
    return properties;
  }

  /** Where a setting comes from; the first of these that has it counts. */
  public enum Origin {
    OPTION,
    ENVIRONMENT,
    FILE,
    /** A secret that stands in a file of its own. */
    SECRET_FILE,
    /** Nobody has set it. */
    USUAL
  }

  public Origin origin(String key) {
    if (isSet(properties.get(key))) {
      return Origin.OPTION;
    }
    if (isSet(environment.get(Setting.variable(key)))) {
      return Origin.ENVIRONMENT;
    }
    if (isSet(written.getProperty(key))) {
      return Origin.FILE;
    }
    return catalogue.find(key).filter(Setting::isSecret).isPresent()
            && value(SettingCatalogue.fileKey(key)).isPresent()
        ? Origin.SECRET_FILE
        : Origin.USUAL;
  }

  private static boolean isSet(String value) {
    return value != null && !value.isBlank();
  }

  /** As it was set, without blanks around it; empty when it is not. */
  public Optional<String> value(String key) {
    return Optional.ofNullable(properties.get(key))
        .or(() -> Optional.ofNullable(environment.get(Setting.variable(key))))
        .or(() -> Optional.ofNullable(written.getProperty(key)))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  /** As {@link #value}; a secret that stands in a file of its own is read from there. */
  public Optional<String> resolved(String key) {
    return value(key).or(() -> catalogue.find(key).filter(Setting::isSecret).flatMap(this::kept));
  }

  private Optional<String> kept(Setting secret) {
    return value(SettingCatalogue.fileKey(secret.key()))
        .map(
            name -> {
              try {
                return Files.readString(Path.of(name)).strip();
              } catch (IOException e) {
                throw new UncheckedIOException(SettingCatalogue.fileKey(secret.key()), e);
              }
            });
  }

  /**
   * This, when it can be used.
   *
   * @throws ConfigurationException with everything that is wrong
   */
  public Configuration usable() {
    List<String> problems = problems();
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
    return this;
  }

  /** A sentence for each key that cannot be used: which, where, what it is, what was expected. */
  public List<String> problems() {
    return new ConfigurationCheck(catalogue, this).problems();
  }

  /**
   * What is set, for whoever helps: a line each. Values that can be chosen from a list or range are
   * shown, of all others only that they are set.
   */
  public String shown() {
    return catalogue.all().stream()
        .filter(setting -> resolved(setting.key()).isPresent())
        .map(
            setting ->
                setting.key()
                    + " = "
                    + setting.form().choice().flatMap(any -> value(setting.key())).orElse("(set)"))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** Values that are secret, or that somebody made up: by key. */
  public Map<String, String> personal() {
    Map<String, String> values = new HashMap<>();
    for (Setting setting : catalogue.all()) {
      if (setting.form().choice().isEmpty()) {
        resolved(setting.key()).ifPresent(value -> values.put(setting.key(), value));
      }
    }
    return values;
  }

  /** Keys that are set as properties or in the file and begin with our name. */
  List<String> keys() {
    return Stream.concat(properties.keySet().stream(), written.stringPropertyNames().stream())
        .filter(key -> key.startsWith("retainer."))
        .distinct()
        .sorted()
        .toList();
  }

  /** Where a key is set, as people call it. */
  String placeOf(String key) {
    if (properties.containsKey(key)) {
      return key;
    }
    String variable = Setting.variable(key);
    return environment.containsKey(variable) ? variable : key + " in " + file;
  }

  Path file() {
    return file;
  }

  boolean isInFile(String key) {
    return written.getProperty(key) != null;
  }
}
