package io.retainer.warehouse;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.History;
import io.retainer.model.fact.Measure;
import io.retainer.model.fact.PerKey;
import io.retainer.model.fact.RowValue;
import io.retainer.model.fact.TableAsk;
import io.retainer.model.fact.TableQuery;
import io.retainer.spi.Additivity;
import io.retainer.spi.Column;
import io.retainer.spi.Dataset;
import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.spi.Suppressed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Tables of many layouts and grains, and questions about them, from one seed. */
final class RandomFacts {

  private static final LocalDate START = LocalDate.of(2026, 7, 1);
  private static final int DAYS = 123;
  private static final List<String> WORDS = List.of("Search", "SOCIAL", "email_%", "Ä", "");
  private static final List<Dataset> DATASETS =
      List.of(
          Datasets.WEB_TRAFFIC,
          Datasets.SEARCH_QUERIES,
          Datasets.SOCIAL_ACCOUNTS,
          Datasets.ORDERS,
          Datasets.RANKINGS);

  /** Clocks that change together, apart, by half an hour, at midnight, and not any more. */
  private static final ZoneId[] ZONES = {
    ZoneId.of("Europe/Helsinki"),
    ZoneId.of("America/New_York"),
    ZoneId.of("Australia/Lord_Howe"),
    ZoneId.of("America/Santiago"),
    ZoneId.of("Europe/Minsk")
  };

  private final Random random;
  private final ZoneId zone;

  RandomFacts(long seed) {
    random = new Random(seed);
    zone = ZONES[(int) (seed % ZONES.length)];
  }

  /** Imports some tables, of which later ones replace parts of earlier ones. */
  void into(Desk desk) {
    into(desk, UnaryOperator.identity());
  }

  /**
   * @param written what becomes of each table before it is imported
   */
  void into(Desk desk, UnaryOperator<String> written) {
    for (int i = 0; i < 3; i++) {
      desk.accepted(
          written.apply(table("web_traffic", "channel,device,sessions,revenue,users", "DAY")));
      desk.accepted(written.apply(table("web_traffic", "channel,sessions,conversions", "DAY")));
      desk.accepted(written.apply(table("web_traffic", "users,sessions,revenue", "PERIOD")));
      desk.accepted(written.apply(table("web_traffic", "channel,users,sessions", "PERIOD")));
      desk.accepted(
          written.apply(table("search_queries", "page,clicks,impressions,position", "DAY")));
      desk.accepted(written.apply(table("search_queries", "clicks,impressions,position", "WEEK")));
      desk.accepted(
          written.apply(table("social_accounts", "network,followers,reach,engagements", "DAY")));
      desk.accepted(
          written.apply(table("social_accounts", "followers,reach,engagements", "MONTH")));
      desk.accepted(
          written.apply(
              table(
                  "orders",
                  "order_id,customer_key,status,country,total,items,ordered_at,paid_at",
                  "EVENT")));
      desk.accepted(
          written.apply(
              table(
                  "orders",
                  "order_id,customer_key,status,country,total,items,refunded,ordered_at,paid_at",
                  "EVENT")));
      desk.accepted(
          written.apply(
              table("rankings", "keyword,group_name,position,search_volume", "SNAPSHOT")));
    }
  }

  private String table(String name, String columns, String grain) {
    Dataset dataset = Datasets.named(name);
    List<String> cut = new ArrayList<>();
    for (String column : columns.split(",")) {
      if (dataset.column(column).additivity() == Additivity.DIMENSION) {
        cut.add(column);
      }
    }
    StringBuilder text =
        new StringBuilder("table %s columns=%s grain=%s".formatted(name, columns, grain));
    if (!cut.isEmpty() && !grain.equals("EVENT")) {
      text.append(" cut=").append(String.join(",", cut));
    }
    text.append(" account=").append(one("main", "main", "shop"));
    text.append(" currency=").append(one("EUR", "EUR", "EUR", "BYN"));
    if (one(true, false)) {
      text.append(" complete=").append(one("true", "false"));
    }
    int lines = grain.equals("PERIOD") ? 4 : 60;
    for (int i = 0; i < lines; i++) {
      text.append('\n').append(span(Grain.valueOf(grain)));
      for (String column : columns.split(",")) {
        text.append('|').append(cell(dataset, dataset.column(column)));
      }
    }
    return text.toString();
  }

