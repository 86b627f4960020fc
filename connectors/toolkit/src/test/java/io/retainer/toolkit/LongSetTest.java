package io.retainer.toolkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LongSetTest {

  @Test
  void knowsEveryNumberItWasGiven() {
    var random = new Random(26);
    var set = new LongSet();
    var known = new HashSet<Long>();
    for (int i = 0; i < 300_000; i++) {
      long number = i % 3 == 0 ? random.nextLong() : random.nextInt(100_000);
      assertThat(set.add(number)).isEqualTo(known.add(number));
    }
    for (long number : known) {
      assertThat(set.add(number)).isFalse();
    }
  }

  @Test
  void takesNumbersOneAfterTheOther() {
    var set = new LongSet();
    for (long number = -100_000; number < 100_000; number++) {
      assertThat(set.add(number)).isTrue();
    }
    assertThat(set.add(0)).isFalse();
  }
}
