package io.retainer.connector.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Connector;
import io.retainer.spi.Recognition;
import io.retainer.testkit.ConnectorContract;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.RecordingSink.ReadTable;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class HubSpotEmailTest extends ConnectorContract {

  @Override
  protected Connector connector() {
    return new HubSpotEmail();
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(file("hubspot-emails.csv"), file("hubspot-emails-de.csv"));
  }

  @Test
  void readsCampaigns() throws IOException {
    ReadTable campaigns = read(file("hubspot-emails.csv")).table();

    assertThat(campaigns.rows()).hasSize(2);
    assertThat(campaigns.rows().get(1).values())
        .containsEntry("campaign", "Loyal guests")
        .containsEntry("sent_at", LocalDateTime.of(2025, 10, 26, 14, 56))
        .containsEntry("recipients", 10540L)
        .containsEntry("delivered", 10498L)
        .containsEntry("opens_unique", 4120L)
        .containsEntry("clicks_unique", 803L)
        .containsEntry("unsubscribes", 22L)
        .containsEntry("complaints", 2L);
  }

  @Test
  void leavesDraftsOut() throws IOException {
    RecordingSink sink = read(file("hubspot-emails.csv"));

    assertThat(sink.passedOver().values()).containsExactly("a campaign that has not been sent");
    assertThat(sink.table().column("campaign_id")).containsExactly("81234567890", "81234567891");
  }

  @Test
  void readsGermanHeadingsAndThousands() throws IOException {
    ReadTable campaigns = read(file("hubspot-emails-de.csv")).table();

    assertThat(campaigns.column("recipients")).containsExactly(1204L, 10540L);
    assertThat(campaigns.column("campaign")).containsExactly("Herbst", "Gäste");
  }

  @Test
  void refusesTheTableThatCountsNothing() throws IOException {
    assertThat(
            connector()
                .recognise(
                    TestFile.of(
                        "email_campaign.csv",
                        "id,app_id,content_id,num_included,type,name,subject\n1,2,3,,A,b,c\n")))
        .isInstanceOfSatisfying(
            Recognition.Refused.class,
            refused -> assertThat(refused.reason()).contains("counts neither"));
  }

  @Test
  void refusesIdsThatExcelHasRounded() throws IOException {
    ReadTable campaigns =
        read(TestFile.of(
                "emails.csv",
                """
                Email name,Email ID,Send date,Sent,Delivered,Opened
                A,8.12E+10,2025-09-03 09:15,3,3,1
                """))
            .table();

    assertThat(campaigns.rows()).isEmpty();
    assertThat(campaigns.rejected().get(0).issue().advice()).contains("Excel has rounded");
  }

  private static TestFile file(String name) {
    return TestFile.resource(HubSpotEmailTest.class, name);
  }
}
