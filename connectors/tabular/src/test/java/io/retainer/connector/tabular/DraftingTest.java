package io.retainer.connector.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.spi.TableChoices;
import io.retainer.spi.TableDraft;
import io.retainer.testkit.Archives;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table nobody knows gets a mapping from its headings and cells, and is read by it. */
class DraftingTest {

  private final Tabular tabular = new Tabular();

  private TableDraft draft(String name, String csv, TableChoices choices) throws IOException {
    return tabular.draft(TestFile.of(name, csv), choices);
  }

  private RecordingSink read(TableDraft draft, String csv) throws IOException {
    var sink = new RecordingSink();
    tabular.read(
        TestFile.of("table.csv", csv),
        new ReadSettings(
            ZoneId.of("Europe/Minsk"),
            Currency.getInstance("BYN"),
            Optional.empty(),
            Optional.empty(),
            Map.of("mapping", draft.mapping(), "salt", "s")),
        sink);
    return sink;
  }

  private static BigDecimal sum(RecordingSink sink, String column) {
    return sink.table().column(column).stream()
        .map(value -> new BigDecimal(value.toString()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Map<String, String> meanings(TableDraft draft) {
    return draft.columns().stream()
        .collect(Collectors.toMap(TableDraft.Heading::text, TableDraft.Heading::column));
  }

  private static String meaning(TableDraft draft, String heading) {
    return draft.columns().stream()
        .filter(column -> column.text().equals(heading))
        .findFirst()
        .orElseThrow()
        .column();
  }

  private static TableChoices columns(Map<String, String> columns) {
    return new TableChoices(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        columns,
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void ordersOfARussianShopAreReadAsTheyAre() throws IOException {
    String csv =
        """
        Выгрузка заказов;;;;
        Номер заказа;Дата заказа;Email;Сумма;Комментарий
        А-1;31.10.2026 10:15;anna@example.com;1 250,50;звонить после 18
        А-2;01.11.2026 09:00;boris@example.com;99,00;
        """;

    TableDraft draft = draft("Заказы октябрь.csv", csv, TableChoices.none());

    assertThat(draft.dataset()).isEqualTo("orders");
    assertThat(draft.problems()).isEmpty();
    assertThat(meanings(draft))
        .containsEntry("Номер заказа", "order_id")
        .containsEntry("Дата заказа", "ordered_at")
        .containsEntry("Email", "customer_key")
        .containsEntry("Сумма", "total")
        .containsEntry("Комментарий", "");
    assertThat(draft.columns().get(3).samples()).containsExactly("1 250,50", "99,00");
    RecordingSink rows = read(draft, csv);
    assertThat(rows.issues()).isEmpty();
    assertThat(sum(rows, "total")).isEqualByComparingTo("1349.50");
    assertThat(draft.mapping()).contains("customer_key: hash(customer_key)");
  }

  @Test
  void costsByDayLeaveTheRowOfTotalsOut() throws IOException {
    String csv =
        """
        Campaign,Day,Impr.,Clicks,Cost,CTR
        Brand,2026-10-01,1000,50,12.40,5 %
        Brand,2026-10-02,900,40,11.10,4.4 %
        Total,,1900,90,23.50,4.7 %
        """;

    TableDraft draft = draft("ads.csv", csv, TableChoices.none());

    assertThat(draft.dataset()).isEqualTo("ad_performance");
    assertThat(meanings(draft)).containsEntry("Day", "day").containsEntry("CTR", "");
    RecordingSink rows = read(draft, csv);
    assertThat(sum(rows, "cost")).isEqualByComparingTo("23.50");
    assertThat(sum(rows, "clicks")).isEqualByComparingTo("90");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Päivä;Kampanja;Näyttökerrat;Klikkaukset;Kulut | 1.10.2026;Brändi;100;5;12,40 | ad_performance",
        "ID сделки;Этап сделки;Сумма;Дата создания;Ответственный | 17;Новая;1000;30.10.2026;Ольга | deals",
        "Номер чека;Дата;Сумма;Покупатель | К-1;30.10.2026;1 250,50;anna@example.com | orders",
        "Дата;Сеансы;Пользователи;Просмотры | 31.10.2026;120;100;340 | web_traffic",
        "Response ID;Submitted at;NPS | r1;2026-10-31 10:00;9 | survey_answers",
        "Date;Keyword;Position;Search volume | 2026-10-31;red shoes;4;1900 | rankings",
        "Post ID;Published at;Likes;Comments;Shares | p1;2026-10-31 08:00;10;2;1 | social_posts",
        "Campaign ID;Send date;Recipients;Delivered;Unique opens | c1;2026-10-30;500;490;120 | email_campaigns"
      })
  void theDatasetIsTheOneThatFitsBest(String headings, String row, String dataset)
      throws IOException {
    TableDraft draft = draft("t.csv", headings + "\n" + row + "\n", TableChoices.none());

    assertThat(draft.dataset()).isEqualTo(dataset);
    assertThat(draft.problems()).isEmpty();
    assertThat(read(draft, headings + "\n" + row + "\n").table().rows()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"Ranking, Landing Page", "Position, URL"})
  void positionsOfAnUnknownTrackerAreRankingsOfADayToBeNamed(String position, String page)
      throws IOException {
    String csv = "Keyword," + position + "," + page + "\nbuns,3,https://kiosk.example/\n";

    TableDraft draft = draft("ranks.csv", csv, TableChoices.none());

    assertThat(draft.dataset()).isEqualTo("rankings");
    assertThat(meanings(draft)).containsEntry(position, "position").containsEntry(page, "url");
    assertThat(read(draft, csv).issues().get(0).advice()).contains("name the period");
  }

  @Test
  void whatIsChosenStandsAndTheRestIsGuessed() throws IOException {
    String csv =
        """
        Wann,Wieviel,Was,Kosten
        03/04/2026,10,Banner,5.00
        05/06/2026,12,Banner,6.00
        """;
    var choices =
        new TableChoices(
            Optional.of("Banner im Verein"),
            Optional.empty(),
            Optional.of("ad_performance"),
            Map.of("Wann", "day", "Wieviel", "clicks", "Was", "campaign"),
            Optional.of(false),
            Optional.empty());

    TableDraft draft = draft("banner.csv", csv, choices);

    assertThat(meanings(draft)).containsEntry("Wieviel", "clicks").containsEntry("Kosten", "cost");
    assertThat(draft.mapping())
        .contains("title: \"Banner im Verein\"")
        .contains("dates: day first");
    assertThat(sum(read(draft, csv), "cost")).isEqualByComparingTo("11.00");
  }

  @Test
  void whatIsLeftOutStaysOut() throws IOException {
    String csv = "Date,Campaign,Clicks,Cost\n2026-10-01,A,5,1.00\n";

    TableDraft draft = draft("a.csv", csv, columns(Map.of("Cost", "")));

    assertThat(meanings(draft)).containsEntry("Cost", "").containsEntry("Clicks", "clicks");
  }

  @Test
  void twoHeadingsChosenForOneColumnAreRefused() throws IOException {
    String csv = "Order,Date,Money,Extra\nA-1,2026-10-01,10.00,2.00\n";

    TableDraft draft = draft("a.csv", csv, columns(Map.of("Money", "total", "Extra", "total")));

    assertThat(draft.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.saw()).isEqualTo("total: \"Money\" and \"Extra\"");
              assertThat(problem.expected()).isEqualTo("one heading for each column");
              assertThat(problem.advice()).contains("Leave one of them out");
            });
  }

  @Test
  void whatIsMissingIsSaid() throws IOException {
    var choices =
        new TableChoices(
            Optional.empty(),
            Optional.empty(),
            Optional.of("orders"),
            Map.of(),
            Optional.empty(),
            Optional.empty());

    TableDraft draft = draft("a.csv", "Total,Colour\n10.00,red\n11.00,blue\n", choices);

    assertThat(draft.problems())
        .extracting(problem -> problem.saw())
        .contains("no order_id", "no ordered_at");
  }

  @Test
  void aTextThatIsNoTableIsSaidToBeNone() throws IOException {
    TableDraft draft = draft("a.csv", "just one line\n", TableChoices.none());

    assertThat(draft.dataset()).isEmpty();
    assertThat(draft.mapping()).isEmpty();
    assertThat(draft.problems()).hasSize(1);
  }

  @Test
  void ofSixteenThousandHeadingsTheFirstFiveHundredAreLookedAt() throws IOException {
    List<Object> headings = new ArrayList<>(List.of("Date", "Clicks", "Cost"));
    headings.addAll(Collections.nCopies(16_000, "Remark"));
    List<Object> row = new ArrayList<>(List.of("2026-10-01", 5, 1));
    row.addAll(Collections.nCopies(16_000, "x"));
    byte[] wide = Archives.xlsx(Map.of("A", List.of(headings, row)));

    TableDraft draft = tabular.draft(TestFile.of("wide.xlsx", wide), TableChoices.none());

    assertThat(draft.problems()).isEmpty();
    assertThat(draft.columns()).hasSize(500);
    assertThat(meaning(draft, "Cost")).isEqualTo("cost");
  }

  @Test
  void aHostileHeadingStaysAHeading() throws IOException {
    String csv =
        "Date,\"Clicks\",\"dataset: orders\nvalues: \"\"x\"\" \\ # *a &b !!java\",Cost\n"
            + "2026-10-01,5,boo,1.00\n";

    TableDraft draft =
        draft(
            "evil\".csv",
            csv,
            columns(Map.of("dataset: orders\nvalues: \"x\" \\ # *a &b !!java", "campaign")));

    assertThat(draft.problems()).isEmpty();
    assertThat(read(draft, csv).table().rows()).hasSize(1);
  }

  @Test
  void aSavedMappingKnowsTheNextFileAndNoOther() throws IOException {
    String october = "Campaign,Day,Clicks,Cost\nBrand,2026-10-01,50,12.40\n";
    String mapping = draft("ads.csv", october, TableChoices.none()).mapping();

    assertThat(
            tabular.recognise(
                TestFile.of("x.csv", "Day;Cost;Clicks;Campaign;New\n2026-11-01;1;2;B;x\n"),
                mapping))
        .isInstanceOf(Recognition.Recognised.class);
    assertThat(tabular.recognise(TestFile.of("x.csv", "Day,Cost\n2026-11-01,1\n"), mapping))
        .isInstanceOf(Recognition.Refused.class);
    assertThat(tabular.recognise(TestFile.of("x.csv", october), "dataset: nothing"))
        .isInstanceOf(Recognition.Refused.class);
  }

  @Test
  void everyWordStandsForAColumnThereIs() {
    List<String> columns =
        io.retainer.spi.Datasets.all().stream()
            .flatMap(dataset -> dataset.columns().stream())
            .map(column -> column.name())
            .distinct()
            .toList();
    assertThat(BuiltIn.lines("heading-words.txt"))
        .allSatisfy(
            line ->
                assertThat(line.substring(0, line.indexOf('=')).strip())
                    .matches(name -> name.equals("day") || columns.contains(name)));
  }
}
