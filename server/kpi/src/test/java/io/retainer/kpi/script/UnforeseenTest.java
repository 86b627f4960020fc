package io.retainer.kpi.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A terminal shows what the log has, and an author has no use for a trace. */
class UnforeseenTest {

  @Test
  void isLoggedInOneLineAndOnce() {
    IllegalStateException fault = fault();
    assertThat(Unforeseen.news(fault))
        .hasValueSatisfying(
            trace ->
                assertThat(trace)
                    .startsWith("java.lang.IllegalStateException at UnforeseenTest.fault:")
                    .contains(" < UnforeseenTest.isLoggedInOneLineAndOnce:")
                    .doesNotContain("\n"));
    assertThat(Unforeseen.news(fault)).isEmpty();
  }

  private static IllegalStateException fault() {
    return new IllegalStateException("nobody knows why");
  }
}
