package io.retainer.rendering.words;

import io.retainer.model.kpi.Delta;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.report.Trend;
import io.retainer.model.time.Period;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Figures, changes and dates in the words of one language. The only place where numbers are
 * rounded: HALF_UP, percentages to one decimal (two below one percent).
 */
public final class Formats {

  /** What stands where there is no value. */
  public static final String NOTHING = "\u2013";

  private static final BigDecimal SIXTY = BigDecimal.valueOf(60);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal TENTH_OF_A_POINT = new BigDecimal("0.001");

  private final Words words;
  private final Numbers numbers;
  private final Dates dates;
  private final boolean hasCents;
  private final Column column;

  /** Numbers of a unit below each other have no fewer decimals than the one that needs most. */
  private record Column(KpiUnit unit, int decimals) {
    static final Column NONE = new Column(KpiUnit.COUNT, 0);

    int decimals(KpiUnit other, int own) {
      return unit == other ? Math.max(decimals, own) : own;
    }
  }

  private Formats(Words words, boolean hasCents, Column column) {
    this.words = words;
    this.numbers = new Numbers(words);
    this.dates = new Dates(words);
    this.hasCents = hasCents;
    this.column = column;
  }

  public static Formats of(Locale locale) {
    return new Formats(Words.of(locale), true, Column.NONE);
  }

  /**
   * For numbers that stand below each other, so that a column is read digit below digit: where one
   * of the amounts is too long for its cents, all are without them, and percentages and counts have
   * all as many decimals as the one that needs most.
   *
   * @param unit of the numbers; those of other units are written as before
   */
  public Formats forColumn(KpiUnit unit, Stream<BigDecimal> column) {
    if (unit == KpiUnit.MONEY) {
      return column.anyMatch(Money::isHuge) ? new Formats(words, false, Column.NONE) : this;
    }
    return forColumn(unit, column.mapToInt(number -> decimals(unit, number)));
  }

  /** For changes in percent or points that stand below each other. */
  public Formats forChanges(Stream<Delta> column) {
    return forColumn(KpiUnit.POINTS, column.mapToInt(Formats::decimals));
  }

  private Formats forColumn(KpiUnit unit, IntStream decimals) {
    return new Formats(words, hasCents, new Column(unit, decimals.max().orElse(0)));
  }

  /** How many decimals a number by itself is written with; of an amount in most currencies. */
  public static int decimals(KpiUnit unit, BigDecimal number) {
    return switch (unit) {
      case COUNT, HOURS, DAYS -> isWhole(number) ? 0 : 1;
      case RATIO, MONEY -> 2;
      case PERCENT -> isSmall(number.multiply(HUNDRED)) ? 2 : 1;
      case POINTS -> isWhole(number) ? 0 : isSmall(number) ? 2 : 1;
      case POSITION, SCORE -> 1;
      case SECONDS, MINUTES -> 0;
    };
  }

  /** The words of the language. */
  public Words words() {
    return words;
  }

  /** The value in its unit, or a dash: {@code 12 480}, {@code 18,5 %}, {@code 96,30 €}. */
  public String value(KpiValue value, KpiUnit unit) {
    return value.value().map(number -> amount(number, unit, value.currency())).orElse(NOTHING);
  }

  /** A number in a unit. */
  public String amount(BigDecimal number, KpiUnit unit, Optional<String> currency) {
    return switch (unit) {
      case COUNT, POINTS, POSITION, SCORE -> inColumn(number, unit);
      // Amounts whose currency stands above them are written so.
      case RATIO -> number(number, hasCents ? 2 : 0);
      case PERCENT ->
          percentOf(number.multiply(HUNDRED), column.decimals(unit, decimals(unit, number)));
      case MONEY ->
          hasCents
              ? Money.write(words, numbers, number, currency)
              : Money.whole(words, numbers, number, currency);
      case SECONDS -> duration(number);
      case MINUTES -> duration(number.multiply(SIXTY));
      case HOURS -> words.text("unit.hours", inColumn(number, unit));
      case DAYS -> words.text("unit.days", inColumn(number, unit));
    };
  }

  private String inColumn(BigDecimal number, KpiUnit unit) {
    return number(number, column.decimals(unit, decimals(unit, number)));
  }

  /** A click rate, or a difference of two, is often less than a hundredth. */
  private static boolean isSmall(BigDecimal percent) {
    return percent.signum() != 0 && percent.abs().compareTo(BigDecimal.ONE) < 0;
  }

