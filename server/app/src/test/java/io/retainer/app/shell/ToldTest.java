package io.retainer.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.rendering.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ToldTest {

  private static final Pattern HOLE = Pattern.compile("\\{[0-9]}");

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyLanguageSaysTheSameSentencesWithTheSameHoles(Language language) throws IOException {
    assertThat(holes(language)).isEqualTo(holes(Language.EN));
  }

  @Test
  void noEnglishSentenceEndsWithItsFullStop() throws IOException {
    assertThat(texts(Language.EN).values()).noneMatch(text -> text.endsWith("."));
  }

  @Test
  void saysItWithWhatSomebodyTypedAsItWasTyped() {
    assertThat(
            Told.orAsIs(
                Language.FI, "\"Anna {0} \\E\" is no day; write it like 2026-12-01, or nothing."))
        .isEqualTo(
            "”Anna {0} \\E” ei ole päivä; kirjoita se muodossa 2026-12-01 tai jätä kenttä tyhjäksi.");
  }

  @Test
  void saysASentenceWithinASentenceToo() {
    assertThat(
            Told.orAsIs(
                Language.RU,
                "Line 3, column \"starts\": saw \"soon\": \"soon\" is no day; write it like 2026-12-01, or nothing."))
        .isEqualTo(
            "Строка 3, столбец «starts»: указано «soon»: «soon» — не дата; напишите её как 2026-12-01 или оставьте поле пустым.");
  }

  @Test
  void takesWhereSomethingStandsForNoNumberOfCells() {
    assertThat(Told.orAsIs(Language.RU, "Line 9: 6 cells, expected 5 as in line 1."))
        .isEqualTo("Строка 9: ячеек 6, а нужно 5, как в строке 1.");
    assertThat(Told.orAsIs(Language.FI, "Line 9: 6 cells, expected 5 as in line 1."))
        .startsWith("Rivi 9: ");
  }

  @Test
  void saysEachLineOfSeveral() {
    assertThat(
            Told.orAsIs(
                Language.RU,
                "Nothing was undone.\nSchedule a was changed since.\nSchedule b was removed since."))
        .isEqualTo(
            "Ничего не отменено.\nРасписание a с тех пор изменили.\nРасписание b с тех пор удалили.");
  }

  @Test
  void leavesAsItIsWhatItDoesNotKnow() {
    assertThat(Told.orAsIs(Language.RU, "550 5.1.1 No such user."))
        .isEqualTo("550 5.1.1 No such user.");
    assertThat(Told.isKnown(Language.RU, "550 5.1.1 No such user.")).isFalse();
    assertThat(Told.isKnown(Language.EN, "550 5.1.1 No such user.")).isTrue();
  }

  private static Map<String, String> holes(Language language) throws IOException {
    Map<String, String> holes = new TreeMap<>();
    texts(language)
        .forEach(
            (key, text) -> {
              Matcher matcher = HOLE.matcher(text);
              holes.put(
                  key,
                  matcher.results().map(result -> result.group()).sorted().toList().toString());
            });
    return holes;
  }

  private static Map<String, String> texts(Language language) throws IOException {
    String name = "/io/retainer/app/told_" + language.tag() + ".properties";
    try (InputStream in = ToldTest.class.getResourceAsStream(name)) {
      return Words.read(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
  }
}
