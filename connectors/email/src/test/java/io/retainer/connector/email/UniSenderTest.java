package io.retainer.connector.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.testkit.RecordingSink;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class UniSenderTest extends CampaignListContract {

  UniSenderTest() {
    super(new UniSender(), "Друзьям", "unisender-campaigns.csv");
  }

  @Test
  void reconcilesWithTheTotal() throws IOException {
    RecordingSink sink = read(file("unisender-campaigns.csv"));

    assertThat(sink.table().totals())
        .filteredOn(total -> total.column().equals("delivered"))
        .singleElement()
        .satisfies(total -> assertThat(total.value()).isEqualByComparingTo("11688"));
    assertThat(sink.passedOver().values()).containsExactly("the total of the list");
  }
}
