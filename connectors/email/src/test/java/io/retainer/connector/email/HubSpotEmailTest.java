package io.retainer.connector.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Recognition;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.RecordingSink.ReadTable;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class HubSpotEmailTest extends CampaignListContract {

  HubSpotEmailTest() {
    super(new HubSpotEmail(), "Loyal guests", "hubspot-emails.csv", "hubspot-emails-de.csv");
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
}
