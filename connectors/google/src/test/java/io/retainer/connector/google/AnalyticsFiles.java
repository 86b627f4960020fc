package io.retainer.connector.google;

import io.retainer.spi.DateSpan;
import io.retainer.spi.ReadSettings;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The reports of the tests, and how they are read. */
final class AnalyticsFiles {

  static final DateSpan OCTOBER =
      DateSpan.ofDays(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31));

  private AnalyticsFiles() {}

  static TestFile fixture(String name) {
    return TestFile.resource(AnalyticsFiles.class, "fixtures/" + name);
  }

  static TestFile edited(String fixture, UnaryOperator<String> edit) {
    return TestFile.of(fixture, edit.apply(fixture(fixture).text()));
  }

  static ReadSettings settings(Optional<DateSpan> period) {
    return new ReadSettings(
        ZoneId.of("Europe/Minsk"), Currency.getInstance("EUR"), Optional.empty(), period, Map.of());
  }

  static RecordingSink read(TestFile file) throws IOException {
    return read(file, Optional.empty());
  }

  static RecordingSink read(TestFile file, DateSpan period) throws IOException {
    return read(file, Optional.of(period));
  }

  private static RecordingSink read(TestFile file, Optional<DateSpan> period) throws IOException {
    var sink = new RecordingSink();
    new GoogleAnalytics4().read(file, settings(period), sink);
    return sink;
  }
}
