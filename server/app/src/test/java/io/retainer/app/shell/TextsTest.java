package io.retainer.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {

  private static final Pattern HOLE = Pattern.compile("\\{[0-9]+}");

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyLanguageHasTheSameTextsWithTheSameHoles(Language language) throws IOException {
    Map<String, String> english = holes(Language.EN);

    assertThat(holes(language)).isEqualTo(english);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void noTextIsEmpty(Language language) throws IOException {
    assertThat(texts(language).values()).noneMatch(text -> text.toString().isBlank());
  }

  @Test
  void aYearThatEndsWithAFullStopIsFollowedByNoSecondOne() {
    assertThat(Texts.in(Language.RU).text("occurrence.reason.not-closed", "ноябрь 2026 г."))
        .endsWith("2026 г.")
        .doesNotContain("..");
    assertThat(Texts.in(Language.EN).text("occurrence.reason.not-closed", "1 December 2026"))
        .endsWith("2026.");
  }

  @Test
  void whatIsPutIntoATextIsNotReadAgain() {
    assertThat(Texts.in(Language.EN).text("home.held", "Shop {1}", "October"))
        .isEqualTo("Held instead of sent: Shop {1}, October");
  }

  @Test
  void takesTheFirstLanguageOfTheBrowserThatItSpeaks() {
    assertThat(Language.accepted("de-DE,de;q=0.9,be;q=0.8,en;q=0.7")).isEqualTo(Language.BE);
    assertThat(Language.accepted("fi-FI")).isEqualTo(Language.FI);
    assertThat(Language.accepted("de")).isEqualTo(Language.EN);
    assertThat(Language.accepted(";;;nonsense")).isEqualTo(Language.EN);
  }

  private static Map<String, String> holes(Language language) throws IOException {
    Map<String, String> holes = new TreeMap<>();
    texts(language)
        .forEach(
            (key, text) -> {
              Matcher matcher = HOLE.matcher(text.toString());
              holes.put(
                  key.toString(),
                  matcher.results().map(result -> result.group()).sorted().toList().toString());
            });
    return holes;
  }

  private static Properties texts(Language language) throws IOException {
    String name = "/io/retainer/app/texts_" + language.tag() + ".properties";
    Properties texts = new Properties();
    try (InputStream in = TextsTest.class.getResourceAsStream(name)) {
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return texts;
  }
}
