package io.retainer.kpi.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParsedScriptsTest {

  @TempDir Path folder;

  @Test
  void remembersTheLatestOfThousandsOfEditsAndForgetsTheOthers() throws IOException {
    ParsedScripts parsed = ParsedScripts.in(folder);

    for (int edit = 0; edit < 3 * ParsedScripts.MOST; edit++) {
      parsed.knowGood("edit " + edit);
    }
    parsed.forgetTheRest();

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(ParsedScripts.MOST);
    }
    assertThat(parsed.isKnownGood("edit " + (3 * ParsedScripts.MOST - 1))).isTrue();
    assertThat(parsed.isKnownGood("edit 0")).isFalse();
  }
}
