package io.retainer.kpi;

import io.retainer.kpi.formula.Formula;
import io.retainer.kpi.formula.FormulaWords;
import io.retainer.kpi.script.Chosen;
import io.retainer.kpi.table.ExpectedPurchases;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Converted;
import io.retainer.model.fact.Coverage;
import io.retainer.model.fact.Coverage.Extent;
import io.retainer.model.fact.NamedColumns;
import io.retainer.model.fact.Reason;
import io.retainer.model.fact.TooManyGroups;
import io.retainer.spi.DateSpan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Why a calculation has no number, or not all of it. */
final class Reasons {

  /** What the reason of an uplift begins with where it is of no one experiment. */
  static final String SEVERAL = "several";

  private static final int NAMED_EXPERIMENTS = 3;

  private Reasons() {}

  static Reason nothingImported() {
    return new Reason(Reason.Code.NOTHING_IMPORTED, List.of(), "Nothing was imported yet.");
  }

  static Reason unset(List<String> parameters) {
    return new Reason(
        Reason.Code.PARAMETER_NOT_SET,
        parameters,
        "The client has no value for "
            + String.join(", ", parameters)
            + " yet; give it one with: retainer client set");
  }

  static Reason illegal(Chosen.Illegal illegal) {
    return new Reason(
        Reason.Code.PARAMETER_NOT_POSSIBLE,
        List.of(illegal.blamed()),
        "The client's "
            + illegal.blamed()
            + " is not possible: "
            + why(illegal)
            + ". Give it another value with: retainer client set");
  }

  /** What a value makes illegal, in the words of the language. */
  static String why(Chosen.Illegal illegal) {
    KpiProblem problem = illegal.problem();
    return illegal.of()
        + " ("
        + problem.file()
        + ":"
        + problem.line()
        + ") "
        + problem.message()
        + (problem.advice().isEmpty() ? "" : "; " + problem.advice());
  }

  static Reason mixed(Coverage coverage) {
    List<String> codes = List.copyOf(new TreeSet<>(coverage.currencies()));
    return new Reason(
        Reason.Code.MIXED_CURRENCIES,
        codes,
        "Amounts of several currencies meet: "
            + String.join(", ", codes)
            + ". Have the client's amounts converted at the agency's exchange rates (retainer client"
            + " set ID convert-amounts=on), or hold them to one, like where(currency == 'EUR').");
  }

  /** A price in another currency than what it is paid for. */
  static Reason priced(String parameter, String own, String ofRows) {
    return new Reason(
        Reason.Code.MIXED_CURRENCIES,
        List.copyOf(new TreeSet<>(List.of(own, ofRows))),
        "Amounts of several currencies meet: the rows are in %2$s, and the parameter %3$s is in %1$s. Give the client a value in %2$s: retainer client set"
            .formatted(own, ofRows, parameter));
  }

  /** Empty when all amounts are in the client's currency. */
  static Optional<Reason> unconverted(Coverage coverage, Converted converted) {
    return coverage.currencies().stream()
        .filter(currency -> !currency.equals(converted.into()))
        .sorted()
        .findFirst()
        .map(currency -> withoutRate(currency, converted));
  }

  private static Reason withoutRate(String currency, Converted converted) {
    String day =
        converted.lacking().stream()
            .filter(amounts -> amounts.currency().equals(currency))
            .map(amounts -> amounts.days().start().toString())
            .findFirst()
            .orElse("");
    return new Reason(
        Reason.Code.NO_EXCHANGE_RATE,
        List.of(currency, day),
        "There is no exchange rate of %s for %s, so amounts cannot be converted to %s. Add the rates of that day: retainer rates import FILE"
            .formatted(currency, day, converted.into()));
  }

  static Reason tooLarge() {
    return new Reason(
        Reason.Code.TOO_LARGE,
        List.of(),
        "The number becomes too large; what is compounded must be a rate, like 1 - a / b.");
  }

  static Reason nothingToDivideBy(Formula formula) {
    String words = FormulaWords.of(formula);
    return new Reason(
        Reason.Code.ZERO_DENOMINATOR,
        List.of(words),
        "There is nothing to divide by: " + words + ".");
  }

  static Reason zero(Formula denominator) {
    String words = FormulaWords.of(denominator);
    return new Reason(
        Reason.Code.ZERO_DENOMINATOR, List.of(words), "The denominator is zero: " + words + ".");
  }

  static Reason severalExperiments(BigDecimal number) {
    return severalExperiments(number.toBigInteger().toString(), List.of(), "");
  }

  /**
   * @param names all of them
   */
  static Reason severalExperiments(List<String> names) {
    List<String> first = names.subList(0, Math.min(NAMED_EXPERIMENTS, names.size()));
    int further = names.size() - first.size();
    String listed =
        first.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "))
            + (further > 0 ? " and " + further + " more" : "");
    return severalExperiments(String.valueOf(names.size()), first, " (" + listed + ")");
  }

  private static Reason severalExperiments(String number, List<String> names, String listed) {
    List<String> arguments = new ArrayList<>(List.of(SEVERAL, number));
    arguments.addAll(names);
    return new Reason(
        Reason.Code.NO_UPLIFT,
        arguments,
        "The rows are of "
            + number
            + " experiments"
            + listed
            + ", and A of one is no A of another: look at it by experiment, or make a KPI for one,"
            + " with where experiment == 'button'.");
  }

