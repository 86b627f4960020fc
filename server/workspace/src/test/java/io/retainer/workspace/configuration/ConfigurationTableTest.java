package io.retainer.workspace.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The README's table of settings is the catalogue. */
class ConfigurationTableTest {

  private static final String HEADING =
      "| Key | Meaning | Default | Example |\n|---|---|---|---|\n";

  @Test
  void theReadmeListsWhatMayBeSet() throws IOException {
    String table =
        HEADING
            + SettingCatalogue.load().all().stream()
                .map(ConfigurationTableTest::row)
                .collect(Collectors.joining("\n"));
    assertThat(Files.readString(Path.of("../../README.md")))
        .as("put this table into README.md:\n" + table + "\n")
        .contains(table + "\n\n");
  }

  private static String row(Setting setting) {
    String key =
        setting.isSecret()
            ? "`%s`, or the file that `%s` names".formatted(setting.key(), "…-file")
            : "`" + setting.key() + "`";
    String example = setting.isSecret() ? "–" : "`" + setting.example() + "`";
    return "| %s | %s%s | %s | %s |"
        .formatted(
            key,
            setting.meaning(),
            setting.form().choice().map(choice -> " (" + choice + ")").orElse(""),
            setting.usual(),
            example);
  }
}
