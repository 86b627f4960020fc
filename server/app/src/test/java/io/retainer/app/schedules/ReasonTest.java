package io.retainer.app.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReasonTest {

  @Test
  void programsReadInWordsWhyARunIsHeld() {
    assertThat(Reason.english(Reason.ofGates(List.of("step", "data")).stored()))
        .startsWith("Checks hold it: ")
        .doesNotContain("{", "code", "GATES");
    assertThat(Reason.english(Reason.ofGates(List.of()).stored()))
        .startsWith("The schedule asks for a person’s approval.");
  }

  @Test
  void aNoteThatIsNoReasonStaysAsItIs() {
    assertThat(Reason.english("")).isEmpty();
    assertThat(Reason.english("2 findings")).isEqualTo("2 findings");
    assertThat(Reason.english("{\"code\":\"GONE\"}")).isEqualTo("{\"code\":\"GONE\"}");
  }
}
