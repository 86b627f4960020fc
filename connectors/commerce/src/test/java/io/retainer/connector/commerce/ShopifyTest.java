package io.retainer.connector.commerce;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.retainer.spi.Connector;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.testkit.Archives;
import io.retainer.testkit.ConnectorContract;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.RecordingSink.ReadRow;
import io.retainer.testkit.RecordingSink.ReadTable;
import io.retainer.testkit.Samples;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShopifyTest extends ConnectorContract {

  private final Shopify shopify = new Shopify();

  @Override
  protected Connector connector() {
    return shopify;
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(
        file("orders_export.csv"),
        file("orders_export-2021.csv"),
        file("orders_export-few-columns.csv"));
  }

  @Override
  protected ReadSettings settings() {
    return settings(Map.of());
  }

  @Test
  void countsAnOrderOnceHoweverManyLinesItHas() throws IOException {
    RecordingSink sink = read(file("orders_export.csv"));

    ReadTable orders = sink.tables("orders").get(0);
    assertThat(orders.header().grain()).isEqualTo(Grain.EVENT);
    assertThat(orders.column("order_id"))
        .containsExactly("#1001", "#1002", "#1002-refund", "#1003", "#1004", "#1004-refund");
    assertThat(order(orders, "#1001").value("items")).isEqualTo(3L);
    assertThat(sink.passedOver()).containsOnlyKeys(4L, 5L);
  }

  @Test
  void saysThatAShopNeverChangesWhenAnOrderWasPlaced() throws IOException {
    assertThat(read(file("orders_export.csv")).unchanging()).containsExactly("ordered_at");
  }

  @Test
  void keepsALineWhoseNameSomebodyHasEmptied() throws IOException {
    TestFile nameless =
        TestFile.of(
            "orders.csv",
            """
            Name,Financial Status,Currency,Subtotal,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku
            #1001,paid,EUR,25.00,25.00,2025-03-31 23:30:00 +0300,2,,12.50,BN-1
            """);

    ReadTable lines = read(nameless).tables("order_lines").get(0);

    assertThat(lines.column("sku")).containsExactly("BN-1");
    assertThat(lines.column("product")).containsOnlyNulls();
    assertThat((BigDecimal) lines.rows().get(0).value("gross")).isEqualByComparingTo("25");
  }

  @Test
  void namesTheFilesOfAnArchiveThatAreOfOthers() throws IOException {
    var entries = new LinkedHashMap<String, String>();
    try (var orders = ShopifyTest.class.getResourceAsStream("orders_export.csv")) {
      entries.put("orders_export.csv", new String(orders.readAllBytes(), UTF_8));
    }
    entries.put("Dates.csv", "Date,Clicks,Impressions\n2026-10-01,1,2\n");

    RecordingSink sink = read(TestFile.of("all.zip", Archives.zip(entries)));

    assertThat(sink.tables("orders")).hasSize(1);
    assertThat(sink.passedOver().get(0L)).contains("Dates.csv").doesNotContain("orders_export");
  }

  @Test
  void saysThatATrimmedExportLacksTheTotal() throws IOException {
    TestFile trimmed =
        TestFile.of(
            "orders.csv",
            """
            Name,Financial Status,Created at,Lineitem quantity,Lineitem name,Lineitem price
            #1001,paid,2025-03-31 23:30:00 +0300,1,Beans,12.50
            """);

    assertThat(shopify.recognise(trimmed))
        .isInstanceOfSatisfying(
            Recognition.Refused.class,
            refused -> {
              assertThat(refused.reason()).contains("without the column Total");
              assertThat(refused.isKnown()).isTrue();
            });
  }

  @Test
  void saysWhichCurrencyAmountsWithoutOneCountIn() throws IOException {
    RecordingSink sink =
        read(
            TestFile.of(
                "orders.csv",
                """
                Name,Financial Status,Total,Created at
                #1001,paid,12.50,2025-03-31 23:30:00 +0300
                """));

    assertThat(sink.assumed()).isNotEmpty();
    assertThat(read(file("orders_export.csv")).assumed()).isEmpty();
  }

  @Test
  void leavesOutWhatTheFileDoesNotSay() throws IOException {
    var header = read(file("orders_export-few-columns.csv")).table().header();

    assertThat(header.columns())
        .contains("order_id", "status", "total", "ordered_at")
        .doesNotContain("customer_key", "refunded");
  }

  @Test
  void readsAmountsAsTheShopAddsThem() throws IOException {
    ReadRow order = order(read(file("orders_export.csv")).tables("orders").get(0), "#1002");

    assertThat(order.values())
        .containsEntry("status", "placed")
        .containsEntry("financial_status", "partially_refunded")
        .containsEntry("currency", "EUR")
        .containsEntry("gross", new BigDecimal("200.00"))
        .containsEntry("discount", new BigDecimal("22.00"))
        .containsEntry("total", new BigDecimal("178.00"))
        .doesNotContainKey("refunded");
  }

  @Test
  void givesARefundARowOfItsOwn() throws IOException {
    ReadRow refund = order(read(file("orders_export.csv")).tables("orders").get(0), "#1002-refund");

    assertThat(refund.values())
        .containsEntry("status", "refund")
        .containsEntry("refunded", new BigDecimal("89.00"))
        .doesNotContainKey("total");
    assertThat(refund.period()).isEqualTo(DateSpan.ofDay(LocalDate.of(2025, 3, 30)));
  }

  @Test
  void takesBackTheRefundOfAnOrderThatWasCancelledLater() throws IOException {
    ReadTable orders = read(file("orders_export.csv")).tables("orders").get(0);

    assertThat(order(orders, "#1004").value("status")).isEqualTo("cancelled");
    assertThat(order(orders, "#1004-refund").value("refunded")).isEqualTo(BigDecimal.ZERO);
  }

  @Test
  void putsAnOrderOnTheClientsDay() throws IOException {
    ReadTable orders = read(file("orders_export.csv")).tables("orders").get(0);

    assertThat(order(orders, "#1001").value("ordered_at"))
        .isEqualTo(LocalDateTime.of(2025, 3, 31, 23, 30));
    assertThat(order(orders, "#1002").value("ordered_at"))
        .as("after the clocks went forward")
        .isEqualTo(LocalDateTime.of(2025, 3, 30, 6, 20, 57));
    assertThat(order(orders, "#1003").period())
        .as("an afternoon in Los Angeles is the next day in Helsinki")
        .isEqualTo(DateSpan.ofDay(LocalDate.of(2025, 4, 1)));
  }

  @Test
  void knowsACustomerByAKeyThatIsNoAddress() throws IOException {
    ReadTable orders = read(file("orders_export.csv")).tables("orders").get(0);

    Object aino = order(orders, "#1001").value("customer_key");
    assertThat(aino).isEqualTo(order(orders, "#1004").value("customer_key"));
    assertThat(aino).isNotEqualTo(order(orders, "#1002").value("customer_key"));
    assertThat(order(orders, "#1003").value("customer_key")).isNull();
    assertThat(orders.toString()).doesNotContainIgnoringCase("aino").doesNotContain("Esimerk");
  }

  @Test
  void saltsTheKey() throws IOException {
    var salted = new RecordingSink();
    shopify.read(file("orders_export.csv"), settings(Map.of("salt", "pepper")), salted);

    assertThat(order(salted.tables("orders").get(0), "#1001").value("customer_key"))
        .isNotEqualTo(
            order(read(file("orders_export.csv")).tables("orders").get(0), "#1001")
                .value("customer_key"));
  }

  @Test
  void takesTheClientsCurrencyWhereTheFileHasNone() throws IOException {
    ReadTable orders = read(file("orders_export-few-columns.csv")).table();

    assertThat(orders.column("currency")).containsOnly("EUR");
    assertThat(orders.column("total"))
        .containsExactly(new BigDecimal("100.63"), new BigDecimal("18"));
    assertThat(orders.column("country")).containsOnly("AU");
  }

  @Test
  void givesTheSameColumnsForExportsOfAllYears() throws IOException {
    assertThat(read(file("orders_export-2021.csv")).tables("orders").get(0).header().columns())
        .isEqualTo(read(file("orders_export.csv")).tables("orders").get(0).header().columns());
  }

  @Test
  void readsAFileThatExcelSavedAgain() throws IOException {
    ReadTable orders =
        read(TestFile.of(
                "orders.csv",
                "Name;Email;Currency;Subtotal;Total;Created at;Lineitem quantity\r\n"
                    + "#1;a@example.com;EUR;1 098,00;1 107,90;20.03.2025 05:20;1\r\n"
                    + "#2;b@example.com;EUR;5,00;5,00;21.03.2025 06:20;2\r\n"
                    + "#2;b@example.com;;;;21.03.2025 06:20;1\r\n"))
            .table();

    assertThat(orders.column("total"))
        .containsExactly(new BigDecimal("1107.90"), new BigDecimal("5.00"));
    assertThat(orders.column("items")).containsExactly(1L, 3L);
    assertThat(orders.column("ordered_at")).contains(LocalDateTime.of(2025, 3, 20, 5, 20));
  }

  @Test
  void readsTheLinesOfOrders() throws IOException {
    ReadTable lines = read(file("orders_export.csv")).tables("order_lines").get(0);

    assertThat(lines.column("line_id"))
        .containsExactly("#1001-1", "#1002-1", "#1001-2", "#1002-2", "#1003-1", "#1004-1");
    assertThat(lines.column("product")).contains("Socks, merino", "Rain jacket");
    assertThat(lines.rows().get(0).values())
        .containsEntry("order_id", "#1001")
        .containsEntry("quantity", new BigDecimal("2"))
        .containsEntry("gross", new BigDecimal("89.00"))
        .containsEntry("net", new BigDecimal("89.00"));
    assertThat(lines.column("status"))
        .containsExactly("placed", "placed", "placed", "placed", "placed", "cancelled");
  }

  @Test
  void countsNoLineTwiceOfExportsThatWerePutTogether() throws IOException {
    String text = file("orders_export.csv").text();
    String again = text + text.lines().skip(1).limit(1).findFirst().orElseThrow() + "\n";

    RecordingSink sink = read(TestFile.of("orders.csv", again));

    assertThat(order(sink.tables("orders").get(0), "#1001").value("items")).isEqualTo(3L);
    assertThat(sink.tables("order_lines").get(0).rows()).hasSize(6);
    assertThat(sink.passedOver()).containsEntry(8L, "order #1001 once more, word for word");
  }

  @Test
  void refusesItsOtherExportsAndNamesTheRightOne() throws IOException {
    for (String headings :
        List.of(
            "Transaction Date,Type,Order,Card Brand,Payout Status,Payout Date,Amount,Fee,Net",
            "Day,Orders,Gross sales,Discounts,Returns,Net sales,Shipping charges,Total sales",
            "Week,Online store visitors,Sessions",
            "Month,Sessions that reached checkout,Sessions that completed checkout",
            "Name,Paid at,Total,Created at,Id\n#38539795693818,,279.20,2026-03-29 10:26:33 -0700,38539795693818",
            "Customer ID,First Name,Last Name,Email,Total Spent,Total Orders",
            "First Name,Last Name,Email,Accepts Email Marketing,Company,Total Spent,Total Orders")) {
      assertThat(shopify.recognise(TestFile.of("export.csv", headings + "\n")))
          .isInstanceOfSatisfying(
              Recognition.Refused.class,
              refused -> assertThat(refused.reason()).contains("orders_export.csv"));
    }
  }

  @Test
  void passesOverAnOrderThatStandsTwiceAndRejectsTwoOrdersOfOneNumber() throws IOException {
    RecordingSink sink =
        read(
            TestFile.of(
                "orders.csv",
                """
                Name,Total,Created at
                #1,10.00,2025-03-20 05:20:57 +0200
                #1,10.00,2025-03-20 05:20:57 +0200
                #1,11.00,2025-03-21 05:20:57 +0200
                """));

    assertThat(sink.table().rows()).hasSize(1);
    assertThat(sink.passedOver()).containsOnlyKeys(3L);
    assertThat(sink.table().rejected())
        .singleElement()
        .satisfies(
            rejected -> {
              assertThat(rejected.issue().line()).isEqualTo(4);
              assertThat(rejected.issue().column()).isEqualTo("Total");
              assertThat(rejected.issue().advice()).contains("shop");
            });
  }

  @Test
  void rejectsOrdersThatCannotBeCounted() throws IOException {
    ReadTable orders =
        read(TestFile.of(
                "orders.csv",
                """
                Name,Currency,Total,Created at,Lineitem quantity
                #1,EUR,ten,2025-03-20 05:20:57 +0200,1
                #2,EUR,10,2025-02-30 05:20:57 +0200,1
                #3,,,2025-03-20 05:20:57 +0200,1
                ,EUR,10,2025-03-20 05:20:57 +0200,1
                #5,euros,10,2025-03-20 05:20:57 +0200,1
                #6,EUR,10,2025-03-20 05:20:57 +0200,some
                #7,EUR,10,2025-03-20 05:20:57 +0200,1
                """))
            .table();

    assertThat(orders.column("order_id")).containsExactly("#7");
    assertThat(orders.rejected())
        .extracting(rejected -> rejected.issue().column())
        .containsExactly("Total", "Created at", "Total", "Name", "Currency", "Lineitem quantity");
  }

  @Test
  void readsTheGenuineExport() throws IOException {
    var genuine = Samples.find("shopify/orders_export_deidentified_columns.csv");
    assumeThat(genuine).isPresent();

    ReadTable orders = read(TestFile.of(genuine.orElseThrow())).table();

    assertThat(orders.rows()).hasSize(1057);
    assertThat(orders.rejected()).isEmpty();
  }

  @Test
  void recognisesTheGenuineHeadings() throws IOException {
    for (String header :
        List.of("orders_export_header_2021.csv", "orders_export_header_2026.csv")) {
      var genuine = Samples.find("shopify/" + header);
      assumeThat(genuine).isPresent();

      assertThat(read(TestFile.of(genuine.orElseThrow())).issues()).isEmpty();
    }
  }

  private static ReadRow order(ReadTable orders, String id) {
    return orders.rows().stream()
        .filter(row -> id.equals(row.value("order_id")))
        .findFirst()
        .orElseThrow();
  }

  private static ReadSettings settings(Map<String, String> values) {
    return new ReadSettings(
        ZoneId.of("Europe/Helsinki"),
        Currency.getInstance("EUR"),
        Optional.empty(),
        Optional.empty(),
        values);
  }

  private static TestFile file(String name) {
    return TestFile.resource(ShopifyTest.class, name);
  }
}
