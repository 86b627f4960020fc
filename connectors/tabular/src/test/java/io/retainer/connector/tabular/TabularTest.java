package io.retainer.connector.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.retainer.spi.Connector;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.spi.Suppressed;
import io.retainer.testkit.ConnectorContract;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.Samples;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TabularTest extends ConnectorContract {

  private static final ZoneId MINSK = ZoneId.of("Europe/Minsk");

  @Override
  protected Connector connector() {
    return new Tabular();
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(fixture("online-retail.csv"), fixture("online-retail-us.csv"));
  }

  private static TestFile fixture(String name) {
    return TestFile.resource(TabularTest.class, "fixtures/" + name);
  }

  @ParameterizedTest
  @CsvSource({
    "'data_feed_id,merchant_id,merchant_name,aw_product_id,aw_deep_link', feed of products",
    "'id,advertiserId,publisherId,commissionStatus,clickRefs,transactionDate', transactions of AWIN",
    "'id,title,google_product_category,image_link,availability', Merchant Center",
    "'First Name,Last Name,URL,Email Address,Company,Position,Connected On', connections",
    "'query,search interest,increase percent', Google Trends"
  })
  void saysWhatATableIsThatNoReportIsMadeOf(String headings, String what) throws IOException {
    assertThat(connector().recognise(TestFile.of("table.csv", headings + "\n1,2,3,4,5,6,7\n")))
        .isInstanceOfSatisfying(
            Recognition.Refused.class,
            refused -> {
              assertThat(refused.isKnown()).isTrue();
              assertThat(refused.reason()).contains(what);
            });
  }

  private RecordingSink readBy(String mapping, String csv) throws IOException {
    return readBy(mapping, csv, Map.of());
  }

  private RecordingSink readBy(String mapping, String csv, Map<String, String> more)
      throws IOException {
    var values = new java.util.HashMap<>(more);
    values.put("mapping", mapping);
    var settings =
        new ReadSettings(
            MINSK, Currency.getInstance("BYN"), Optional.empty(), Optional.empty(), values);
    var sink = new RecordingSink();
    connector().read(TestFile.of("table.csv", csv), settings, sink);
    return sink;
  }

  @Test
  void makesOneOrderOfTheLinesOfAnInvoiceWhereverTheyStand() throws IOException {
    var table = read(fixture("online-retail.csv")).table();

    assertThat(table.header().dataset().name()).isEqualTo("orders");
    assertThat(table.header().grain()).isEqualTo(Grain.EVENT);
    assertThat(table.column("order_id")).containsExactly("100001", "100002", "C100003", "100005");
    assertThat(table.column("status")).containsExactly("placed", "placed", "refund", "placed");
    assertThat(table.column("total"))
        .containsExactly(
            new BigDecimal("18.315"), new BigDecimal("8.2"), null, new BigDecimal("9.99"));
    assertThat(table.column("refunded")).containsExactly(null, null, new BigDecimal("4.560"), null);
    assertThat(table.column("items")).containsExactly(9L, 2L, null, 1L);
    assertThat(table.column("ordered_at").get(2)).isEqualTo(LocalDateTime.of(2026, 10, 2, 9, 41));
    assertThat(table.rows().get(2).period()).isEqualTo(DateSpan.ofDay(LocalDate.of(2026, 10, 2)));
  }

  @Test
  void neverKeepsACustomersNumber() throws IOException {
    var keys = read(fixture("online-retail.csv")).table().column("customer_key");

    assertThat(keys.get(0)).isNotEqualTo("501").isEqualTo(keys.get(2));
    assertThat(keys.get(1)).isNull();
    assertThat(read(fixture("online-retail-us.csv")).table().column("customer_key").get(0))
        .as("501.0 is 501")
        .isEqualTo(keys.get(0));
    assertThat(
            read(TestFile.of(
                    "retail.csv",
                    """
                    InvoiceNo;StockCode;Description;Quantity;InvoiceDate;UnitPrice;CustomerID;Country
                    100001;10A;BIRCH MUG;6;13.12.2010 08:26;2,55;501,0;Finland
                    """))
                .table()
                .column("customer_key"))
        .as("501,0 is 501, where Excel writes a comma")
        .containsExactly(keys.get(0));
    assertThat(
            read(TestFile.of(
                    "retail.csv",
                    """
                    InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
                    100001,10A,BIRCH MUG,6,12/13/2010 8:26,2.55,"1,000",Finland
                    100002,10A,BIRCH MUG,6,12/13/2010 8:27,2.55,1,Finland
                    """))
                .table()
                .column("customer_key"))
        .as("1,000 is not 1")
        .doesNotHaveDuplicates();
  }

  @Test
  void namesTheLinesThatAreNoSale() throws IOException {
    assertThat(read(fixture("online-retail.csv")).passedOver()).containsOnlyKeys(7L, 9L, 10L);
  }

  @Test
  void readsMonthFirstDatesWhenTheColumnProvesThem() throws IOException {
    var table = read(fixture("online-retail-us.csv")).table();

    assertThat(table.column("ordered_at"))
        .containsExactly(
            LocalDateTime.of(2010, 12, 1, 8, 26), LocalDateTime.of(2010, 12, 13, 9, 41));
  }

  @Test
  void leavesOutAnOrderOneOfWhoseLinesCannotBeRead() throws IOException {
    var table =
        readBy(
                BuiltIn.resource("online-retail.yaml"),
                "InvoiceNo,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n"
                    + "1,2,2026-10-01,5,7,FI\n1,two,2026-10-01,5,7,FI\n2,1,2026-10-01,5,7,FI\n")
            .table();

    assertThat(table.column("order_id")).containsExactly("2");
    assertThat(table.rejected())
        .extracting(row -> row.issue().line() + ": " + row.issue().saw())
        .containsExactly("3: two", "2: 1");
  }

  @Test
  void readsATableByDayWithConstantsAndADecimalComma() throws IOException {
    var sink =
        readBy(
            """
            dataset: social_accounts
            account: "@birch"
            columns: {day: Дата, readers: Подписчики}
            day: day
            values: {followers: readers}
            constants: {network: telegram}
            """,
            "Дата;Подписчики\n13.10.2026;1 204\n14.10.2026;1 210\n");

    var table = sink.table();
    assertThat(table.header().account()).isEqualTo("@birch");
    assertThat(table.header().grain()).isEqualTo(Grain.DAY);
    assertThat(table.column("followers")).containsExactly(1204L, 1210L);
    assertThat(table.column("network")).containsOnly("telegram");
  }

  @Test
  void readsYesAndNoAndSeveralMomentsOfAThing() throws IOException {
    var table =
        readBy(
                """
                dataset: mentions
                columns: {id: Id, found: Found, rival: About a rival, spam: Spam}
                values:
                  mention_id: id
                  published_at: found
                  is_competitor: rival
                  is_spam: spam
                constants:
                  is_repost: no
                """,
                "Id,Found,About a rival,Spam\n1,2026-10-01,да,0\n2,2026-10-02,,yes\n"
                    + "3,2026-10-03,perhaps,no\n")
            .table();

    assertThat(table.column("is_competitor")).containsExactly(true, null);
    assertThat(table.column("is_spam")).containsExactly(false, true);
    assertThat(table.column("is_repost")).containsExactly(false, false);
    assertThat(table.rejected())
        .extracting(row -> row.issue().saw() + ": " + row.issue().expected())
        .containsExactly("perhaps: yes or no");
  }

  @Test
  void datesAThingByItsFirstMoment() throws IOException {
    var table =
        readBy(
                """
                dataset: deals
                columns: {id: Deal, made: Created, shut: Closed, sum: Amount}
                values:
                  deal_id: id
                  created_at: made
                  closed_at: shut
                  amount: sum
                """,
                "Deal,Created,Closed,Amount\n1,2026-09-25,2026-10-03,100\n2,2026-10-02,,50\n")
            .table();

    assertThat(table.rows())
        .extracting(row -> row.period())
        .containsExactly(
            DateSpan.ofDay(LocalDate.of(2026, 9, 25)), DateSpan.ofDay(LocalDate.of(2026, 10, 2)));
    assertThat(table.column("closed_at"))
        .containsExactly(LocalDateTime.of(2026, 10, 3, 0, 0), null);
  }

  @Test
  void keepsApartWhatTheSourceKeepsBack() throws IOException {
    String mapping =
        """
        dataset: web_traffic
        columns: {day: Day, visits: Visits, back: Back, sales: Sales}
        day: day
        values: {sessions: visits, repeat_sessions: visits - back, revenue: sales}
        """;
    var table =
        readBy(
                mapping,
                "Day,Visits,Back,Sales\n2026-10-01,20,<5,12.50\n2026-10-02,7,2,(suppressed)\n"
                    + "2026-10-03,--,2,9.00\n2026-10-04,a few,2,9.00\n")
            .table();

    assertThat(table.column("sessions")).containsExactly(20L, 7L, null);
    assertThat(table.column("repeat_sessions"))
        .containsExactly(Suppressed.below(BigDecimal.valueOf(5)), 5L, null);
    assertThat(table.column("revenue"))
        .containsExactly(new BigDecimal("12.50"), Suppressed.unstated(), new BigDecimal("9.00"));
    assertThat(table.rejected()).extracting(row -> row.issue().saw()).containsExactly("a few");
  }

  @Test
  void asksForTheOrderOfDayAndMonthAndTakesTheMappingsWord() throws IOException {
    String mapping =
        "dataset: web_traffic\ncolumns: {day: Day, visits: Visits}\nday: day\n"
            + "values: {sessions: visits}\n";
    String csv = "Day,Visits\n03/04/2026,5\n05/04/2026,6\n";

    assertThat(readBy(mapping, csv).issues().get(0).saw()).contains("day/month");
    assertThat(readBy(mapping, csv).issues().get(0).advice()).contains("read: {dates: day first}");
    assertThat(readBy(mapping + "read: {dates: day first}\n", csv).table().rows())
        .extracting(row -> row.period().start().getMonthValue())
        .containsOnly(4);
  }

  @Test
  void takesTheMappingsWordForEncodingAndDelimiter() throws IOException {
    String mapping =
        "dataset: web_traffic\ncolumns: {day: Дата, visits: Визиты, source: Канал}\nday: day\n"
            + "values: {sessions: visits, channel: source}\n"
            + "read: {encoding: IBM866, delimiter: bar}\n";
    var settings =
        new ReadSettings(
            MINSK,
            Currency.getInstance("BYN"),
            Optional.empty(),
            Optional.empty(),
            Map.of("mapping", mapping));
    var sink = new RecordingSink();
    byte[] bytes =
        "Дата|Визиты|Канал\n2026-10-01|5|Поиск\n"
            .getBytes(java.nio.charset.Charset.forName("IBM866"));
    connector().read(TestFile.of("old.txt", bytes), settings, sink);

    assertThat(sink.table().column("channel")).containsExactly("Поиск");
  }

  @Test
  void isTheExampleOfTheReadme() throws IOException {
    String readme = Files.readString(java.nio.file.Path.of("..", "README.md"));

    assertThat(readme.replace("\r\n", "\n"))
        .contains(BuiltIn.resource("online-retail.yaml").replace("\r\n", "\n"));
  }

  @Test
  void putsTimesOfAnotherZoneOnTheClientsClock() throws IOException {
    var sink =
        readBy(
            """
            dataset: orders
            columns: {id: Id, at: At, sum: Sum}
            read: {zone: America/New_York}
            values: {order_id: id, ordered_at: at, total: sum}
            constants: {status: placed}
            """,
            "Id,At,Sum\n7,2026-10-01 20:00,5.5\n");

    assertThat(sink.table().column("ordered_at"))
        .containsExactly(LocalDateTime.of(2026, 10, 2, 3, 0));
  }

  @Test
  void reportsAllMistakesOfAMappingAtOnceWithTheirPlaces() throws IOException {
    var issues =
        readBy(
                """
                dataset: orders
                colums: {x: Y}
                columns:
                  invoice: Invoice
                  price: Price
                  day: Day
                values:
                  order_id: invoise
                  ordered_at: day
                  totl: price
                  total: sum(price
                  customer_key: invoice
                """,
                "Invoice,Price,Day\n1,2,2026-10-01\n")
            .issues();

    assertThat(issues)
        .extracting(issue -> issue.column() + " " + issue.advice())
        .contains(
            "mapping 2:1 Did you mean \"columns\"?",
            "mapping 8:13 Did you mean \"invoice\"?",
            "mapping 10:9 Did you mean \"total\"?",
            "mapping 11:19 Correct \"sum(price\".",
            "mapping 12:17 Names, numbers and addresses of people are not kept: write hash(customer).");
  }

  @Test
  void namesAHeadingTheFileDoesNotHave() throws IOException {
    var issue =
        readBy(
                "dataset: orders\ncolumns: {id: Order, at: Day, sum: Total}\n"
                    + "values: {order_id: id, ordered_at: at, total: sum}\n",
                "Order,Day,Totals\n1,2026-10-01,5\n")
            .issues()
            .get(0);

    assertThat(issue.expected()).isEqualTo("also Total");
    assertThat(issue.advice()).startsWith("Did you mean \"Totals\"?");
  }

  /** KPIs that ask for placed orders would be zero without a word. */
  @Test
  void refusesAConstantThatItsColumnNeverHas() throws IOException {
    ReadIssue issue =
        readBy(
                """
                dataset: orders
                columns: {no: No, day: Day, amount: Sum}
                values: {order_id: no, ordered_at: day, total: amount}
                constants: {status: paid}
                """,
                "No,Day,Sum\n1,2026-10-01,10\n")
            .issues()
            .get(0);

    assertThat(issue.saw()).contains("paid");
    assertThat(issue.expected()).contains("status");
    assertThat(issue.advice()).contains("placed", "cancelled", "refund");
  }

  @Test
  void survivesMappingsThatAreNone() throws IOException {
    for (String text :
        List.of(
            "",
            "- a",
            "x: [",
            "dataset: nope",
            "dataset: orders\ncolumns: 5",
            "\t",
            "a: &a [*a]",
            "((((",
            "dataset: orders\ncolumns: {a: A}\nvalues: {total: " + "(".repeat(5000) + "}")) {
      assertThat(readBy(text, "A,B\n1,2\n").issues()).as(text).isNotEmpty();
    }
  }

  @Test
  void saltsTheKeysOfCustomers() throws IOException {
    String mapping = BuiltIn.resource("online-retail.yaml");
    String csv =
        "InvoiceNo,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n1,2,2026-10-01,5,7,FI\n";

    assertThat(readBy(mapping, csv, Map.of("salt", "x")).table().column("customer_key"))
        .isNotEqualTo(readBy(mapping, csv).table().column("customer_key"));
  }

  @Test
  void readsTheGenuineOnlineRetailToThePenny() throws IOException {
    var sample = Samples.find("_datasets_online_retail/online_retail.csv.gz");
    assumeTrue(sample.isPresent(), "the genuine data");
    var file =
        TestFile.streamed(
            "online_retail.csv", 0, () -> new GZIPInputStream(Files.newInputStream(sample.get())));
    var table = read(file).table();

    var orders = table.rows().stream().filter(row -> row.value("status").equals("placed")).toList();
    var refunds =
        table.rows().stream().filter(row -> row.value("status").equals("refund")).toList();
    assertThat(orders).hasSize(19_960);
    assertThat(sum(orders, "total")).isEqualByComparingTo("10666684.544");
    assertThat(orders.stream().filter(row -> row.value("customer_key") == null)).hasSize(1_428);
    assertThat(orders.stream().map(row -> row.value("customer_key")).distinct()).hasSize(4_338 + 1);
    assertThat(refunds).hasSize(3_836);
    assertThat(sum(refunds, "refunded")).isEqualByComparingTo("896812.49");
    assertThat(table.rejected()).isEmpty();
  }

  private static BigDecimal sum(List<RecordingSink.ReadRow> rows, String column) {
    return rows.stream()
        .map(row -> (BigDecimal) row.value(column))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