  /** A number that somebody set, with no more decimals than it has: {@code 100 000 €}. */
  public String bound(BigDecimal number, KpiUnit unit, Optional<String> currency) {
    return switch (unit) {
      case MONEY ->
          isWhole(number)
              ? Money.whole(words, numbers, number, currency)
              : amount(number, unit, currency);
      case PERCENT -> percentOf(number.multiply(HUNDRED), decimals(number.multiply(HUNDRED)));
      case COUNT, RATIO, POINTS, POSITION, SCORE -> number(number, decimals(number));
      case SECONDS -> roundDuration(number);
      case MINUTES -> roundDuration(number.multiply(SIXTY));
      case HOURS, DAYS -> amount(number, unit, currency);
    };
  }

  /** From one to the other, with a unit that both have said once: {@code 80–120,50 €}. */
  public static String range(String low, String high) {
    int ahead = 0;
    while (ahead < high.length() && !isOfNumber(high.charAt(ahead))) {
      ahead++;
    }
    int behind = high.length();
    while (behind > ahead && !Character.isDigit(high.charAt(behind - 1))) {
      behind--;
    }
    String before = high.substring(0, ahead);
    String after = high.substring(behind);
    return low.startsWith(before) && low.endsWith(after)
        ? low.substring(0, low.length() - after.length()) + "\u2013" + high.substring(ahead)
        : low + "\u2013" + high;
  }

  private static boolean isOfNumber(char letter) {
    return Character.isDigit(letter) || letter == Numbers.MINUS;
  }

  /** A share in whole percents, rounded as the caller must. */
  public String wholePercent(BigDecimal fraction, RoundingMode rounding) {
    return percentOf(fraction.multiply(HUNDRED).setScale(0, rounding), 0);
  }

  private static int decimals(BigDecimal number) {
    return Math.max(0, number.stripTrailingZeros().scale());
  }

  /** A change with its sign, without an arrow: {@code +8,3 %}, {@code −0,4 п. п.} */
  public String delta(Delta delta, KpiUnit unit, Optional<String> currency) {
    return switch (delta.style()) {
      case NEW -> words.text("delta.new");
      default -> {
        String size = deltaSize(delta, unit, currency);
        int sign = shownSign(delta);
        yield sign > 0 ? "+" + size : sign < 0 ? Numbers.MINUS + size : size;
      }
    };
  }

  /** The size of a change without its sign: {@code 8,3 %}. */
  public String deltaSize(Delta delta, KpiUnit unit, Optional<String> currency) {
    BigDecimal size = delta.amount().abs();
    return switch (delta.style()) {
      case PERCENT -> percentOf(size.multiply(HUNDRED), shownDecimals(delta));
      case POINTS ->
          words.text("delta.points", number(size.multiply(HUNDRED), shownDecimals(delta)));
      case PLACES -> words.text("delta.places", number(size, 1));
      case ABSOLUTE -> amount(size, unit, currency);
      case NEW -> words.text("delta.new");
    };
  }

  /** The sign of what is shown: a change that rounds to nothing is none. */
  public int shownSign(Delta delta) {
    BigDecimal size = delta.amount().abs();
    BigDecimal shown =
        switch (delta.style()) {
          case PERCENT, POINTS ->
              size.multiply(HUNDRED).setScale(shownDecimals(delta), RoundingMode.HALF_UP);
          case PLACES -> size.setScale(1, RoundingMode.HALF_UP);
          case ABSOLUTE -> size.setScale(hasCents ? 2 : 0, RoundingMode.HALF_UP);
          case NEW -> BigDecimal.ONE;
        };
    return shown.signum() == 0 ? 0 : delta.style() == Delta.Style.NEW ? 1 : delta.amount().signum();
  }

  /** Up, down or level: what is drawn beside a change, so that colour is never alone. */
  public String arrow(Delta delta) {
    int sign = shownSign(delta);
    return sign > 0 ? "\u2191" : sign < 0 ? "\u2193" : "\u2192";
  }

  public String number(BigDecimal number, int decimals) {
    return numbers.write(number, decimals);
  }

  public String number(long number) {
    return numbers.write(BigDecimal.valueOf(number), 0);
  }

  private String percentOf(BigDecimal percent, int decimals) {
    return words.text("number.percent", number(percent, decimals));
  }

  private int shownDecimals(Delta delta) {
    return column.decimals(KpiUnit.POINTS, decimals(delta));
  }

  /**
   * How many decimals a change in percent or points is written with by itself. One of ten times and
   * more is not told to the tenth of a percent; one of less than a tenth of a point would read as
   * none.
   */
  public static int decimals(Delta delta) {
    BigDecimal size = delta.amount().abs();
    return switch (delta.style()) {
      case PERCENT -> size.compareTo(BigDecimal.TEN) >= 0 ? 0 : 1;
      case POINTS -> size.signum() != 0 && size.compareTo(TENTH_OF_A_POINT) < 0 ? 2 : 1;
      default -> 0;
    };
  }

