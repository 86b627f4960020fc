package io.retainer.workspace.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.retainer.model.fact.ExchangeRates;
import io.retainer.workspace.State;
import io.retainer.workspace.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatesTest {

  private static final Instant NOW = Instant.parse("2026-11-01T08:00:00Z");

  /** As the European Central Bank writes it: the latest day first, a comma at the end. */
  private static final String OF_BANK =
      """
      Date,USD,JPY,CYP,
      2026-10-05,1.0800,160.5,N/A,
      2026-10-02,1.1000,161.25,N/A,
      2026-10-01,1.0950,161,N/A,
      """;

  @TempDir Path home;
  private State state;
  private Rates rates;

  @BeforeEach
  void open() {
    state = TestDatabase.open(home);
    rates = new Rates(state.jdbi(), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @AfterEach
  void close() {
    state.close();
  }

  private Optional<RateFile> added(String name, String text) {
    return rates.add(name, text.getBytes(StandardCharsets.UTF_8), "ann");
  }

  private Optional<ExchangeRates.Rate> rate(String currency, String into, String day) {
    return rates.inForce().orElseThrow().rate(currency, into, LocalDate.parse(day));
  }

  private static BigDecimal quotient(String one, String other) {
    return new BigDecimal(one)
        .divide(new BigDecimal(other), MathContext.DECIMAL128)
        .setScale(15, RoundingMode.HALF_EVEN);
  }

  @Test
  void theBanksOwnFileIsReadAndEachRateCrossesTheEuro() {
    RateFile file = added("eurofxref-hist.csv", OF_BANK).orElseThrow();

    assertThat(file.added()).isEqualTo(6);
    assertThat(file.first()).isEqualTo("2026-10-01");
    assertThat(file.last()).isEqualTo("2026-10-05");
    assertThat(rate("USD", "EUR", "2026-10-02").orElseThrow().factor())
        .isEqualTo(quotient("1", "1.1"));
    assertThat(rate("EUR", "USD", "2026-10-02").orElseThrow().factor()).isEqualByComparingTo("1.1");
    assertThat(rate("JPY", "USD", "2026-10-02").orElseThrow().factor())
        .isEqualTo(quotient("1.1", "161.25"));
    assertThat(rate("CYP", "EUR", "2026-10-02")).isEmpty();
  }

  @Test
  void itsZipAndItsFileOfADayAreReadToo() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("eurofxref-hist.csv"));
      zip.write(OF_BANK.getBytes(StandardCharsets.UTF_8));
    }

    assertThat(rates.add("C:\\down\\eurofxref-hist.zip", bytes.toByteArray(), "ann"))
        .map(RateFile::name)
        .contains("eurofxref-hist.zip");
    assertThat(added("eurofxref.csv", "Date, USD, JPY, \n30 October 2026, 1.15, 170, \n"))
        .map(RateFile::added)
        .contains(2);
    assertThat(rate("USD", "EUR", "2026-10-31").orElseThrow().factor())
        .isEqualTo(quotient("1", "1.15"));
  }

  @Test
  void aRateHoldsOverTheWeekendAndForAWeekAtMost() {
    added("rates.csv", OF_BANK);

    ExchangeRates.Rate ofSunday = rate("USD", "EUR", "2026-10-04").orElseThrow();
    assertThat(ofSunday.factor()).isEqualTo(quotient("1", "1.1"));
    assertThat(ofSunday.published()).isEqualTo("2026-10-02");
    assertThat(rate("USD", "EUR", "2026-10-12")).isPresent();
    assertThat(rate("USD", "EUR", "2026-10-13")).isEmpty();
    assertThat(rate("USD", "EUR", "2026-09-30")).isEmpty();
  }

  @Test
  void aPlainTableMayQuoteAnyBase() {
    added("nbrb.csv", "date,currency,base,rate\n2026-10-01,BYN,USD,3.25\n2026-10-01,BYN,EUR,3.5\n");

    assertThat(rate("USD", "BYN", "2026-10-01").orElseThrow().factor())
        .isEqualByComparingTo("3.25");
    assertThat(rate("BYN", "EUR", "2026-10-01").orElseThrow().factor())
        .isEqualTo(quotient("1", "3.5"));
  }

  @Test
  void whatALaterFileSaysOfADayCountsAndTheEarlierOneStays() {
    added("rates.csv", OF_BANK);
    ExchangeRates before = rates.inForce().orElseThrow();

    RateFile later = added("rates.csv", OF_BANK.replace("1.1000", "1.1001")).orElseThrow();

    assertThat(later.added()).isZero();
    assertThat(later.changed()).isEqualTo(1);
    assertThat(rate("EUR", "USD", "2026-10-02").orElseThrow().factor())
        .isEqualByComparingTo("1.1001");
    assertThat(before.rate("EUR", "USD", LocalDate.of(2026, 10, 2)).orElseThrow().factor())
        .isEqualByComparingTo("1.1");
    assertThat(rates.files()).extracting(RateFile::number).containsExactly(2, 1);
    assertThat(rates.inForce().orElseThrow().title())
        .startsWith("rates.csv, no. 2, 2026-11-01, " + later.sha256().substring(0, 12));
  }

  @Test
  void aFileThatSaysNothingNewIsNotAnotherOne() {
    added("rates.csv", OF_BANK);

    assertThat(added("again.csv", OF_BANK)).isEmpty();
    assertThat(rates.files()).hasSize(1);
  }

  @Test
  void theLatestFileIsTakenBackAndWhatHeldBeforeHoldsAgain() {
    added("rates.csv", OF_BANK);
    String before = rates.inForce().orElseThrow().title();
    added("wrong.csv", OF_BANK.replace("1.1000", "11000") + "2026-09-30,1.2,160,N/A,\n");

    RateFile undone = rates.undo(2, "ben");

    assertThat(undone.name()).isEqualTo("wrong.csv");
    assertThat(rate("EUR", "USD", "2026-10-02").orElseThrow().factor()).isEqualByComparingTo("1.1");
    assertThat(rate("EUR", "USD", "2026-09-30")).isEmpty();
    assertThat(rates.inForce().orElseThrow().title()).isEqualTo(before);
    assertThat(rates.files())
        .extracting(RateFile::number, RateFile::undoneBy)
        .containsExactly(tuple(2, Optional.of("ben")), tuple(1, Optional.empty()));
  }

  @Test
  void whatWasTakenBackIsTakenOnceMore() {
    added("rates.csv", OF_BANK);
    rates.undo(1, "ben");
    assertThat(rates.inForce()).isEmpty();

    RateFile again = added("rates.csv", OF_BANK).orElseThrow();

    assertThat(again.number()).isEqualTo(2);
    assertThat(again.added()).isEqualTo(6);
    assertThat(rate("EUR", "USD", "2026-10-02")).isPresent();
  }

  @Test
  void onlyTheLatestThatCountsIsTakenBack() {
    added("rates.csv", OF_BANK);
    added("rates.csv", OF_BANK.replace("1.1000", "1.1001"));

    assertThatThrownBy(() -> rates.undo(1, "ben"))
        .isInstanceOf(RatesException.class)
        .hasMessage("No. 1 is not the latest file that counts; take back no. 2 first.");
    assertThatThrownBy(() -> rates.undo(3, "ben")).hasMessage("There is no file of rates no. 3.");
    rates.undo(2, "ben");
    assertThatThrownBy(() -> rates.undo(2, "ben")).hasMessage("No. 2 was taken back already.");
    rates.undo(1, "ben");
    assertThat(rates.inForce()).isEmpty();
  }

  /** Each of them is taken whole, or refused with words that say to add it once more. */
  @Test
  void filesThatComeAtTheSameMomentDoNotMix() {
    List<String> answers =
        IntStream.range(0, 12)
            .parallel()
            .mapToObj(
                i -> {
                  try {
                    return added("r%d.csv".formatted(i), OF_BANK.replace("1.1000", "1.2" + i))
                        .map(RateFile::name)
                        .orElseThrow();
                  } catch (RatesException e) {
                    return e.getMessage();
                  }
                })
            .toList();

    assertThat(answers)
        .allMatch(it -> it.startsWith("r") && (it.endsWith(".csv") || it.endsWith("once more.")));
    assertThat(rates.files())
        .extracting(RateFile::number)
        .doesNotHaveDuplicates()
        .hasSize((int) answers.stream().filter(it -> it.endsWith(".csv")).count());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-10-01,USD,EUR,-1.1|expected a number above zero",
        "2026-10-01,USD,EUR,0|expected a number above zero",
        "2026-10-01,USD,EUR,0.0000000001|expected a number above zero",
        "2026-10-01,USD,EUR,1e5|expected a number above zero",
        "2026-10-01,USD,EUR,99999999999|expected a number above zero",
        "2026-10-01,DOL,EUR,1.1|no currency of ISO 4217",
        "2026-10-01,EUR,EUR,1|is about EUR in EUR",
        "2026-11-03,USD,EUR,1.1|rates are of past days",
        "1969-12-31,USD,EUR,1.1|rates are of past days",
        "01.10.2026,USD,EUR,1.1|for a day like 2026-10-05",
        "2026-10-01,USD,EUR|has 3 cells in the place of 4",
        "2026-09-30,USD,EUR,1.2|the second about USD in EUR on 2026-09-30"
      })
  void aWrongLineIsNamedAndNothingIsTaken(String line, String problem) {
    String text = "date,currency,base,rate\n2026-09-30,USD,EUR,1.1\n" + line + "\n";

    assertThatThrownBy(() -> added("rates.csv", text))
        .isInstanceOf(RatesException.class)
        .hasMessageContaining("rates.csv was not taken. Line 3 ")
        .hasMessageContaining(problem);
    assertThat(rates.files()).isEmpty();
    assertThat(rates.inForce()).isEmpty();
  }

  @Test
  void whatIsNoTableOfRatesIsRefused() {
    assertThatThrownBy(() -> added("a.csv", "Day,Clicks\n2026-10-01,5\n"))
        .hasMessageContaining("date,currency,base,rate");
    assertThatThrownBy(() -> added("a.csv", "Date,USD,USD\n2026-10-01,5,5\n"))
        .hasMessageContaining("Its first line is neither");
    assertThatThrownBy(() -> added("a.csv", "Date,USD\n")).hasMessageContaining("no rate in it");
    assertThatThrownBy(() -> added("a.csv", "")).hasMessageContaining("no rate in it");
    assertThatThrownBy(() -> rates.add("a.csv", new byte[] {(byte) 0xff, 1}, "ann"))
        .hasMessageContaining("UTF-8");
    assertThatThrownBy(() -> rates.add("a.zip", "PK-no".getBytes(StandardCharsets.UTF_8), "ann"))
        .hasMessageContaining("no CSV in it");
  }

  @Test
  void aBombOfAZipIsRefusedBeforeItFillsTheMemory() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("rates.csv"));
      byte[] zeros = new byte[1024 * 1024];
      for (int i = 0; i < 200; i++) {
        zip.write(zeros);
      }
    }

    assertThatThrownBy(() -> rates.add("bomb.zip", bytes.toByteArray(), "ann"))
        .hasMessageContaining("more than 16 MB");
  }
}
