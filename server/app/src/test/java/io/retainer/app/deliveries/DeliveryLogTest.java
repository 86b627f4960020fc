package io.retainer.app.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.shell.Form;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever deals with one mail of a list comes back to that list. */
class DeliveryLogTest {

  @ParameterizedTest
  @CsvSource({
    "csrf=1, /deliveries",
    "client=fjell&run=&state=failed, /deliveries?client=fjell&state=failed",
    "run=r-1&state=queued, /deliveries?run=r-1&state=queued",
    "state=%2F%2Fevil.example%26a%3Db, /deliveries?state=%2F%2Fevil.example%26a%3Db"
  })
  void theListIsAsNarrowAsItWas(String form, String page) {
    assertThat(DeliveryLog.Narrowed.of(Form.parse(form)).page()).hasToString(page);
  }
}
