package io.retainer.compute.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.compute.protocol.Answer;
import io.retainer.compute.protocol.Input;
import io.retainer.compute.protocol.Question;
import io.retainer.compute.protocol.Sums;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What analysts write: growth, smoothing, indices, trends, shares, scores. All of it loads. */
class HonestComputationsTest {

  private static final List<Input> SERIES =
      List.of(
          series("sessions", Sums.TOTAL_AND_MEAN, 100, 110, 120, 130, 140, 150),
          series("revenue", Sums.TOTAL_AND_MEAN, 1000, 1200, 1100, 1300, 1500, 1600),
          series("people", Sums.MEAN, 50, 52, 54, 56, 58, 60),
          series("rate", Sums.NEITHER, 0.10, 0.12, 0.11, 0.13, 0.12, 0.14),
          series("ctr", Sums.NEITHER, 0.02, 0.03, 0.02, 0.04, 0.03, 0.05));

  private static Input series(String name, Sums sums, double... values) {
    return new Input(name, values, 12, 2026, 5, sums);
  }

  private record Honest(String title, double expected, String text) {
    static Honest of(String block) {
      String[] parts = block.strip().split("\n", 2);
      String[] head = parts[0].substring(2).split(" = ");
      return new Honest(head[0], Double.parseDouble(head[1]), parts[1]);
    }

    @Override
    public String toString() {
      return title;
    }
  }

  static Stream<Honest> honest() throws IOException {
    try (var file = HonestComputationsTest.class.getResourceAsStream("honest.txt")) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("\n(?=# )")).map(Honest::of);
    }
  }

  @ParameterizedTest
  @MethodSource
  void honest(Honest honest) {
    var text = new Question.Source(honest.text, 1, 1);
    List<Input> named =
        SERIES.stream().map(i -> Input.named(i.name(), i.sums(), i.values().length)).toList();
    Computations computations = new Computations();

    assertThat(computations.answer(new Question(true, text, named))).isEqualTo(new Answer.Good());

    assertThat(computations.answer(new Question(false, text, SERIES)))
        .isInstanceOfSatisfying(
            Answer.Value.class,
            value -> assertThat(value.value()).isCloseTo(honest.expected, Offset.offset(1e-5)));
  }
}
