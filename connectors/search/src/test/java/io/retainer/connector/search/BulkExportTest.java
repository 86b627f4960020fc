package io.retainer.connector.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Connector;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadSettings;
import io.retainer.testkit.ConnectorContract;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BulkExportTest extends ConnectorContract {

  @Override
  protected Connector connector() {
    return new BulkExport();
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(fixture("url-impression.csv"), fixture("site-impression.jsonl"));
  }

  @Override
  protected ReadSettings settings() {
    return new ReadSettings(
        ZoneId.of("Europe/Helsinki"),
        Currency.getInstance("EUR"),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  private static TestFile fixture(String name) {
    return TestFile.resource(BulkExportTest.class, "fixtures/" + name);
  }

  @Test
  void keepsWebResultsApartFromAllOthers() throws IOException {
    var sink = read(fixture("url-impression.csv"));

    assertThat(sink.tables()).hasSize(2);
    var web = sink.tables().get(0);
    assertThat(web.header().account()).isEqualTo("sc-domain:birch.example");
    assertThat(web.header().grain()).isEqualTo(Grain.DAY);
    assertThat(web.header().cut()).containsExactlyInAnyOrder("query", "page", "country", "device");
    assertThat(web.column("clicks")).containsExactly(2L, 0L, 5L);
    assertThat(web.column("search_type")).containsOnly("web");
    var images = sink.tables().get(1);
    assertThat(images.header().cut()).contains("search_type");
    assertThat(images.header().complete()).isFalse();
    assertThat(images.column("search_type")).containsOnly("image");
  }

  @Test
  void countsPositionsFromOneAndNamesAnonymousQueries() throws IOException {
    var web = read(fixture("url-impression.csv")).tables().get(0);

    assertThat(web.column("position"))
        .usingElementComparator((a, b) -> ((BigDecimal) a).compareTo((BigDecimal) b))
        .containsExactly(new BigDecimal("3.5"), BigDecimal.ONE, BigDecimal.ONE);
    assertThat(web.column("is_anonymised")).containsExactly(false, true, false);
    assertThat(web.column("query")).containsExactly("two person tent", null, "birch");
  }

  @Test
  void readsJsonLinesOfTheTableByProperty() throws IOException {
    var table = read(fixture("site-impression.jsonl")).table();

    assertThat(table.header().cut()).containsExactlyInAnyOrder("query", "country", "device");
    assertThat(table.column("impressions")).containsExactly(10L, 3L);
    assertThat((BigDecimal) table.rows().get(1).value("position")).isEqualByComparingTo("3");
  }
}
