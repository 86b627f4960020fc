package io.retainer.connector.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.retainer.spi.Connector;
import io.retainer.testkit.ConnectorContract;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.RecordingSink.ReadTable;
import io.retainer.testkit.Samples;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailerLiteTest extends ConnectorContract {

  @Override
  protected Connector connector() {
    return new MailerLite();
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(file("mailerlite-report.csv"), file("mailerlite-campaigns.csv"));
  }

  @Test
  void readsTheCampaignOfAReport() throws IOException {
    ReadTable campaign = read(file("mailerlite-report.csv")).tables("email_campaigns").get(0);

    assertThat(campaign.rows()).hasSize(1);
    assertThat(campaign.rows().get(0).values())
        .containsEntry("campaign", "Pumpkin buns are back")
        .containsEntry("sent_at", LocalDateTime.of(2025, 9, 3, 9, 15))
        .containsEntry("recipients", 1204L)
        .containsEntry("delivered", 1190L)
        .containsEntry("opens_unique", 412L)
        .containsEntry("clicks_unique", 48L)
        .containsEntry("bounces_hard", 5L);
  }

  @Test
  void readsTheLinksOfAReport() throws IOException {
    RecordingSink sink = read(file("mailerlite-report.csv"));

    ReadTable links = sink.tables("email_links").get(0);
    assertThat(links.column("url"))
        .containsExactly(
            "https://kiosk.example/menu?ml_subscriber=&ml_subscriber_hash=",
            "https://kiosk.example/hours");
    assertThat(links.column("clicks_total")).containsExactly(50L, 21L);
    assertThat(links.column("clicks_unique")).containsExactly(40L, 15L);
    assertThat(sink.passedOver().values())
        .containsExactly("no address, and so no link of the campaign's own");
  }

  @Test
  void leavesACampaignOutThatHasNotBeenSent() throws IOException {
    RecordingSink sink = read(file("mailerlite-campaigns.csv"));

    assertThat(sink.table().column("campaign")).containsExactly("Autumn menu");
    assertThat(sink.passedOver().values()).containsExactly("a campaign that has not been sent");
  }

  @Test
  void readsTheGenuineReport() throws IOException {
    var genuine = Samples.find("mailerlite/classic_campaign_report_excerpt.csv");
    assumeThat(genuine).isPresent();

    RecordingSink sink = read(TestFile.of(genuine.orElseThrow()));

    var campaign = sink.tables("email_campaigns").get(0).rows().get(0);
    assertThat(campaign.value("recipients")).isEqualTo(4116L);
    assertThat(campaign.value("delivered")).isEqualTo(4116L - 5 - 41);
    assertThat(campaign.value("opens_unique")).isEqualTo(1085L);
    assertThat(sink.tables("email_links").get(0).rows()).hasSize(1);
    assertThat(sink.issues()).isEmpty();
  }

  private static TestFile file(String name) {
    return TestFile.resource(MailerLiteTest.class, name);
  }
}
