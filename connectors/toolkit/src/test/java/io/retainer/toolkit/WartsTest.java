package io.retainer.toolkit;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.ReadSettings;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What exports really look like, each wart from a file to values. */
class WartsTest {

  private static final Headings HEADINGS =
      Headings.of(
          List.of(
              "day = Date | Дата",
              "name = Campaign | Кампания | Requête",
              "clicks = Clicks | Клики",
              "cost = Cost | Cost (*) | Расход (*)",
              "rate = CTR",
              "time = Duration",
              "id = Post ID"));

  private final RecordingSink sink = new RecordingSink();

  @Test
  void encodings() throws IOException {
    String text = "Дата;Клики;Кампания\n2026-10-01;5;Зимняя распродажа\n";
    for (byte[] bytes :
        List.of(
            text.getBytes(UTF_8),
            ("\uFEFF" + text).getBytes(UTF_8),
            ("\uFEFF" + text).getBytes(UTF_16LE),
            ("\uFEFF" + text).getBytes(UTF_16BE),
            text.getBytes(UTF_16LE),
            text.getBytes(UTF_16BE),
            text.getBytes(Charset.forName("windows-1251")))) {
      assertThat(values(bytes, fields -> fields.text("name"))).containsExactly("Зимняя распродажа");
    }
    String western = "Requête;Clicks\ncafé crème à Nîmes;5\n";
    assertThat(
            values(
                western.getBytes(Charset.forName("windows-1252")), fields -> fields.text("name")))
        .containsExactly("café crème à Nîmes");
  }

  @Test
  void delimitersAndASeparatorLine() throws IOException {
    for (String delimiter : List.of(",", ";", "\t", "|")) {
      String text = "Date,Clicks,Campaign\n2026-10-01,5,\"a, b; c\"\n".replace(",\"a", "\u0000\"a");
      text =
          text.replace(",C", delimiter + "C")
              .replace("1,5", "1" + delimiter + "5")
              .replace("\u0000", delimiter);
      assertThat(values(text, fields -> fields.text("name"))).containsExactly("a, b; c");
      assertThat(values("sep=" + delimiter + "\r\n" + text, fields -> fields.text("name")))
          .containsExactly("a, b; c");
    }
  }

  /** Above LinkedIn's table stand lines that commas cut into as many cells as its amounts. */
  @Test
  void tabsThatCutAllRowsAreNoTextHoweverManyCommasStandInThem() throws IOException {
    String text =
        "Report Start: October 1, 2026, 12:00 AM\nReport End: October 31, 2026, 11:59 PM\n\n"
            + "Date\tClicks\tCost\n2026-10-01\t10,000\t1,234.56\n2026-10-02\t12,000\t2,345.00\n";
    assertThat(values(text, fields -> fields.decimal("cost"))).hasToString("[1234.56, 2345.00]");
    assertThat(values(text, fields -> fields.count("clicks"))).containsExactly(10_000L, 12_000L);
    assertThat(
            values(
                "Date,Clicks,Campaign\n2026-10-01,5,a\tb\tc\n2026-10-02,6,d\n",
                fields -> fields.text("name")))
        .as("tabs within a text")
        .hasSize(2);
  }

  @Test
  void preambles() throws IOException {
    for (String preamble :
        List.of(
            "# ----------------\n# Campaigns\n# Start date: 20261001\n# \n",
            "Campaign report\n\"October 1, 2026 - October 31, 2026\"\n",
            "---------------\nID: 5\nPeriod: 1-31 Oct\n---------------\n",
            "Title alone\n\n")) {
      assertThat(values(preamble + "Date,Clicks\n2026-10-01,5\n", fields -> fields.count("clicks")))
          .containsExactly(5L);
    }
  }

  @Test
  void severalTablesWithBlankLinesBetween() throws IOException {
    var rows = rows("Date,Clicks\n2026-10-01,5\n\nCampaign,Clicks\nBrand,5\n");
    assertThat(rows.get(2).isBlank()).isTrue();
    assertThat(HEADINGS.match(rows.get(3)).keys()).containsExactly("name", "clicks");
  }

  @Test
  void twoRowsOfHeadingsAndHeadingsThatRepeat() throws IOException {
    var rows = rows("Views,Views,Post ID\nTotal: views,Unique: views,The id\n1,2,x\n");
    assertThat(Headings.of(List.of("views = Views")).match(rows.get(0)).indexes("views"))
        .containsExactly(0, 1);
    assertThat(
            Headings.of(List.of("total = Total: views", "unique = Unique: views"))
                .match(rows.get(1))
                .keys())
        .containsExactly("total", "unique");
  }

  @Test
  void twoColumnsWithOneHeadingAreAsked() throws IOException {
    assertThat(values("Date,Clicks,Clicks\n2026-10-01,5,6\n", fields -> fields.count("clicks")))
        .isEmpty();
    assertThat(sink.issues().get(0).saw()).contains("two columns");
  }

