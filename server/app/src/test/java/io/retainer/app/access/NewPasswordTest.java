package io.retainer.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.shell.Language;
import io.retainer.app.shell.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewPasswordTest {

  @ParameterizedTest
  @CsvSource({
    "aaaaaaaaaaaa,repeat",
    "'            ',repeat",
    "password1234,common",
    "123456789012,",
    "qwertyuiop[],",
    "abcdefghijkl,",
    "iloveyou2024,",
    "Passw0rd!Passw0rd!,",
    "01.01.2001.01,"
  })
  void refusesWhatIsCommonOrSimpleAndSaysWhy(String password, String why) {
    String problem = NewPassword.problem("olga", password, password);

    assertThat(problem).startsWith("account.password-easy-");
    if (why != null) {
      assertThat(problem).endsWith(why);
    }
    for (Language language : Language.values()) {
      assertThat(Texts.in(language).has(problem)).as(language + " " + problem).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "four unrelated words",
        "another long password",
        "seven quiet harbours",
        "a long and winding road",
        "five other unrelated words",
        "kolme vihreää lintua laulaa",
        "тры зялёныя птушкі"
      })
  void takesAFewUnrelatedWords(String password) {
    assertThat(NewPassword.problem("olga", password, password)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ol\nga", "olga\u0000", "olga\u200b", "\u202eaglo", "olga\ufeff"})
  void isNoNameThatLooksLikeAnotherOne(String name) {
    assertThat(NewPassword.isName(name)).isFalse();
    assertThat(NewPassword.problem(name, "four unrelated words", "four unrelated words"))
        .isEqualTo("account.name-needed");
    assertThat(NewPassword.isName("Вольга <b>О'Хара</b>")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 200})
  void isQuickWithTheLongest(int length) {
    String password = "ab1 Zy9/".repeat(25).substring(0, length);
    long begin = System.nanoTime();
    NewPassword.problem("olga", password, password);

    assertThat(System.nanoTime() - begin).isLessThan(5_000_000_000L);
  }
}
