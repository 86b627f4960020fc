package io.retainer.app.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.shell.Form;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules as they are picked in a form. */
class RuleFormTest {

  /** What a browser sends besides the chosen way: the fields of all others. */
  private static final String OTHERS =
      "&day=3&holidays=&nth=&weekday=monday&date=1&cron=&at=08%3A00";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "when=business-day&day=3&holidays=&at=08%3A00 | business-day 3 at 08:00",
        "when=business-day&day=last&holidays=+fi&at=17%3A30 | business-day last at 17:30 in FI",
        "when=weekday&weekday=friday&nth=&at=08%3A00 | friday at 08:00",
        "when=weekday&weekday=friday&nth=last&at=08%3A00 | friday last at 08:00",
        "when=day&date=31&at=08%3A00 | day 31 at 08:00",
        "when=day&date=last&at=08%3A00 | day last at 08:00",
        "when=cron&cron=0+8+*+*+1&at=08%3A00 | cron 0 8 * * 1",
        // What is left in the fields of other ways does not count.
        "when=day&date=5&at=08%3A00&cron=0+8+*+*+1&day=7&nth=2 | day 5 at 08:00",
        // As forms were before there was a choice.
        "day=4&at=09%3A00&holidays=&cron= | business-day 4 at 09:00",
        "day=4&at=09%3A00&holidays=&cron=0+8+1+*+* | cron 0 8 1 * *",
      })
  void isTheWayThatIsChosen(String sent, String rule) {
    assertThat(RuleForm.of(Form.parse(sent + OTHERS)).text()).isEqualTo(rule);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "business-day 3 at 08:00",
        "business-day last at 08:00 in DE-BY",
        "day 31 at 06:15",
        "day last at 08:00",
        "sunday at 08:00",
        "sunday 4 at 08:00",
        "cron 0 8 1,15 * *"
      })
  void showsARuleAsItIs(String rule) {
    assertThat(RuleForm.of(Rule.parse(rule, new Holidays(Path.of("none")))).text()).isEqualTo(rule);
  }
}
