package io.retainer.kpi.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/**
 * Against the same models fitted by SciPy 1.17 (Nelder-Mead, then BFGS, from three starts) to 150
 * simulated customers.
 */
class ExpectedPurchasesTest {

  private static final Percentage CLOSE = Percentage.withPercentage(0.01);

  private static List<List<BigDecimal>> customers() throws IOException {
    try (var reader =
        new BufferedReader(
            new InputStreamReader(
                ExpectedPurchasesTest.class.getResourceAsStream("/table/buyers.csv"),
                StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .skip(1)
          .map(line -> Arrays.stream(line.split(",")).map(BigDecimal::new).toList())
          .map(row -> valued(row, row.get(0)))
          .toList();
    }
  }

  /** A row with so many repeats whose worth is known. */
  private static List<BigDecimal> valued(List<BigDecimal> row, BigDecimal valued) {
    return List.of(row.get(0), row.get(1), row.get(2), row.get(3), valued, row.get(row.size() - 1));
  }

  private static Map<String, BigDecimal> measures(TableResult result) {
    Map<String, BigDecimal> measures = new TreeMap<>();
    result.table().rows().forEach(r -> measures.put((String) r.get(0), (BigDecimal) r.get(1)));
    return measures;
  }

  @Test
  void findsTheParametersThatAnotherOptimiserFinds() throws IOException {
    TableResult result = estimated(customers(), true);
    Map<String, BigDecimal> measures = measures(result);

    assertThat(measures.get("log-likelihood").doubleValue()).isCloseTo(-1153.8416720, within(1e-5));
    assertThat(measures.get("r").doubleValue()).isCloseTo(1.2187315, CLOSE);
    assertThat(measures.get("alpha (weeks)").doubleValue()).isCloseTo(6.1040932, CLOSE);
    assertThat(measures.get("a").doubleValue()).isCloseTo(0.4830043, CLOSE);
    assertThat(measures.get("b").doubleValue()).isCloseTo(0.9410671, CLOSE);
    assertThat(measures.get("p").doubleValue()).isCloseTo(7.9933118, CLOSE);
    assertThat(measures.get("q").doubleValue()).isCloseTo(4.4464947, CLOSE);
    assertThat(measures.get("v").doubleValue()).isCloseTo(14.1970529, CLOSE);
    assertThat(measures.get("expected purchases").doubleValue()).isCloseTo(245.9372441, CLOSE);
    assertThat(result.value().orElseThrow().doubleValue()).isCloseTo(50.5488317, CLOSE);
    assertThat(result.denominator())
        .hasValueSatisfying(n -> assertThat(n).isEqualByComparingTo("150"));
  }

  /**
   * An order whose total nobody knows has brought an unknown amount, not nothing: by which it would
   * be 42.21. Expected by SciPy.
   */
  @Test
  void whatIsNotKnownIsNotZero() throws IOException {
    List<List<BigDecimal>> oneUnknown =
        customers().stream()
            .map(row -> row.get(0).intValue() < 2 ? row : withOneUnknown(row))
            .toList();

    double value = estimated(oneUnknown, true).value().orElseThrow().doubleValue();

    assertThat(value).isCloseTo(50.5194111, CLOSE);
  }

  /** As much for each purchase, of which one less is known. */
  private static List<BigDecimal> withOneUnknown(List<BigDecimal> row) {
    BigDecimal known = row.get(0).subtract(BigDecimal.ONE);
    BigDecimal spent = row.get(3).multiply(known).divide(row.get(0), MathContext.DECIMAL64);
    return List.of(row.get(0), row.get(1), row.get(2), spent, known, row.get(5));
  }

  @Test
  void countsPurchasesWithoutAnAmount() throws IOException {
    TableResult result = estimated(customers(), false);

    assertThat(result.value().orElseThrow().doubleValue()).isCloseTo(245.9372441 / 150, CLOSE);
    assertThat(measures(result)).doesNotContainKey("p");
  }

  @Test
  void saysNothingOfAHandfulOfCustomers() throws IOException {
    List<List<BigDecimal>> few =
        customers().stream().filter(row -> row.get(0).signum() > 0).limit(9).toList();

    assertThat(ExpectedPurchases.of(few, 180, true))
        .isEqualTo(new ExpectedPurchases.TooFewCameBack(9, 10));
  }

  @Test
  void saysNothingWhereAllCustomersAreAlike() {
    List<List<BigDecimal>> alike =
        List.of(
            List.of(
                new BigDecimal(5),
                new BigDecimal(50),
                new BigDecimal(60),
                new BigDecimal(100),
                new BigDecimal(5),
                new BigDecimal(40)));

    assertThat(ExpectedPurchases.of(alike, 180, true))
        .isEqualTo(new ExpectedPurchases.OrdersFitNoModel());
  }

  @Test
  void tellsAmountsThatFitNoModelFromOrdersThatDo() throws IOException {
    List<List<BigDecimal>> freeOfCharge =
        customers().stream()
            .map(
                row ->
                    List.of(
                        row.get(0),
                        row.get(1),
                        row.get(2),
                        BigDecimal.ZERO,
                        row.get(4),
                        row.get(5)))
            .toList();

    assertThat(ExpectedPurchases.of(freeOfCharge, 180, true))
        .isEqualTo(new ExpectedPurchases.AmountsFitNoModel());
    assertThat(ExpectedPurchases.of(freeOfCharge, 180, false))
        .isInstanceOf(ExpectedPurchases.Estimated.class);
  }

  private static TableResult estimated(List<List<BigDecimal>> rows, boolean money) {
    return ((ExpectedPurchases.Estimated) ExpectedPurchases.of(rows, 180, money)).result();
  }

  @Test
  void hypergeometricSeriesAgreesWithItsClosedForms() {
    assertThat(BgNbd.hypergeometric(1, 1, 2, 0.5)).isCloseTo(2 * Math.log(2), within(1e-12));
    assertThat(BgNbd.hypergeometric(2, 3, 3, 0.9)).isCloseTo(Math.pow(0.1, -2), within(1e-9));
  }
}