  private DateSpan span(Grain grain) {
    LocalDate day = START.plusDays(random.nextInt(DAYS));
    return switch (grain) {
      case WEEK ->
          DateSpan.ofDays(
              day.with(java.time.DayOfWeek.MONDAY), day.with(java.time.DayOfWeek.SUNDAY));
      case MONTH, PERIOD ->
          DateSpan.ofDays(day.withDayOfMonth(1), day.withDayOfMonth(day.lengthOfMonth()));
      default -> DateSpan.ofDay(day);
    };
  }

  private String cell(Dataset dataset, Column column) {
    if (column.name().endsWith("_id")) {
      return "id-" + random.nextInt(200);
    }
    if (column.name().endsWith("_key")) {
      return one("", "c-" + random.nextInt(25));
    }
    if (random.nextInt(10) == 0) {
      return "";
    }
    if (Suppressed.fits(column) && random.nextInt(30) == 0) {
      return "<" + one("10", "50");
    }
    return switch (column.type()) {
      case INTEGER -> Integer.toString(random.nextInt(1_000) - 50);
      case DECIMAL -> BigDecimal.valueOf(random.nextInt(100_000) - 5_000, 2).toPlainString();
      case TIMESTAMP ->
          START
              .plusDays(random.nextInt(DAYS))
              .atTime(random.nextInt(24), random.nextInt(60), random.nextInt(60))
              .toString();
      default -> word(dataset, column.name());
    };
  }

  /** One of the column's closed list where it has one, as an import takes no other. */
  private String word(Dataset dataset, String column) {
    List<String> words = dataset.relations().values().getOrDefault(column, WORDS);
    return words.get(random.nextInt(words.size()));
  }

  /** Questions as a report asks them: some share rows, periods or dimensions, some nothing. */
  List<FactQuery> questions(int count) {
    List<FactQuery> questions = new ArrayList<>();
    List<DateSpan> shared = periods();
    for (int i = 0; i < count; i++) {
      questions.add(question(one(true, true, false) ? shared : periods()));
    }
    return questions;
  }

  /** What is asked of all times: cohorts, scores by each rule of ties, and purchases. */
  List<TableQuery> tables() {
    RowValue total = new RowValue.ColumnValue("total");
    List<TableAsk> asks = new ArrayList<>();
    asks.add(new TableAsk.Cohorts("customer_key", 12));
    for (TableAsk.Ties ties : TableAsk.Ties.values()) {
      asks.add(new TableAsk.Scores("customer_key", total, DAYS, ties));
    }
    asks.add(new TableAsk.Purchases("customer_key", total));
    DateSpan all = new DateSpan(START, START.plusDays(DAYS));
    return asks.stream()
        .map(
            ask ->
                new TableQuery(
                    Desk.ACME.id(), Datasets.ORDERS, Optional.empty(), Optional.empty(), ask, all))
        .toList();
  }

  private List<DateSpan> periods() {
    List<DateSpan> periods = new ArrayList<>();
    LocalDate first = LocalDate.of(2026, 8 + random.nextInt(3), 1);
    for (int i = 0; i < 2; i++) {
      LocalDate month = first.minusMonths(i);
      periods.add(new DateSpan(month, month.plusMonths(1)));
    }
    for (int i = 0; i < 3; i++) {
      LocalDate start = START.plusDays(random.nextInt(DAYS));
      periods.add(new DateSpan(start, start.plusDays(one(1, 7, 30, 1 + random.nextInt(60)))));
    }
    return periods;
  }

  private FactQuery question(List<DateSpan> periods) {
    Dataset dataset = DATASETS.get(random.nextInt(DATASETS.size()));
    List<Measure> measures = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    Optional<PerKey> perKey =
        dataset.equals(Datasets.ORDERS) && one(true, false)
            ? Optional.of(
                new PerKey(
                    "customer_key",
                    List.of(
                        new Measure("n", new Aggregation.Count(Optional.empty())),
                        new Measure("spent", sum("total")))))
            : Optional.empty();
    boolean isOrders = dataset.equals(Datasets.ORDERS) && perKey.isEmpty();
    Optional<History> history = isOrders ? one(Optional.empty(), history()) : Optional.empty();
    for (int i = 0; i < count; i++) {
      Aggregation ofRows = isOrders ? ofOrders(history) : aggregation(dataset);
      measures.add(new Measure("m" + i, perKey.isPresent() ? ofKeys() : ofRows));
    }
    String dimension = history.isPresent() ? one("acquired", "status") : dimension(dataset);
    return new FactQuery(
        Desk.ACME.id(),
        dataset,
        one(Optional.empty(), condition(dataset)),
        one(List.of(), List.of(), List.of(dimension)),
        perKey,
        measures,
        periods,
        one(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(Grain.MONTH)),
        isOrders ? one(Optional.empty(), Optional.of("paid_at")) : Optional.empty(),
        history,
        zone);
  }

