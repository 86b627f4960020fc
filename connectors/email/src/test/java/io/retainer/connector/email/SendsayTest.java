package io.retainer.connector.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

class SendsayTest extends CampaignListContract {

  SendsayTest() {
    super(new Sendsay(), "Друзьям", "sendsay-issues.csv");
  }

  @Test
  void readsTheCodePageOfWindows() throws IOException {
    String text = file("sendsay-issues.csv").text();

    RecordingSink sink =
        read(TestFile.of("issues.csv", text.getBytes(Charset.forName("windows-1251"))));

    assertThat(sink.table().column("campaign")).containsExactly("Осеннее меню", "Друзьям");
  }
}
