package io.retainer.toolkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TruthTest {

  @ParameterizedTest
  @ValueSource(strings = {"yes", "TRUE", " 1 ", "Да", "так", "Kyllä", "Oui", "wahr", "Sí"})
  void readsYesInTheLanguagesOfExports(String text) {
    assertThat(Truth.of(text)).contains(true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no", "False", "0", "Нет", "не", "ei", "non", "FALSCH"})
  void readsNo(String text) {
    assertThat(Truth.of(text)).contains(false);
  }

  @Test
  void guessesNothing() {
    assertThat(Truth.of("maybe")).isEmpty();
    assertThat(Truth.of("2")).isEmpty();
    assertThat(Truth.of("")).isEmpty();
  }
}
