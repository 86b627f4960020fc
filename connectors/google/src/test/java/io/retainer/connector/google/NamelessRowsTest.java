package io.retainer.connector.google;

import static io.retainer.connector.google.AnalyticsFiles.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.testkit.RecordingSink.ReadTable;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Rows whose first cell is empty: sessions without a landing page, or an unsaid total. */
class NamelessRowsTest {

  private static final String LANDING_PAGES =
      """
      # ----------------------------------------
      # Landing page: Landing page
      # Account: Birch
      # Property: birch.example
      # ----------------------------------------
      #
      # All Users
      # Start date: 20261001
      # End date: 20261031
      Landing page,Sessions,Active users,New users,Average engagement time per session,Key events,Total revenue
      /shop,845,811,799,19.059171597633135,4,0
      (not set),113,64,0,20.212389380530972,0,0
      """;

  private static ReadTable landingPages(String row) throws IOException {
    return read(TestFile.of("landing.csv", LANDING_PAGES + row)).table();
  }

  @Test
  void sessionsWithoutALandingPageAreSessions() throws IOException {
    ReadTable table = landingPages(",13,12,0,9.846153846153847,0,0\n/shop/tea,12,11,8,64.8,0,0\n");

    assertThat(table.column("sessions")).containsExactlyInAnyOrder(845L, 113L, 13L, 12L);
    assertThat(table.totals()).isEmpty();
    assertThat(table.rejected()).isEmpty();
  }

  @Test
  void aRowThatSaysWhatTheOthersAddUpToIsTheirTotal() throws IOException {
    ReadTable table = landingPages(",958,870,799,19.2,4,0\n");

    assertThat(table.column("sessions")).containsExactly(845L, 113L);
    assertThat(table.totals())
        .anySatisfy(
            total -> {
              assertThat(total.column()).isEqualTo("sessions");
              assertThat(total.value()).isEqualByComparingTo("958");
            });
  }

  @Test
  void soManyThatTheMemoryWouldNotHoldThemAreRows() throws IOException {
    var rows = new StringBuilder();
    for (int i = 1; i <= 20_001; i++) {
      rows.append(",%d,1,1,1,0,0\n".formatted(i));
    }

    ReadTable table = landingPages(rows.toString());

    assertThat(table.column("sessions"))
        .hasSize(20_003)
        .startsWith(845L, 113L, 20_001L, 1L)
        .endsWith(20_000L);
  }

  @Test
  void aRowWithoutItsDayIsNoRow() throws IOException {
    ReadTable table =
        read(TestFile.of("days.csv", "Date,Sessions\n,9\n20261001,20\n20261002,30\n")).table();

    assertThat(table.column("sessions")).containsExactly(20L, 30L);
    assertThat(table.totals()).singleElement().satisfies(t -> assertThat(t.line()).isEqualTo(2));
  }
}
