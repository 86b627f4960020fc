package io.retainer.toolkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookRowsTest {

  @ParameterizedTest
  @ValueSource(strings = {"h:mm:ss", "[h]:mm:ss", "hh:mm", "mm:ss", "h:mm:ss\\ AM/PM", "mm:ss.0"})
  void knowsFormatsOfTheClock(String format) {
    assertThat(WorkbookRows.isClockFormat(format)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"General", "0.00", "#,##0", "yyyy-mm-dd hh:mm:ss", "d/m/yyyy", "0.0%", "0\"h:\""})
  void takesNoOtherFormatForOne(String format) {
    assertThat(WorkbookRows.isClockFormat(format)).isFalse();
  }
}