  @Test
  void wideDatesDecideTheirOrderTogether() {
    assertThat(DateText.order(List.of("01/10/2026", "13/10/2026"))).isEqualTo(DateOrder.DAY_FIRST);
    assertThat(DateText.order(List.of("10/01/2026", "10/13/2026")))
        .isEqualTo(DateOrder.MONTH_FIRST);
    assertThat(DateText.order(List.of("01/10/2026", "02/10/2026"))).isNull();
  }

  @Test
  void markersOfWhatIsMissing() throws IOException {
    for (String marker :
        List.of(
            "",
            " --",
            "--",
            "-",
            "—",
            "–",
            "n/a",
            "N/A",
            "(not set)",
            "Не определено",
            "null",
            "н/д")) {
      assertThat(
              values(
                  "Date,Cost,Clicks\n2026-10-01," + marker + ",5\n",
                  fields -> fields.decimal("cost")))
          .as(marker)
          .containsExactly((Object) null);
    }
  }

  @Test
  void ratesAsPercentAndAsFraction() throws IOException {
    for (String rate : List.of("1.93%", "1.93 %", "0.0193")) {
      assertThat(
              values(
                  "Date,CTR\n2026-10-01," + rate + "\n",
                  fields -> fields.fraction("rate").stripTrailingZeros()))
          .hasToString("[0.0193]");
    }
    assertThat(values("Date;CTR;Cost\n2026-10-01;1,93%;2,5\n", fields -> fields.fraction("rate")))
        .hasToString("[0.0193]");
  }

  @Test
  void aShareInBracketsBehindACount() throws IOException {
    assertThat(
            values(
                "Date,Clicks\n2026-10-01,9 (0.5%)\n2026-10-02,1085 (26.66%)\n",
                fields -> fields.count("clicks")))
        .containsExactly(9L, 1085L);
  }

  @Test
  void currenciesInTheHeadingAndInTheCell() throws IOException {
    assertThat(
            values(
                "Date,Cost (UAH)\n2026-10-01,\"1,234.50\"\n",
                fields -> fields.columns().inBrackets("cost").orElseThrow()))
        .containsExactly("UAH");
    assertThat(
            values(
                "Дата;Расход (руб.)\n01.10.2026;1\u00A0234,50\u00A0₽\n",
                fields -> fields.decimal("cost")))
        .hasToString("[1234.50]");
  }

  @Test
  void integersAsFloatsAndExponents() throws IOException {
    assertThat(
            values(
                "Date,Clicks,Cost\n2026-10-01,64517.0,5e-05\n", fields -> fields.count("clicks")))
        .containsExactly(64517L);
    assertThat(
            values(
                "Date,Clicks,Cost\n2026-10-01,64517.0,5e-05\n", fields -> fields.decimal("cost")))
        .hasToString("[0.00005]");
  }

  @Test
  void longIdsStayAsTheyAreAndRoundedOnesAreRefused() throws IOException {
    assertThat(values("Post ID,Clicks\n649123456789012345,5\n", fields -> fields.id("id")))
        .containsExactly("649123456789012345");
    for (String rounded : List.of("6.49E+17", "\"6,49123E+17\"")) {
      assertThat(values("Post ID,Clicks\n" + rounded + ",5\n", fields -> fields.id("id")))
          .isEmpty();
    }
  }

  @Test
  void aColumnOfDatesIsDecidedAsAWhole() throws IOException {
    assertThat(values("Date,Clicks\n03/04/2026,1\n13/04/2026,2\n", fields -> fields.day("day")))
        .hasToString("[2026-04-03, 2026-04-13]");
    assertThat(values("Date,Clicks\n03/04/2026,1\n04/04/2026,2\n", fields -> fields.day("day")))
        .isEmpty();
    assertThat(sink.issues().get(0).saw()).contains("reads both as day/month and as month/day");
  }

  @Test
  void whatChangesFarDownTheFileIsNeverReadWrongly() throws IOException {
    String head = "Date,Clicks,Cost\n" + "2026-10-01,5,12\n".repeat(20_000);
    assertThat(
            values(
                head + "2026-10-02,6,\"1,234\"\n2026-10-03,6,\"12,50\"\n",
                fields -> fields.decimal("cost")))
        .extracting(Object::toString)
        .containsOnly("12", "1.234", "12.50");
    assertThat(values(head + "03/04/2026,6,1.5\n", fields -> fields.day("day")))
        .extracting(Object::toString)
        .containsOnly("2026-10-01");
  }