  private Optional<History> history() {
    return Optional.of(
        new History(
            "customer_key",
            one(Optional.empty(), condition(Datasets.ORDERS)),
            List.of(
                new History.Told("n", History.Tells.NTH, Optional.empty()),
                new History.Told("began", History.Tells.FIRST, Optional.of("total")),
                new History.Told("acquired", History.Tells.FIRST, Optional.of("country")),
                new History.Told("age", History.Tells.DAYS_SINCE_FIRST, Optional.empty()),
                new History.Told("pause", History.Tells.DAYS_SINCE_PREVIOUS, Optional.empty()))));
  }

  /** What is asked of things that happen: how long they take, which of a customer's they are. */
  private Aggregation ofOrders(Optional<History> history) {
    Optional<Condition> where = one(Optional.empty(), condition(Datasets.ORDERS));
    RowValue elapsed =
        new RowValue.Elapsed(one(RowValue.Measured.values()), "ordered_at", "paid_at");
    RowValue told = new RowValue.ColumnValue(one("n", "age", "pause", "began"));
    Condition again =
        new Condition.Compare("n", Condition.Comparator.AT_LEAST, BigDecimal.valueOf(2));
    RowValue value = history.isPresent() ? one(elapsed, told, told) : elapsed;
    return one(
        aggregation(Datasets.ORDERS),
        new Aggregation.Sum(value, where),
        new Aggregation.Statistic(one(Aggregation.Function.values()), value, where),
        new Aggregation.Percentile(value, percent(), where),
        new Aggregation.Count(history.isPresent() ? Optional.of(again) : where),
        new Aggregation.OpenAtEnd("paid_at", one(Optional.empty(), Optional.of(value)), where),
        new Aggregation.ActiveKeys("customer_key", 30, where),
        new Aggregation.LostKeys("customer_key", 45, where),
        new Aggregation.MaturedKeys("customer_key", 20, where),
        new Aggregation.MaturedSum("customer_key", new RowValue.ColumnValue("total"), 20, where));
  }

  private BigDecimal percent() {
    return new BigDecimal(one("0", "10", "50", "90", "97.5", "100"));
  }

  private Aggregation ofKeys() {
    return one(
        new Aggregation.Count(Optional.empty()),
        undecided(Datasets.ORDERS),
        absent(Datasets.ORDERS, Optional.empty()),
        new Aggregation.Count(
            Optional.of(
                new Condition.Compare("n", Condition.Comparator.AT_LEAST, BigDecimal.valueOf(2)))),
        sum("spent"),
        new Aggregation.Statistic(
            Aggregation.Function.MEDIAN, new RowValue.ColumnValue("spent"), Optional.empty()));
  }

  private Aggregation undecided(Dataset dataset) {
    RowValue lack =
        one(new RowValue.Suppressed(column(dataset)), new RowValue.Lacking(value(dataset)));
    return new Aggregation.Undecided(
        lack, one(Optional.empty(), condition(dataset)), one(true, false));
  }

  private Aggregation absent(Dataset dataset, Optional<Condition> where) {
    return new Aggregation.AbsentProfiles(List.of(dimension(dataset)), where);
  }

  private static Aggregation sum(String column) {
    return new Aggregation.Sum(new RowValue.ColumnValue(column), Optional.empty());
  }

