package io.retainer.kpi.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.kpi.Authors;
import io.retainer.kpi.Computing;
import io.retainer.kpi.KpiScriptCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A letter with an accent is one letter to whoever reads it, however it is stored. */
class AccentsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "campaign == 'Осенний'|3",
        "campaign != 'Осенний'|4",
        "'Осенний' == campaign|3",
        "campaign in ['Осенний', 'Soldes d’été']|7",
        "!(campaign in ['осенний'])|4",
        "campaign.contains('été')|4",
        "campaign.startsWith('Осенний')|3",
        "campaign.endsWith(['ЕННИЙ', 'x'])|3",
        "campaign.contains(words)|4",
      })
  void areFoundHoweverTheyAreStored(String condition, int expected) throws IOException {
    for (Form written : Form.values()) {
      for (Form stored : new Form[] {Form.NFC, Form.NFD}) {
        assertThat(problems(condition, expected, written, stored))
            .as(condition + written + stored)
            .isEmpty();
      }
    }
  }

  private Iterable<?> problems(String condition, int expected, Form written, Form stored)
      throws IOException {
    Path script =
        Files.writeString(
            folder.resolve("a.groovy"),
            """
            kpi('a.b') {
              title en: 'A'
              unit count
              better higher
              from ad_performance
              param words: ['été']
              where %s
              value { sum(clicks) }
              example 'a', rows: [[campaign: '%s', clicks: 3], [campaign: '%s', clicks: 4], [campaign: null, clicks: 5]], expect: %d
            }
            """
                .replace(condition.contains("words") ? "\u0000" : "  param words: ['été']\n", "")
                .formatted(
                    Normalizer.normalize(condition, written),
                    Normalizer.normalize("Осенний", stored),
                    Normalizer.normalize("Soldes d’été", stored),
                    expected));
    return KpiScriptCheck.check(List.of(script), Computing.in(script, Authors.none()))
        .scripts()
        .get(0)
        .faults();
  }
}
