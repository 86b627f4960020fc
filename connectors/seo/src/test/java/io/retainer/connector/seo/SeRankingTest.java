package io.retainer.connector.seo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.retainer.spi.Connector;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.testkit.ConnectorContract;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.RecordingSink.ReadRow;
import io.retainer.testkit.RecordingSink.ReadTable;
import io.retainer.testkit.Samples;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SeRankingTest extends ConnectorContract {

  private static final LocalDate FIRST_OF_MARCH = LocalDate.of(2026, 3, 1);

  private final SeRanking seRanking = new SeRanking();

  @Override
  protected Connector connector() {
    return seRanking;
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(
        file("positions_detailed_kiosk.example.csv"), file("positions_detailed_without_tags.csv"));
  }

  @Override
  protected ReadSettings settings() {
    return settings(Optional.empty());
  }

  @Test
  void readsAPositionForEachKeywordAndCheck() throws IOException {
    ReadTable positions = read(file("positions_detailed_kiosk.example.csv")).table();

    assertThat(positions.header().grain()).isEqualTo(Grain.SNAPSHOT);
    assertThat(positions.header().cut()).containsExactly("keyword");
    assertThat(positions.rows()).hasSize(12);
    assertThat(onFirstOfMarch(positions, "кофе с собой").values())
        .containsEntry("position", new BigDecimal("3"))
        .containsEntry("engine", "Google")
        .containsEntry("locale", "Belarus, Russian")
        .containsEntry("domain", "kiosk.example")
        .containsEntry("url", "https://kiosk.example/menu/")
        .containsEntry("group_name", "Bakery")
        .containsEntry("search_volume", 320L);
  }

  @Test
  void keepsAKeywordThatIsNotAmongTheResults() throws IOException {
    ReadRow coffee =
        onFirstOfMarch(read(file("positions_detailed_kiosk.example.csv")).table(), "Coffee");

    assertThat(coffee.value("position")).isNull();
    assertThat(coffee.value("depth")).isEqualTo(100L);
  }

  @Test
  void passesOverGroups() throws IOException {
    RecordingSink sink = read(file("positions_detailed_kiosk.example.csv"));

    assertThat(sink.passedOver()).containsOnlyKeys(1L, 3L, 6L);
    assertThat(onFirstOfMarch(sink.table(), "Coffee").value("search_volume")).isEqualTo(18100L);
  }

  @Test
  void tellsADayWithoutACheckFromAPlaceBeyondTheFirstHundred() throws IOException {
    RecordingSink sink =
        read(
            TestFile.of(
                "positions.csv",
                """
                "Google Finland, interface language: Finnish"
                Keyword,URL,"Search vol.",2026-03-01,2026-03-02,Dynamics
                teltta,https://www.shop.example/teltat,90,No data,100+,0
                """));

    assertThat(sink.table().rows()).hasSize(1);
    assertThat(sink.table().rejected()).isEmpty();
    ReadRow second = sink.table().rows().get(0);
    assertThat(second.period().start()).isEqualTo(LocalDate.of(2026, 3, 2));
    assertThat(second.value("position")).isNull();
    assertThat(second.value("depth")).isEqualTo(100L);
  }

  @Test
  void makesEachSearchEngineAnAccountOfItsOwn() throws IOException {
    RecordingSink sink =
        read(
            TestFile.of(
                "positions.csv",
                """
                "Google Finland, interface language: Finnish"
                Keyword,URL,"Search vol.",2026-03-01,Dynamics
                teltta,https://www.shop.example/teltat,90,1,0

                "Yandex Minsk"
                Keyword,URL,"Search vol.",2026-03-01,Dynamics
                teltta,,90,-,0
                """));

    assertThat(sink.tables())
        .extracting(table -> table.header().account())
        .containsExactly("shop.example, Google Finland, Finnish", "se-ranking, Yandex Minsk");
  }

  @Test
  void takesTheSiteTheUserNames() throws IOException {
    var sink = new RecordingSink();
    seRanking.read(
        file("positions_detailed_without_tags.csv"), settings(Optional.of("brand.example")), sink);

    assertThat(sink.table().column("domain")).containsOnly("brand.example");
  }

  @Test
  void writesNoRowForACheckThatWasNotMade() throws IOException {
    RecordingSink sink =
        read(
            TestFile.of(
                "positions.csv",
                """
                Keyword,URL,Search vol.,2026-02-28,Dynamics,2026-03-01,Dynamics
                new,,90,,,5,0
                newer,,90,,,,
                """));

    assertThat(sink.table().rows()).hasSize(1);
    assertThat(sink.passedOver()).containsKey(3L);
  }

  @Test
  void readsDaysThatExcelHasReformatted() throws IOException {
    ReadTable positions =
        read(TestFile.of(
                "positions_detailed_kiosk.example.csv",
                ("\uFEFFGoogle Belarus, interface language: Russian;;;;;;\r\n"
                        + "Keyword;URL;Search vol.;28.02.2026;Dynamics;01.03.2026;Dynamics\r\n"
                        + "кофе;;90;-;0;5;95\r\n")
                    .getBytes(StandardCharsets.UTF_8)))
            .table();

    assertThat(positions.rows())
        .extracting(ReadRow::period)
        .containsExactly(DateSpan.ofDay(LocalDate.of(2026, 2, 28)), DateSpan.ofDay(FIRST_OF_MARCH));
    assertThat(positions.column("domain")).containsOnly("kiosk.example");
  }

  @Test
  void asksWhenTheDaysReadBothWays() throws IOException {
    RecordingSink sink =
        read(
            TestFile.of(
                "positions.csv", "Keyword,URL,Search vol.,03/01/2026,Dynamics\ntent,,90,5,0\n"));

    assertThat(sink.tables()).isEmpty();
    assertThat(sink.issues())
        .singleElement()
        .satisfies(issue -> assertThat(issue.saw()).contains("03/01/2026"));
  }

  @Test
  void rejectsAKeywordWithTextForAPosition() throws IOException {
    ReadTable positions =
        read(TestFile.of(
                "positions.csv",
                """
                Keyword,URL,Search vol.,2026-03-01,Dynamics
                tent,,90,first,0
                tents,,90,0,0
                camp,,90,7,0
                """))
            .table();

    assertThat(positions.column("keyword")).containsExactly("camp");
    assertThat(positions.rejected())
        .extracting(rejected -> rejected.issue().column())
        .containsExactly("2026-03-01", "2026-03-01");
  }

  @Test
  void readsTheGenuineExports() throws IOException {
    var genuine = Samples.find("se_ranking");
    assumeThat(genuine).isPresent();

    try (var files = Files.list(genuine.orElseThrow())) {
      for (Path file : files.toList()) {
        RecordingSink sink = read(TestFile.of(file));

        assertThat(sink.issues()).as(file.toString()).isEmpty();
        assertThat(sink.table().rejected()).as(file.toString()).isEmpty();
        assertThat(sink.table().rows()).hasSizeGreaterThan(150);
        assertThat(sink.table().column("domain").stream().distinct()).hasSize(1);
      }
    }
  }

  private static ReadRow onFirstOfMarch(ReadTable positions, String keyword) {
    return positions.rows().stream()
        .filter(row -> keyword.equals(row.value("keyword")))
        .filter(row -> row.period().contains(FIRST_OF_MARCH))
        .findFirst()
        .orElseThrow();
  }

  private static ReadSettings settings(Optional<String> account) {
    return new ReadSettings(
        ZoneId.of("Europe/Minsk"),
        Currency.getInstance("BYN"),
        account,
        Optional.empty(),
        Map.of());
  }

  private static TestFile file(String name) {
    return TestFile.resource(SeRankingTest.class, name);
  }

  @Test
  void aTableOfAnotherRankTrackerIsNotItsOwn() throws IOException {
    String rows = "Запрос;URL;Частотность;01.03.2026;02.03.2026\nчайник;/a;90;5;4\n";

    assertThat(new SeRanking().recognise(TestFile.of("positions.csv", rows)))
        .isInstanceOfSatisfying(
            Recognition.Refused.class,
            refused -> assertThat(refused.reason()).contains("Topvisor"));
    assertThat(
            new SeRanking()
                .recognise(
                    TestFile.of(
                        "positions.csv",
                        "\"Google Finland, interface language: Finnish\"\n" + rows)))
        .isInstanceOf(Recognition.Recognised.class);
  }
}