  /** Currencies like the Chilean peso have no fraction that would show the sign. */
  @Test
  void theSignOfAThousandOfCountsIsThatOfAmountsToo() throws IOException {
    assertThat(
            values(
                "Date,Clicks,Cost\n2026-10-01,12.345,45.678\n", fields -> fields.decimal("cost")))
        .hasToString("[45678]");
    assertThat(
            values(
                "Date;Clicks;Cost\n2026-10-01;12,345;45,678\n", fields -> fields.decimal("cost")))
        .hasToString("[45678]");
    assertThat(
            values("Date,Clicks,Cost\n2026-10-01,345,45.678\n", fields -> fields.decimal("cost")))
        .as("with commas between cells a point begins the fraction")
        .hasToString("[45.678]");
  }

  /** Of 10/12/2026 Excel makes the tenth of December, and leaves 10/13/2026 as it was. */
  @Test
  void datesThatExcelTurnedRoundWhereItCould() throws IOException {
    for (String turned : List.of("10.12.2026", "2026-12-10", "2026-12-10T00:00:00")) {
      assertThat(
              values("Date;Clicks\n" + turned + ";1\n10/13/2026;2\n", fields -> fields.day("day")))
          .isEmpty();
    }
    assertThat(sink.issues())
        .hasSize(3)
        .allSatisfy(issue -> assertThat(issue.advice()).contains("without opening it in Excel"));
  }

  @Test
  void datesThatExcelTurnedIntoNumbers() throws IOException {
    assertThat(
            values(
                "Date;Clicks\n46296;1\n46297;2\n46298,5;3\n".replace("46298,5", "46298.5"),
                fields -> fields.day("day")))
        .hasToString("[2026-10-01, 2026-10-02, 2026-10-03]");
    assertThat(values("Date,Clicks\n46296,1\n2026-10-02,2\n", fields -> fields.day("day")))
        .hasToString("[2026-10-02]");
  }

  @Test
  void durations() throws IOException {
    for (String time :
        List.of(
            "65",
            "65.0",
            "0:01:05",
            "00:01:05",
            "1:05",
            "1m 05s",
            "1 мин 5 сек",
            "1 min 5 s",
            "1 хв 5 с",
            "65 s")) {
      assertThat(
              values(
                  "Date,Duration\n2026-10-01," + time + "\n",
                  fields -> fields.seconds("time").intValueExact()))
          .as(time)
          .containsExactly(65);
    }
  }

  @Test
  void cellsOfSeveralLinesAndHeadingsWithBlanks() throws IOException {
    assertThat(
            values(
                "Date , Clicks\u00A0,Campaign\n2026-10-01,5,\"Окна\nи 🎉 двери\"\n2026-10-02,6,b\n",
                fields -> fields.text("name")))
        .containsExactly("Окна\nи 🎉 двери", "b");
  }

  @Test
  void columnsAndRowsThatExcelAddsAtTheEnd() throws IOException {
    assertThat(
            values(
                "Date;Clicks;Cost;;;\r\n01.10.2026;5;1,5;;;\r\n02.10.2026;6;2,5;;;\r\n;;;;;\r\n;;;;;\r\n",
                fields -> fields.count("clicks")))
        .containsExactly(5L, 6L);
  }

  @Test
  void aTableThatSaysItHasNoData() throws IOException {
    var rows = rows("Date,Clicks\n\"No data available.\"\n");
    assertThat(rows.get(1).width()).isEqualTo(1);
  }

  private List<Object> values(String text, Function<Fields, Object> value) throws IOException {
    return values(text.getBytes(UTF_8), value);
  }

  /** The values of sound rows; what is wrong goes to the sink. */
  private List<Object> values(byte[] bytes, Function<Fields, Object> value) throws IOException {
    var sheet = FileContent.of(TestFile.of("export.csv", bytes)).sheets().get(0);
    var table = Table.find(sheet, HEADINGS, List.of()).orElseThrow();
    for (Row row : sheet.head()) {
      if (HEADINGS.match(row).keys().size() > 1) {
        table = Table.find(sheet, HEADINGS, HEADINGS.match(row).keys()).orElseThrow();
        break;
      }
    }
    Optional<Forms> forms =
        table.forms(sink, List.of("day"), List.of("clicks"), List.of("cost", "rate"));
    var found = new ArrayList<Object>();
    if (forms.isPresent()) {
      var settings =
          new ReadSettings(
              ZoneId.of("Europe/Minsk"),
              Currency.getInstance("BYN"),
              Optional.empty(),
              Optional.empty(),
              Map.of());
      table.read(
          forms.get(),
          settings,
          fields -> {
            Object read = value.apply(fields);
            if (fields.isSound()) {
              found.add(read);
            }
          });
    }
    return found;
  }

  private static List<Row> rows(String text) throws IOException {
    var found = new ArrayList<Row>();
    try (var rows = FileContent.of(TestFile.of("export.csv", text)).sheets().get(0).rows()) {
      Row row;
      while ((row = rows.next()) != null) {
        found.add(row);
      }
    }
    return found;
  }
}
