package io.retainer.connector.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Connector;
import io.retainer.spi.Grain;
import io.retainer.spi.Recognition;
import io.retainer.testkit.Archives;
import io.retainer.testkit.ConnectorContract;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchAnalyticsTest extends ConnectorContract {

  @Override
  protected Connector connector() {
    return new SearchConsole();
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(fixture());
  }

  private static TestFile fixture() {
    return TestFile.resource(SearchAnalyticsTest.class, "fixtures/answer.json");
  }

  private static String text() throws IOException {
    try (var in = fixture().open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void tellsTheDimensionsByTheirValues() throws IOException {
    var table = read(fixture()).table();

    assertThat(table.header().cut()).containsExactlyInAnyOrder("query", "device");
    assertThat(table.header().grain()).isEqualTo(Grain.DAY);
    assertThat(table.header().account()).isEqualTo("sample");
    assertThat(table.column("query")).containsExactly("two person tent", "tent");
    assertThat(table.column("device")).containsExactly("MOBILE", "DESKTOP");
    assertThat(table.column("clicks")).containsExactly(2L, 0L);
    assertThat(table.header().complete()).isFalse();
  }

  @Test
  void keepsNumbersByPageApartFromThoseByProperty() throws IOException {
    var byPage = read(TestFile.of("a.json", text().replace("byProperty", "byPage"))).table();

    assertThat(byPage.header().account()).isEqualTo("sample (by page)");
  }

  @Test
  void takesAnAnswerWithoutDaysForThePeriodThatIsNamed() throws IOException {
    var table =
        read(TestFile.of(
                "a.json",
                "{\"rows\":[{\"keys\":[\"https://birch.example/\"],\"clicks\":3,\"impressions\":9,"
                    + "\"ctr\":0.333,\"position\":2}],\"responseAggregationType\":\"byPage\"}"))
            .table();

    assertThat(table.header().grain()).isEqualTo(Grain.PERIOD);
    assertThat(table.header().cut()).containsExactly("page");
    assertThat(table.header().account()).isEqualTo("sample");
  }

  @Test
  void takesTheDimensionsFromTheNameOfTheFileWhereItNamesThem() throws IOException {
    String rows =
        "{\"rows\":[{\"keys\":[\"2026-10-01\",\"kia\"],\"clicks\":3,\"impressions\":9,\"ctr\":0.333,"
            + "\"position\":2}],\"responseAggregationType\":\"byProperty\"}";

    assertThat(read(TestFile.of("answer.json", rows)).table().header().cut())
        .containsExactly("country");
    assertThat(read(TestFile.of("date-query.json", rows)).table().header().cut())
        .containsExactly("query");
  }

  @Test
  void readsAnArchiveOfAnswersEachWithItsPages() throws IOException {
    String day =
        "{\"rows\":[{\"keys\":[\"2026-10-0%d\"],\"clicks\":3,\"impressions\":9,\"ctr\":0.333,"
            + "\"position\":2}],\"responseAggregationType\":\"byProperty\"}\n";
    var entries = new LinkedHashMap<String, String>();
    entries.put("date.json", day.formatted(1) + day.formatted(2));
    entries.put("date-query.json", day.formatted(1).replace("01\"]", "01\",\"kia\"]"));

    var tables = read(TestFile.of("pulled.zip", Archives.zip(entries))).tables();

    assertThat(tables).extracting(table -> table.rows().size()).containsExactly(2, 1);
    assertThat(tables.get(1).header().cut()).containsExactly("query");
  }

  @Test
  void refusesOtherJson() throws IOException {
    assertThat(connector().recognise(TestFile.of("a.json", "{\"rows\":[{\"id\":1}]}")))
        .isInstanceOf(Recognition.Refused.class);
  }
}