  static Reason nothingToMeasure(Formula statistic) {
    String words = FormulaWords.of(statistic);
    return new Reason(
        Reason.Code.NOTHING_TO_MEASURE,
        List.of(words),
        "No row of the period has a value for " + words + ".");
  }

  static Reason tooManyGroups(TooManyGroups refusal) {
    return new Reason(
        Reason.Code.TOO_MANY_GROUPS,
        List.of(Integer.toString(refusal.most())),
        refusal.getMessage() + ".");
  }

  static Reason withoutValues(Aggregation aggregation) {
    List<String> columns = List.copyOf(NamedColumns.ofValues(aggregation));
    return new Reason(
        Reason.Code.COLUMN_NOT_IMPORTED,
        columns,
        "No row of the period has " + String.join(", ", columns) + ".");
  }

  static Reason cannotBeAdded(String column) {
    return new Reason(
        Reason.Code.DISTINCT_OVER_DAYS,
        List.of(column),
        "The source counted " + column + " in several rows, and distinct people cannot be added.");
  }

  /** Why a number that is covered in part, or whose source left rows out, is not sure. */
  static Reason unsure(Coverage coverage) {
    if (coverage.extent() == Extent.FULL) {
      return rowsLeftOut();
    }
    return missing(coverage.missing());
  }

  static Reason missing(List<DateSpan> spans) {
    List<String> days = spans.stream().map(Object::toString).toList();
    return new Reason(
        Reason.Code.MISSING_DAYS, days, "There are no data for " + String.join(", ", days) + ".");
  }

  /** Why a number that looks back is not of all the days that it should be of. */
  static Optional<Reason> earlierMissing(LocalDate from, Coverage coverage) {
    return coverage
        .begins()
        .filter(begins -> begins.isAfter(from))
        .map(
            begins ->
                new Reason(
                    Reason.Code.EARLIER_DAYS_MISSING,
                    List.of(from.toString(), begins.toString()),
                    "It looks back to %s, and the data begin on %s.".formatted(from, begins)));
  }

  /** Why what is made of parts that have different days has no number. */
  static Reason unlikeDays(Coverage coverage) {
    List<String> days = coverage.missing().stream().map(Object::toString).toList();
    return new Reason(
        Reason.Code.UNLIKE_DAYS,
        days,
        "Cannot be computed over the days that all of its parts have; some of them have no data for "
            + String.join(", ", days)
            + ".");
  }

  static Reason rowsLeftOut() {
    return new Reason(
        Reason.Code.ROWS_LEFT_OUT, List.of(), "The source left rows out of its export.");
  }

  /** That a value was not counted, where nobody says how far off it may be. */
  static Reason estimate() {
    return new Reason(Reason.Code.ESTIMATE, List.of(), "The value is an estimate.");
  }

  /** Why what customers are expected to do cannot be told. */
  static Reason noModel(ExpectedPurchases.Outcome outcome) {
    if (outcome instanceof ExpectedPurchases.TooFewCameBack few) {
      return new Reason(
          Reason.Code.NO_MODEL,
          List.of(),
          "Cannot be estimated: %d customers came back, and %d are needed to tell how they buy."
              .formatted(few.repeating(), few.needed()));
    }
    return outcome instanceof ExpectedPurchases.OrdersFitNoModel
        ? new Reason(
            Reason.Code.ORDERS_FIT_NO_MODEL,
            List.of(),
            "Cannot be estimated: enough customers came back, but the times of their orders fit no"
                + " model (BG/NBD), mostly because customers are too much alike.")
        : new Reason(
            Reason.Code.AMOUNTS_FIT_NO_MODEL,
            List.of(),
            "Cannot be estimated: the amounts of repeat orders fit no model (Gamma-Gamma): they are"
                + " too much alike, or a few are far larger than the rest.");
  }

  static Reason clientsLack(List<String> names, boolean days) {
    return new Reason(
        days ? Reason.Code.CLIENTS_INCOMPLETE : Reason.Code.CLIENTS_LACKING,
        names,
        (days
                ? "Days are missing, or all figures, of "
                : "Figures are missing, wholly or in part, of ")
            + String.join(", ", names)
            + ".");
  }

  static Reason clientsHaveNone(List<String> names) {
    return new Reason(
        Reason.Code.CLIENTS_LACKING,
        names,
        "There are no figures of " + String.join(", ", names) + ".");
  }

  static Reason clientsOverlap(String column) {
    return new Reason(
        Reason.Code.CLIENTS_OVERLAP,
        List.of(column),
        column + " is counted once at each client; who is at several would count several times.");
  }

  static Reason clientsStatistic() {
    return new Reason(
        Reason.Code.CLIENTS_STATISTIC,
        List.of(),
        "A median, a maximum or a furthest step of several clients cannot be made of theirs.");
  }

  static Reason clientsDiffer(List<String> formulas) {
    return new Reason(
        Reason.Code.CLIENTS_DIFFER,
        formulas,
        "The clients' sources give this by different formulas, whose parts cannot be added: "
            + String.join("; ", formulas)
            + ".");
  }

  static Reason clientsShareRows(List<String> names) {
    return new Reason(
        Reason.Code.CLIENTS_SHARE_ROWS,
        names,
        String.join(", ", names) + " have the same file; its rows would count twice.");
  }

  static Reason clientsMixed(Set<String> currencies) {
    List<String> codes = List.copyOf(new TreeSet<>(currencies));
    return new Reason(
        Reason.Code.MIXED_CURRENCIES,
        codes,
        "The clients' amounts are in several currencies, which are never added up: "
            + String.join(", ", codes)
            + ".");
  }
}
