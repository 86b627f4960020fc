package io.retainer.kpi.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.kpi.KpiId;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A value of a parameter, tried on one definition among many. */
class ChosenTest {

  private static final String SCRIPT =
      """
      kpi('a.large') {
        title en: 'Large orders'
        unit count
        better higher
        from orders
        where status == 'placed'
        param least: 100
        value { count().where(total > least) }
      }
      kpi('a.share') {
        title en: 'Share of large orders'
        unit percent
        better higher
        from orders
        where status == 'placed'
        value { kpi('a.large') / count() }
      }
      kpi('a.other') {
        title en: 'Others'
        unit count
        better higher
        from orders
        where status == 'placed'
        param least: 100
        value { count().where(total < least) }
      }
      """;

  private static Map<KpiId, Draft> drafts() {
    Script script = Script.read("a.groovy", SCRIPT);
    assertThat(script.problems()).isEmpty();
    return script.drafts().stream().collect(Collectors.toMap(Draft::id, Function.identity()));
  }

  @Test
  void looksAtThatOneAndAtWhatItIsMadeOf() {
    KpiId share = new KpiId("a.share");
    Map<String, String> values = Map.of("least", "200");

    Chosen chosen = Chosen.of(drafts(), values, Set.of(share));

    assertThat(chosen.linked()).containsOnlyKeys(share);
    assertThat(chosen.linked().get(share).ways())
        .isEqualTo(Chosen.of(drafts(), values).linked().get(share).ways());
  }

  @Test
  void tellsWhatIsWrongWithWhatItIsMadeOf() {
    KpiId share = new KpiId("a.share");

    assertThat(Chosen.of(drafts(), Map.of("least", "many"), Set.of(share)).illegal())
        .hasEntrySatisfying(
            share, illegal -> assertThat(illegal.of()).isEqualTo(new KpiId("a.large")));
  }
}
