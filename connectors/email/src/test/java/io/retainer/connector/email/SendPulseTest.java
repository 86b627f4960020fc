package io.retainer.connector.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.testkit.RecordingSink;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SendPulseTest extends CampaignListContract {

  SendPulseTest() {
    super(new SendPulse(), "Друзьям", "sendpulse-campaigns.csv");
  }

  @Test
  void keepsTheAddressBookAsTheList() throws IOException {
    RecordingSink sink = read(file("sendpulse-campaigns.csv"));

    assertThat(sink.table().column("list")).containsOnly("Гости");
  }
}