  private Aggregation aggregation(Dataset dataset) {
    Optional<Condition> where = one(Optional.empty(), condition(dataset));
    RowValue value = value(dataset);
    return one(
        new Aggregation.Sum(value, where),
        new Aggregation.Sum(value, where),
        new Aggregation.Sum(value, Optional.empty()),
        new Aggregation.Sum(
            new RowValue.Arithmetic(RowValue.Operator.TIMES, value, value(dataset)), where),
        new Aggregation.Sum(
            new RowValue.Arithmetic(RowValue.Operator.DIVIDED_BY, value, value(dataset)), where),
        new Aggregation.Sum(new RowValue.Suppressed(column(dataset)), where),
        new Aggregation.Sum(new RowValue.Lacking(value), where),
        undecided(dataset),
        undecided(dataset),
        new Aggregation.SumOnLastDay(new RowValue.Lacking(value), where),
        new Aggregation.Sum(
            new RowValue.IfMissing(value, new RowValue.Constant(BigDecimal.TEN)), where),
        new Aggregation.Count(where),
        new Aggregation.WeightedMean(value, value(dataset), where),
        new Aggregation.Distinct(dimension(dataset), where),
        new Aggregation.Statistic(
            one(Aggregation.Function.MIN, Aggregation.Function.MAX, Aggregation.Function.MEDIAN),
            value,
            where),
        new Aggregation.Percentile(value, percent(), where),
        new Aggregation.Level(column(dataset), one(true, false), where),
        new Aggregation.Level(
            column(dataset), one(true, false), List.of(dimension(dataset)), where),
        absent(dataset, where),
        absent(dataset, where),
        new Aggregation.CountOnLastDay(where),
        new Aggregation.CountOnLastDay(List.of(dimension(dataset)), where),
        new Aggregation.SumOnLastDay(value, List.of(dimension(dataset)), where),
        new Aggregation.SumOnLastDay(value, where),
        new Aggregation.SumOfCounts(column(dataset), where),
        new Aggregation.ExistingKeys(dimension(dataset), where),
        new Aggregation.RetainedKeys(dimension(dataset), where));
  }

  private RowValue value(Dataset dataset) {
    return new RowValue.ColumnValue(column(dataset));
  }

  private String column(Dataset dataset) {
    return switch (dataset.name()) {
      case "web_traffic" -> one("sessions", "sessions", "users", "revenue", "conversions");
      case "search_queries" -> one("clicks", "impressions", "position");
      case "social_accounts" -> one("followers", "reach", "engagements");
      case "orders" -> one("total", "items", "refunded");
      default -> one("position", "search_volume");
    };
  }

  private String dimension(Dataset dataset) {
    return switch (dataset.name()) {
      case "web_traffic" -> one("channel", "channel", "device");
      case "search_queries" -> "page";
      case "social_accounts" -> "network";
      case "orders" -> one("status", "country", "customer_key");
      default -> one("keyword", "group_name");
    };
  }

  private Optional<Condition> condition(Dataset dataset) {
    String column = dimension(dataset);
    String word = word(dataset, column).toLowerCase(java.util.Locale.ROOT);
    Condition text =
        one(
            new Condition.Compare(column, one(Condition.Comparator.values()), word),
            new Condition.OneOf(column, List.of(word, "ä")),
            new Condition.Matches(column, one(Condition.Match.values()), one("a", "_%", "L")),
            new Condition.Missing(one(column, column(dataset))));
    Condition number =
        new Condition.Compare(
            column(dataset), one(Condition.Comparator.values()), BigDecimal.valueOf(100));
    return Optional.of(
        one(
            text,
            number,
            numbers(dataset),
            new Condition.Not(numbers(dataset)),
            new Condition.Not(text),
            new Condition.All(List.of(text, number)),
            new Condition.AnyOf(List.of(text, number))));
  }

  /** Numbers of one row beside each other, and when things happened. */
  private Condition numbers(Dataset dataset) {
    RowValue right =
        new RowValue.Arithmetic(
            one(RowValue.Operator.values()),
            one(value(dataset), new RowValue.IfMissing(value(dataset), value(dataset))),
            new RowValue.Constant(new BigDecimal(one("0.5", "3", "100"))));
    RowValue moment = new RowValue.OfMoment(one(RowValue.Part.values()), "ordered_at");
    RowValue weekday = new RowValue.Weekday();
    RowValue left =
        dataset.equals(Datasets.ORDERS)
            ? one(value(dataset), moment, weekday)
            : one(value(dataset), weekday);
    return new Condition.CompareNumbers(left, one(Condition.Comparator.values()), right);
  }

  @SafeVarargs
  private final <T> T one(T... any) {
    return any[random.nextInt(any.length)];
  }
}
