package io.retainer.connector.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Connector;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.testkit.ConnectorContract;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.Samples;
import io.retainer.testkit.TestFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class StreamsTest extends ConnectorContract {

  private static final ReadSettings PLAIN =
      new ReadSettings(
          ZoneId.of("Europe/Helsinki"),
          Currency.getInstance("EUR"),
          Optional.empty(),
          Optional.empty(),
          Map.of());

  @Override
  protected Connector connector() {
    return new Streams();
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(resource("singer-ga4.jsonl"), resource("airbyte.jsonl"));
  }

  @Test
  void readsTheDefaultReportsOfTheTapForGoogleAnalytics() throws IOException {
    var sink = plain(resource("singer-ga4.jsonl"));

    var overview = sink.tables("web_traffic").get(0);
    assertThat(overview.header().account()).isEqualTo("100200300");
    assertThat(overview.header().cut()).isEmpty();
    assertThat(overview.column("sessions")).containsExactly(1000L, 120L);
    assertThat(overview.column("engaged_sessions")).containsExactly(600L, 60L);
    assertThat(overview.column("users")).containsExactly(800L, 95L);
    assertThat((BigDecimal) overview.rows().get(0).value("session_seconds"))
        .isEqualByComparingTo("61500");
    var sources = sink.tables("web_traffic").get(1);
    assertThat(sources.header().cut()).containsExactlyInAnyOrder("source_name", "medium");
    assertThat(sources.header().columns()).doesNotContain("users", "device");
    assertThat(sources.column("sessions")).containsExactly(600L, 400L);
  }

  @Test
  void letsTheLastRecordOfAKeyCountAndSaysSo() throws IOException {
    var sink = plain(resource("singer-ga4.jsonl"));
    assertThat(sink.tables().get(0).rows())
        .extracting(RecordingSink.ReadRow::line)
        .containsExactly(2L, 5L);
    assertThat(sink.passedOver().get(3L)).contains("a later record of the same key");
  }

  @Test
  void takesTheKeyOfASchemaThatStandsBehindItsRecords() throws IOException {
    List<String> sorted = resource("singer-ga4.jsonl").text().lines().sorted().toList();
    var sink = plain(messages(sorted.toArray(String[]::new)));

    assertThat(sink.issues()).isEmpty();
    assertThat(sink.tables("web_traffic"))
        .filteredOn(table -> table.header().cut().isEmpty())
        .singleElement()
        .satisfies(
            overview -> assertThat(overview.column("sessions")).containsExactly(1000L, 120L));
    assertThat(sink.passedOver()).containsValue("a later record of the same key takes its place");
  }

  @Test
  void tellsRecordsApartByTheLastKeyThatIsDescribed() throws IOException {
    String schema =
        "{\"type\": \"SCHEMA\", \"stream\": \"website_overview\", \"schema\": {},"
            + " \"key_properties\": [%s]}";
    var sink =
        plain(
            messages(
                schema.formatted("\"sessions\""),
                overview("20261001", 5),
                schema.formatted("\"date\""),
                overview("20261001", 6)));

    assertThat(sink.tables("web_traffic").get(0).column("sessions")).containsExactly(6L);
  }

  @Test
  void namesStreamsThatNoMappingDescribes() throws IOException {
    assertThat(plain(resource("singer-ga4.jsonl")).passedOver().get(9L))
        .isEqualTo("the stream \"weekly_active_users\" of 1 records: no mapping describes it");
  }

  @Test
  void keepsAccountsOfOneFileApart() throws IOException {
    var tables = plain(resource("airbyte.jsonl")).tables("search_queries");
    assertThat(tables)
        .extracting(table -> table.header().account())
        .containsExactly("https://shop.example/", "sc-domain:kiosk.example");
    assertThat(tables.get(1).column("query")).containsExactly("warm socks");
    assertThat(tables.get(1).header().complete()).isFalse();
  }

  @Test
  void readsMoneyInMillionths() throws IOException {
    var ads = plain(resource("airbyte.jsonl")).tables("ad_performance").get(0);
    assertThat((BigDecimal) ads.rows().get(0).value("cost")).isEqualByComparingTo("2.15");
    assertThat(ads.column("campaign")).containsExactly("Brand");
    assertThat(ads.header().columns()).doesNotContain("device", "interactions");
  }

  @Test
  void takesPurchasesFromTheListOfActionsAndLeavesRowsOfSeveralDaysOut() throws IOException {
    var sink = plain(resource("airbyte.jsonl"));
    var ads = sink.tables("ad_performance").get(1);
    assertThat(ads.header().account()).isEqualTo("Kiosk");
    assertThat(ads.rows()).hasSize(1);
    assertThat((BigDecimal) ads.rows().get(0).value("conversions")).isEqualByComparingTo("2");
    assertThat((BigDecimal) ads.rows().get(0).value("conversion_value"))
        .isEqualByComparingTo("59.8");
    assertThat(sink.passedOver().get(7L)).contains("several days");
  }

  @Test
  void readsCampaignsDealsAndOrders() throws IOException {
    var sink = plain(resource("airbyte.jsonl"));

    var campaign = sink.tables("email_campaigns").get(0).rows().get(0);
    assertThat(campaign.value("delivered")).isEqualTo(47L);
    assertThat(campaign.value("clicks_unique")).isEqualTo(9L);
    var deals = sink.tables("deals").get(0);
    assertThat(deals.column("status")).containsExactly("won", "open");
    assertThat(deals.column("closed_at"))
        .containsExactly(LocalDateTime.parse("2026-10-09T13:00"), null);
    var order = sink.tables("orders").get(0).rows().get(0);
    assertThat(order.value("order_id")).isEqualTo("#1058");
    assertThat(order.value("items")).isEqualTo(3L);
    assertThat((BigDecimal) order.value("gross")).isEqualByComparingTo("25.50");
    assertThat(order.value("ordered_at")).isEqualTo(LocalDateTime.parse("2026-10-04T09:20:57"));
    assertThat(sink.transcript()).doesNotContain("ada@mail.example");
  }

  @Test
  void goesOnBehindALineThatIsNoMessage() throws IOException {
    var sink =
        plain(
            messages(
                overview("20261001", 5),
                "THIS IS NO JSON",
                "{\"no\": \"message\"}",
                "{\"type\": \"NEWS\", \"text\": \"hello\"}",
                "{\"type\": \"record\", \"stream\": \"website_overview\", \"record\": {\"date\":"
                    + " \"20261002\", \"sessions\": 6, \"activeUsers\": 1, \"newUsers\": 1,"
                    + " \"screenPageViews\": 1}}"));

    assertThat(sink.table().column("sessions")).containsExactly(5L, 6L);
    assertThat(sink.issues()).extracting(issue -> issue.line()).containsExactly(2L, 3L);
    assertThat(sink.passedOver().get(4L)).contains("unknown type NEWS");
  }

  @Test
  void readsAFileThatDoesNotBeginWithAMessage() throws IOException {
    var file = messages("2026-10-01 INFO starting", overview("20261001", 5));
    assertThat(connector().recognise(file)).isInstanceOf(Recognition.Recognised.class);
    assertThat(plain(file).table().column("sessions")).containsExactly(5L);
  }

  @Test
  void leavesOlderVersionsOfATableOut() throws IOException {
    var sink =
        plain(
            messages(
                overview("20261001", 5).replace("}}", "}, \"version\": 1}"),
                overview("20261002", 6).replace("}}", "}, \"version\": 2}"),
                "{\"type\": \"ACTIVATE_VERSION\", \"stream\": \"website_overview\", \"version\": 2}"));
    assertThat(sink.table().column("sessions")).containsExactly(6L);
  }

  @Test
  void leavesRecordsOutThatWereDeletedInTheSource() throws IOException {
    var sink =
        plain(
            messages(
                overview("20261001", 5).replace("}}", ", \"_sdc_deleted_at\": \"2026-10-02\"}}"),
                overview("20261002", 6)));
    assertThat(sink.table().column("sessions")).containsExactly(6L);
    assertThat(sink.passedOver().get(1L)).contains("deleted");
  }

  @Test
  void reportsWhatTheSourceSaysOfItsFailure() throws IOException {
    var sink =
        plain(
            messages(
                overview("20261001", 5),
                "{\"type\":\"TRACE\",\"trace\":{\"type\":\"ERROR\",\"emitted_at\":1,\"error\":"
                    + "{\"message\":\"quota used up\",\"stream_descriptor\":{\"name\":\"pages\"}}}}",
                "{\"type\": \"BATCH\", \"stream\": \"pages\", \"encoding\": {}, \"manifest\": []}"));
    assertThat(sink.issues().get(0).saw()).contains("quota used up");
    assertThat(sink.issues().get(0).column()).isEqualTo("pages");
    assertThat(sink.issues().get(1).saw()).contains("BATCH");
    assertThat(sink.table().rows()).hasSize(1);
  }

  @Test
  void rejectsARecordWithAWrongValueAndKeepsItsText() throws IOException {
    var sink =
        plain(
            messages(
                overview("20261001", 5), overview("20261002", 6).replace(": 6", ": \"many\"")));
    assertThat(sink.table().rows()).hasSize(1);
    assertThat(sink.table().rejected().get(0).issue().column()).isEqualTo("sessions");
    assertThat(sink.table().rejected().get(0).issue().line()).isEqualTo(2);
  }

  @Test
  void readsAnyStreamByAMappingOfTheUser() throws IOException {
    String mapping =
        """
        title: Our shop
        streams: [sales]
        dataset: costs
        key: [id]
        day: day
        columns:
          id: number
          day: when.date
          cost: amount_cents
        values:
          cost: cost * 0.01
        """;
    var file =
        messages(
            "{\"type\": \"RECORD\", \"stream\": \"sales\", \"record\": {\"number\": 1, \"when\":"
                + " {\"date\": \"2026-10-01\"}, \"amount_cents\": 1250}}");
    var sink = new RecordingSink();
    connector()
        .read(
            file,
            new ReadSettings(
                PLAIN.zone(),
                PLAIN.currency(),
                PLAIN.account(),
                PLAIN.period(),
                Map.of("mapping", mapping)),
            sink);
    assertThat((BigDecimal) sink.table().rows().get(0).value("cost")).isEqualByComparingTo("12.5");
  }

  @Test
  void saysWhichStreamsItReadsWhenItReadsNone() throws IOException {
    var sink =
        plain(
            messages("{\"type\": \"RECORD\", \"stream\": \"sales\", \"record\": {\"number\": 1}}"));
    assertThat(sink.issues().get(0).saw()).contains("sales");
    assertThat(sink.issues().get(0).expected()).contains("website_overview").contains("orders");
  }

  @Test
  void takesAStreamOfTheSameNameWithOtherFieldsForAnother() throws IOException {
    var sink =
        plain(
            messages(
                "{\"type\": \"RECORD\", \"stream\": \"orders\", \"record\": {\"id\": 1, \"created_at\": \"2026-10-01\"}}"));
    assertThat(sink.passedOver().get(1L)).contains("it lacks fields of Shopify");
  }

  @Test
  void readsWhatIsPackedWithGzip() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(overview("20261001", 5).getBytes(UTF_8));
    }
    var file = TestFile.of("messages.jsonl.gz", bytes.toByteArray());
    assertThat(connector().recognise(file)).isInstanceOf(Recognition.Recognised.class);
    assertThat(plain(file).table().rows()).hasSize(1);
  }

  @Test
  void refusesJsonLinesThatAreNoMessages() throws IOException {
    assertThat(connector().recognise(TestFile.of("x.jsonl", "{\"a\":1}\n{\"a\":2}\n")))
        .isInstanceOf(Recognition.Refused.class);
  }

  @Test
  void survivesTheFixturesOfOtherTargets() throws IOException {
    Optional<Path> folder = Samples.find("singer");
    if (folder.isEmpty()) {
      return;
    }
    try (var files = Files.list(folder.get())) {
      for (Path path : files.filter(it -> it.getFileName().toString().startsWith("pw_")).toList()) {
        var file = TestFile.of(path);
        assertThat(connector().recognise(file))
            .as(path.toString())
            .isInstanceOf(Recognition.Recognised.class);
        var sink = plain(file);
        assertThat(sink.issues().size() + sink.passedOver().size())
            .as(path.toString())
            .isPositive();
      }
    }
  }

  private static String overview(String date, int sessions) {
    return "{\"type\": \"RECORD\", \"stream\": \"website_overview\", \"record\": {\"date\": \""
        + date
        + "\", \"sessions\": "
        + sessions
        + ", \"activeUsers\": 1, \"newUsers\": 1, \"screenPageViews\": 1}}";
  }

  private static TestFile messages(String... lines) {
    return TestFile.of("messages.jsonl", String.join("\n", lines) + "\n");
  }

  private static TestFile resource(String name) {
    return TestFile.resource(StreamsTest.class, name);
  }

  private RecordingSink plain(TestFile file) throws IOException {
    var sink = new RecordingSink();
    connector().read(file, PLAIN, sink);
    return sink;
  }
}
