package io.retainer.warehouse.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConnectorLimitsTest {

  @Test
  void anInstalledConnectorThatHangsHoldsAnImportUpForSecondsOnly() {
    ConnectorLimits ofStrangers = ConnectorLimits.USUAL.ofStrangers();

    assertThat(ofStrangers.recognising()).isEqualTo(Duration.ofSeconds(15));
    assertThat(ofStrangers.reading()).isEqualTo(ConnectorLimits.USUAL.reading());
  }
}
