package io.retainer.connector.reputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.retainer.spi.Connector;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadSettings;
import io.retainer.testkit.ConnectorContract;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.RecordingSink.ReadTable;
import io.retainer.testkit.Samples;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GoogleBusinessProfileTest extends ConnectorContract {

  private static final DateSpan SEPTEMBER =
      DateSpan.ofDays(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 30));

  @Override
  protected Connector connector() {
    return new GoogleBusinessProfile();
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(file("business-profile.csv"), file("business-profile-ru.csv"));
  }

  @Test
  void readsPlacesByTheirNameAndAddress() throws IOException {
    ReadTable places = read(file("business-profile.csv")).table();

    assertThat(places.rows()).hasSize(2);
    assertThat(places.rows().get(1).values())
        .containsEntry("site", "google")
        .containsEntry("location", "Kiosk North, Market 2, Oulu")
        .containsEntry("views_search_mobile", 1204L)
        .containsEntry("directions", 80L)
        .containsEntry("website_clicks", 12L);
    assertThat(places.header().cut()).containsExactly("location");
  }

  @Test
  void takesTheDaysFromTheNameThatGoogleGaveTheFile() throws IOException {
    byte[] bytes = file("business-profile.csv").open().readAllBytes();

    ReadTable places =
        undated(TestFile.of("GMB insights - 2026-9-1 - 2026-9-30 - report.csv", bytes)).table();

    assertThat(places.header().grain()).isEqualTo(Grain.MONTH);
    assertThat(places.rows()).allMatch(row -> row.period().equals(SEPTEMBER));
  }

  @Test
  void asksForTheDaysWhenNothingSaysThem() throws IOException {
    RecordingSink sink = undated(file("business-profile.csv"));

    assertThat(sink.tables()).isEmpty();
    assertThat(sink.issues())
        .singleElement()
        .satisfies(issue -> assertThat(issue.expected()).contains("days"));
  }

  @Test
  void passesOverTheRowThatExplainsTheHeadings() throws IOException {
    for (TestFile sample : samples()) {
      RecordingSink sink = read(sample);
      assertThat(sink.passedOver()).containsEntry(2L, "explains the headings");
      assertThat(sink.table().rejected()).isEmpty();
    }
  }

  @Test
  void readsTheGenuineReports() throws IOException {
    var genuine = Samples.find("google_business_profile/gbp_insights_2025-10.csv");
    assumeThat(genuine).isPresent();

    ReadTable places = read(TestFile.of(genuine.orElseThrow())).table();

    assertThat(places.rows()).hasSize(4);
    assertThat(places.rejected()).isEmpty();
    assertThat(places.column("directions").stream().mapToLong(value -> (Long) value).sum())
        .isEqualTo(45 + 80 + 74 + 67);
  }

  private RecordingSink undated(TestFile file) throws IOException {
    ReadSettings usual = settings();
    var sink = new RecordingSink();
    connector()
        .read(
            file,
            new ReadSettings(
                usual.zone(), usual.currency(), usual.account(), Optional.empty(), usual.values()),
            sink);
    return sink;
  }

  private static TestFile file(String name) {
    return TestFile.resource(GoogleBusinessProfileTest.class, name);
  }
}
