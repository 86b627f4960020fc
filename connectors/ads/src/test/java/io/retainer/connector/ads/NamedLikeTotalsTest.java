package io.retainer.connector.ads;

import static io.retainer.connector.ads.AdsContract.sum;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.ReadSettings;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.RecordingSink.ReadTable;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A total is never a campaign, and a campaign that is called like a total is never lost. */
class NamedLikeTotalsTest {

  private static final String PERIOD = "Campaign report\n1 October 2026 - 31 October 2026\n";

  private static final String PLAIN =
      PERIOD + "Campaign,Currency code,Impr.,Clicks,Cost\nKettles,USD,100,10,5.00\n";

  private static RecordingSink read(TestFile file) throws IOException {
    var sink = new RecordingSink();
    new GoogleAds()
        .read(
            file,
            new ReadSettings(
                ZoneOffset.UTC,
                Currency.getInstance("EUR"),
                Optional.empty(),
                Optional.empty(),
                Map.of()),
            sink);
    return sink;
  }

  private static TestFile file(String text) {
    return TestFile.of("campaigns.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Total: Account",
        "Total: All that is shown here",
        "Итого: по выбранным условиям",
        "Gesamt: Was hier steht",
        "Total - everything",
        "Yhteensä: kaikki"
      })
  void aTotalOfAnyWordingIsNoCampaign(String total) throws IOException {
    ReadTable table =
        read(file(PLAIN + "Teapots,USD,50,5,2.50\n" + total + ",USD,150,15,7.50\n")).table();

    assertThat(table.column("campaign")).containsExactly("Kettles", "Teapots");
    assertThat(table.rejected()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Total: Summer sale", "Total - Brand", "Total 2026", "Итого: распродажа"})
  void aCampaignWithAStateIsOneWhateverItIsCalled(String name) throws IOException {
    ReadTable table =
        read(file(
                PERIOD
                    + "Campaign,Campaign status,Currency code,Impr.,Clicks,Cost\n"
                    + "Kettles,Enabled,USD,100,10,5.00\n"
                    + name
                    + ",Paused,USD,50,5,2.50\n"
                    + "Total: Campaigns, --,USD,150,15,7.50\n"
                    + "Total: Of a kind nobody foresaw, --,USD,70,7,3.50\n"))
            .table();

    assertThat(table.column("campaign")).containsExactly("Kettles", name);
    assertThat(sum(table, "cost")).isEqualByComparingTo("7.50");
    assertThat(table.rejected()).isEmpty();
  }

  @Test
  void theTotalOfAllProvesTheCampaign() throws IOException {
    ReadTable table =
        read(file(PLAIN + "Total: Summer sale,USD,50,5,2.50\nTotal: Account,USD,150,15,7.50\n"))
            .table();

    assertThat(table.column("campaign")).containsExactly("Kettles", "Total: Summer sale");
    assertThat(sum(table, "clicks")).isEqualByComparingTo("15");
    assertThat(table.rejected()).isEmpty();
  }

  @Test
  void theTotalOfAllProvesThatAnotherIsOfAPart() throws IOException {
    ReadTable table =
        read(file(
                PLAIN
                    + "Teapots,USD,50,5,2.50\nTotal: Campaigns,USD,150,15,7.50\n"
                    + "Total: Shopping,USD,50,5,2.50\n"))
            .table();

    assertThat(table.column("campaign")).containsExactly("Kettles", "Teapots");
    assertThat(table.rejected()).isEmpty();
  }

  @Test
  void whatNothingTellsIsRejectedAndNotCounted() throws IOException {
    RecordingSink sink =
        read(file(PLAIN + "Total: Summer sale,USD,50,5,2.50\nTeapots,USD,70,7,3.50\n"));

    assertThat(sink.table().column("campaign")).containsExactly("Kettles", "Teapots");
    assertThat(sink.table().rejected())
        .singleElement()
        .satisfies(
            rejected -> {
              assertThat(rejected.issue().saw()).isEqualTo("Total: Summer sale");
              assertThat(rejected.issue().expected()).contains("Campaign status");
            });
  }

  @Test
  void aCampaignIsTheSameDayByDay() throws IOException {
    ReadTable table =
        read(file(
                PERIOD
                    + "Day,Campaign,Currency code,Impr.,Clicks,Cost\n"
                    + "2026-10-01,Kettles,USD,100,10,5.00\n"
                    + "2026-10-01,Total: Summer sale,USD,50,5,2.50\n"
                    + "2026-10-02,Kettles,USD,100,10,5.00\n"
                    + "2026-10-02,Total: Summer sale,USD,40,4,2.00\n"
                    + "Total: Account, --,USD,290,29,14.50\n"))
            .table();

    assertThat(table.rejected()).isEmpty();
    assertThat(sum(table, "clicks")).isEqualByComparingTo("29");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Total", "Total: Campaigns", "Total: All of the day", "Total - the day"})
  void aTotalOfEachDayIsNoCampaign(String total) throws IOException {
    ReadTable table =
        read(file(
                PERIOD
                    + "Day,Campaign,Currency code,Impr.,Clicks,Cost\n"
                    + "2026-10-01,Kettles,USD,100,10,5.00\n"
                    + "2026-10-01,Teapots,USD,30,3,1.50\n"
                    + ("2026-10-01," + total + ",USD,130,13,6.50\n")
                    + "2026-10-02,Kettles,USD,50,5,2.50\n"
                    + ("2026-10-02," + total + ",USD,50,5,2.50\n")))
            .table();

    assertThat(table.column("clicks")).containsExactly(10L, 3L, 5L);
    assertThat(table.rejected()).isEmpty();
  }

  @Test
  void aBrandThatIsCalledTotalHasItsCampaignsDayByDay() throws IOException {
    ReadTable table =
        read(file(
                PERIOD
                    + "Day,Campaign,Currency code,Impr.,Clicks,Cost\n"
                    + "2026-10-01,Total - Brand,USD,100,10,5.00\n"
                    + "2026-10-01,Total - Fuel,USD,30,3,1.50\n"))
            .table();

    assertThat(table.column("clicks")).containsExactly(10L, 3L);
  }
}
