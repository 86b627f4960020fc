package io.retainer.connector.google;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadSettings;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Weeks and months of a report that are numbers without a year. */
class WeeksTest {

  private static final String ROWS =
      "Organic Social,01,40,38\n" + "Organic Social,02,50,45\n" + "Direct,02,7,6\n";

  @Test
  void readsTheWeeksOfAReportWithinAYear() throws IOException {
    RecordingSink sink = read("Week", "20250101", "20251212", ROWS);

    assertThat(sink.issues()).isEmpty();
    assertThat(sink.tables()).hasSize(2);
    assertThat(sink.tables().get(0).header().grain()).isEqualTo(Grain.WEEK);
    assertThat(sink.tables().get(0).header().cut()).containsExactly("channel");
    assertThat(sink.tables().get(0).column("sessions")).containsExactly(50L, 7L);
    assertThat(sink.tables().get(0).rows().get(0).period())
        .isEqualTo(days(LocalDate.of(2025, 1, 5), LocalDate.of(2025, 1, 11)));
    assertThat(sink.tables().get(1).header().grain()).isEqualTo(Grain.PERIOD);
    assertThat(sink.tables().get(1).rows().get(0).period())
        .isEqualTo(days(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 1, 4)));
  }

  @Test
  void readsTheMonthsOfAReportWithinAYear() throws IOException {
    RecordingSink sink = read("Month", "20250101", "20250228", ROWS);

    assertThat(sink.table().header().grain()).isEqualTo(Grain.MONTH);
    assertThat(sink.table().rows().get(1).period())
        .isEqualTo(days(LocalDate.of(2025, 2, 1), LocalDate.of(2025, 2, 28)));
  }

  @Test
  void guessesNoYear() throws IOException {
    RecordingSink sink = read("Week", "20241201", "20250131", ROWS);

    assertThat(sink.tables()).isEmpty();
    assertThat(sink.issues())
        .singleElement()
        .satisfies(issue -> assertThat(issue.saw()).contains("\"Week\" has no year"));
  }

  @Test
  void rejectsAWeekThatIsNone() throws IOException {
    RecordingSink sink = read("Week", "20250101", "20251212", ROWS + "Direct,77,1,1\n");

    assertThat(sink.tables().get(0).rejected()).hasSize(1);
  }

  private static RecordingSink read(String span, String first, String last, String rows)
      throws IOException {
    String text =
        "# ----------------------------------------\n# Traffic acquisition: Session primary channel"
            + " group (Default Channel Group)\n# Account: Kiosk\n# Property: Kiosk\n"
            + "# ----------------------------------------\n# \n# All Users\n"
            + ("# Start date: " + first + "\n# End date: " + last + "\n")
            + ("Session primary channel group (Default Channel Group)," + span)
            + ",Sessions,Engaged sessions\n"
            + rows;
    var sink = new RecordingSink();
    new GoogleAnalytics4()
        .read(
            TestFile.of("export.csv", text.getBytes(StandardCharsets.UTF_8)),
            new ReadSettings(
                ZoneId.of("UTC"),
                Currency.getInstance("EUR"),
                Optional.empty(),
                Optional.empty(),
                Map.of()),
            sink);
    return sink;
  }

  private static DateSpan days(LocalDate first, LocalDate last) {
    return DateSpan.ofDays(first, last);
  }
}
