package io.retainer.workspace.configuration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is wrong with what is set, each key for itself. */
record ConfigurationCheck(SettingCatalogue catalogue, Configuration configuration) {

  private static final int LONGEST_SHOWN = 80;

  List<String> problems() {
    return Stream.of(
            OthersRights.mayWrite(configuration.file())
                ? Stream.of(configuration.file() + " may be written by others: chmod 600 it")
                : Stream.<String>empty(),
            configuration.keys().stream().flatMap(key -> unknown(key).stream()),
            catalogue.all().stream().flatMap(setting -> unusable(setting).stream()),
            catalogue.all().stream()
                .filter(Setting::isSecret)
                .flatMap(secret -> exposed(secret).stream()))
        .flatMap(problems -> problems)
        .toList();
  }

  private Optional<String> unknown(String key) {
    return catalogue.isKnown(key)
        ? Optional.empty()
        : Optional.of(
            configuration.placeOf(key)
                + " is no setting"
                + catalogue
                    .nearest(key)
                    .map(near -> "; did you mean " + near + "?")
                    .orElse("; README.md has all of them"));
  }

  private Optional<String> unusable(Setting setting) {
    return configuration
        .value(setting.key())
        .flatMap(
            value ->
                setting
                    .form()
                    .problemOf(value)
                    .map(
                        expected ->
                            "%s is \"%s\"; %s"
                                .formatted(
                                    configuration.placeOf(setting.key()), shown(value), expected)));
  }

  private Optional<String> exposed(Setting secret) {
    String fileKey = SettingCatalogue.fileKey(secret.key());
    Optional<String> file = configuration.value(fileKey);
    if (file.isPresent() && configuration.value(secret.key()).isPresent()) {
      return Optional.of("expected either " + secret.key() + " or " + fileKey + ", saw both");
    }
    if (file.isPresent() && !Files.isReadable(Path.of(file.get()))) {
      return Optional.of(
          configuration.placeOf(fileKey)
              + " is \""
              + shown(file.get())
              + "\", and there is no file that this user may read");
    }
    return configuration.isInFile(secret.key()) && OthersRights.mayRead(configuration.file())
        ? Optional.of(
            secret.key()
                + " stands in "
                + configuration.file()
                + ", which others may read: chmod 600 it")
        : Optional.empty();
  }

  private static String shown(String value) {
    String plain = value.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
    return plain.length() > LONGEST_SHOWN ? plain.substring(0, LONGEST_SHOWN) + "…" : plain;
  }
}