  /** From an hour on to the minute: nobody reads 1,708 minutes and 37 seconds as a day. */
  private String duration(BigDecimal seconds) {
    long whole = rounded(seconds);
    if (Math.abs(whole) < 60) {
      return words.text("unit.seconds", number(whole));
    }
    return Math.abs(whole) < 3600
        ? sixtieths("unit.minutes", whole)
        : sixtieths("unit.hours-minutes", rounded(seconds.divide(SIXTY, 0, RoundingMode.HALF_UP)));
  }

  /** {@code 2 h}, not {@code 2 h 0 min}. */
  private String roundDuration(BigDecimal seconds) {
    long whole = rounded(seconds);
    if (whole == 0 || whole % 60 != 0) {
      return duration(seconds);
    }
    return whole % 3600 == 0
        ? words.text("unit.hours", number(whole / 3600))
        : Math.abs(whole) < 3600
            ? words.text("unit.whole-minutes", number(whole / 60))
            : duration(seconds);
  }

  private String sixtieths(String key, long whole) {
    return words.text(key, number(whole / 60), number(Math.abs(whole % 60)));
  }

  private static long rounded(BigDecimal number) {
    return number.setScale(0, RoundingMode.HALF_UP).longValueExact();
  }

  private static boolean isWhole(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0;
  }

  /** {@code 1 October 2026}. */
  public String date(LocalDate day) {
    return dates.day(day);
  }

  /** {@code 1 Oct}, for the axis of a chart. */
  public String shortDate(LocalDate day) {
    return dates.dayAndMonth(day);
  }

  /** The exact days: {@code 1–31 October 2026}. */
  public String span(DateSpan span) {
    return dates.span(span);
  }

  /** The period's name: {@code October 2026}; the exact days when it has none. */
  public String period(Period period) {
    return dates.period(period);
  }

  /** The period's name as a title or a label begins: {@code Октябрь 2026}. */
  public String periodTitle(Period period) {
    return capitalised(period(period));
  }

  /** The period's name where there is little room: {@code Oct 2026}. */
  public String shortPeriod(Period period) {
    return dates.shortPeriod(period);
  }

  /** The name of a trend's point that begins on the day. */
  public String point(Trend trend, LocalDate start) {
    return trend
        .unit()
        .map(unit -> dates.start(unit, start))
        .orElseGet(() -> bucket(start, trend.bucket()));
  }

  /** From the first of the points to the last: {@code Oct 2025 – Oct 2026}. */
  public String points(Trend trend, List<Kpis.Point> points) {
    return capitalised(point(trend, points.get(0).start()))
        + " \u2013 "
        + point(trend, points.get(points.size() - 1).start());
  }

  private String bucket(LocalDate start, Grain grain) {
    return grain == Grain.MONTH ? dates.shortMonth(start) : dates.dayAndMonth(start);
  }

  /** {@code 3 November 2026, 08:15}, in the zone. */
  public String moment(Instant instant, ZoneId zone) {
    ZonedDateTime local = instant.atZone(zone);
    return words.text(
        "date.time",
        date(local.toLocalDate()),
        words.text("date.clock", twoDigits(local.getHour()), twoDigits(local.getMinute())));
  }

  /** The name of a dimension, as a table's first column is headed. */
  public String dimension(String dimension) {
    return words.find("dimension." + dimension).orElse(capitalised(dimension.replace('_', ' ')));
  }

  /** One value of a dimension as its reader knows it: {@code TikTok}, {@code Suomi}. */
  public String group(String dimension, String value) {
    return value.isBlank()
        ? words.text("group.empty")
        : ProperNames.of(dimension, value, Locale.forLanguageTag(words.language()));
  }

  /** How a table by the dimension is called: {@code by channel}. */
  public String byDimension(String dimension) {
    return words
        .find("by." + dimension)
        .orElse("(" + dimension(dimension).toLowerCase(Locale.ROOT) + ")");
  }

  /** In the digits of our languages, whatever those of the machine are. */
  private static String twoDigits(int number) {
    return String.format(Locale.ROOT, "%02d", number);
  }

  /** The name of a canonical dataset. */
  public String dataset(String dataset) {
    return words.find("dataset." + dataset).orElse(capitalised(dataset.replace('_', ' ')));
  }

  /** The name of a source: its own, unless the language has a word for it. */
  public String source(String id, String title) {
    return words.find("source." + id).orElse(title);
  }

  /**
   * The account of a source. Many exports name none; their connectors then leave it empty or put
   * the source's own id there.
   */
  public String account(String source, String account) {
    return isNamed(source, account) ? group("network", account) : words.text("account.none");
  }

  /** Whether an export said of which account it is. */
  public static boolean isNamed(String source, String account) {
    return !account.isBlank() && !account.equals(source);
  }

  /** The text with its first letter in upper case. */
  public static String capitalised(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int first = text.codePointAt(0);
    return Character.toString(Character.toUpperCase(first))
        + text.substring(Character.charCount(first));
  }
}
