package io.retainer.connector.seo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.retainer.spi.Connector;
import io.retainer.spi.DateSpan;
import io.retainer.testkit.ConnectorContract;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.RecordingSink.ReadTable;
import io.retainer.testkit.Samples;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SemrushPositionTrackingTest extends ConnectorContract {

  private final SemrushPositionTracking semrush = new SemrushPositionTracking();

  @Override
  protected Connector connector() {
    return semrush;
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(file("position_tracking_overview.csv.xls"));
  }

  @Test
  void readsAPositionForEachKeywordAndDay() throws IOException {
    ReadTable positions = read(file("position_tracking_overview.csv.xls")).table();

    assertThat(positions.header().account()).isEqualTo("sample, campaign 12850000_1170000");
    assertThat(positions.rows()).hasSize(6);
    assertThat(positions.column("position"))
        .containsExactly(
            null, new BigDecimal("32"), new BigDecimal("7"), new BigDecimal("5"), null, null);
    assertThat(positions.column("domain")).containsOnly("shop.example");
    assertThat(positions.rows().get(1).value("url")).isEqualTo("https://shop.example/rain");
    assertThat(positions.rows().get(1).period())
        .isEqualTo(DateSpan.ofDay(LocalDate.of(2026, 2, 8)));
  }

  @Test
  void leavesCompetitorsOut() throws IOException {
    ReadTable positions =
        read(TestFile.of(
                "overview.csv",
                """
                Keyword,*.shop.example/*_20260201,*.rival.example/*_20260201,Search Volume
                tent,9,1,90
                """))
            .table();

    assertThat(positions.column("position")).containsExactly(new BigDecimal("9"));
  }

  @Test
  void readsTheGenuineExport() throws IOException {
    var genuine = Samples.find("semrush/position_tracking_overview.csv.xls");
    assumeThat(genuine).isPresent();

    RecordingSink sink = read(TestFile.of(genuine.orElseThrow()));

    assertThat(sink.issues()).isEmpty();
    assertThat(sink.table().rejected()).isEmpty();
    assertThat(sink.table().column("position")).contains(new BigDecimal("32"));
  }

  private static TestFile file(String name) {
    return TestFile.resource(SemrushPositionTrackingTest.class, name);
  }
}
