package io.retainer.toolkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeadingsTest {

  private static final Headings GOALS =
      Headings.of(List.of("reaches = Goals reached (*)", "plain = Goals reached (all)"));

  @Test
  void takesAnythingInBracketsAlsoBracketsThemselves() {
    assertThat(GOALS.key("Goals reached (Form)")).contains("reaches");
    assertThat(GOALS.key("Goals reached (Form (new))")).contains("reaches");
    assertThat(GOALS.key("Goals reached")).isEmpty();
  }

  @Test
  void prefersTheHeadingThatIsWrittenOut() {
    assertThat(GOALS.key("goals reached (ALL)")).contains("plain");
  }
}
