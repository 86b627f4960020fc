package io.retainer.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.fact.FactAnswer;
import io.retainer.model.fact.FactQuery;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Many questions at once, against each of them alone. */
class PlannedTogetherTest extends WarehouseTest {

  /** {@code -Drandom.seeds=40} asks longer, with facts that nobody has tried before. */
  private static LongStream seeds() {
    return LongStream.rangeClosed(1, Long.getLong("random.seeds", 2));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyAnswerIsTheOneItWouldBeAlone(long seed) {
    RandomFacts facts = new RandomFacts(seed);
    facts.into(desk);
    for (int round = 0; round < 2; round++) {
      List<FactQuery> questions = facts.questions(40);
      List<FactAnswer> together = desk.warehouse.answers(questions);
      for (int i = 0; i < questions.size(); i++) {
        FactAnswer alone = desk.warehouse.answer(questions.get(i));
        assertThat(numbers(together.get(i)))
            .as("seed %d, round %d: %s", seed, round, questions.get(i))
            .isEqualTo(numbers(alone));
        assertThat(together.get(i).coverage()).isEqualTo(alone.coverage());
        assertThat(currencies(together.get(i))).isEqualTo(currencies(alone));
      }
    }
  }

  private static Map<String, Map<String, Set<String>>> currencies(FactAnswer answer) {
    Map<String, Map<String, Set<String>>> currencies = new TreeMap<>();
    for (FactAnswer.Cell cell : answer.cells()) {
      currencies.put(cell.period() + " " + cell.bucket() + " " + cell.group(), cell.currencies());
    }
    return currencies;
  }

  static Map<String, Map<String, BigDecimal>> numbers(FactAnswer answer) {
    Map<String, Map<String, BigDecimal>> numbers = new TreeMap<>();
    for (FactAnswer.Cell cell : answer.cells()) {
      Map<String, BigDecimal> values = new TreeMap<>();
      cell.values().forEach((name, value) -> values.put(name, value.stripTrailingZeros()));
      numbers.put(cell.period() + " " + cell.bucket() + " " + cell.group(), values);
    }
    return numbers;
  }
}
