package io.retainer.testkit;

import static io.retainer.testkit.Recognising.require;

import io.retainer.spi.Grain;
import io.retainer.spi.TableHeader;
import io.retainer.testkit.RecordingSink.ReadRow;
import io.retainer.testkit.RecordingSink.ReadTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

/** Whether the server would take the rows of a table. Their types were checked before. */
final class FittingRows {

  private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);
  private static final BigDecimal TOO_LARGE = new BigDecimal("1000000000000");
  private static final int LONGEST_TEXT = 32_767;

  private FittingRows() {}

  static void check(String file, ReadTable table) {
    TableHeader header = table.header();
    String place = file + ", table \"" + header.title() + "\"";
    require(
        header.grain() != Grain.EVENT || header.columns().containsAll(header.dataset().key()),
        place + " has events without the column " + header.dataset().key() + ".");
    require(
        header.account().length() <= 300
            && header.account().chars().noneMatch(Character::isISOControl),
        place + " names no sound account: \"" + header.account() + "\".");
    header
        .currency()
        .ifPresent(
            code ->
                require(
                    Currency.getAvailableCurrencies().stream()
                        .anyMatch(currency -> currency.getCurrencyCode().equals(code)),
                    place + " has the currency \"" + code + "\"; write an ISO 4217 code."));
    for (ReadRow row : table.rows()) {
      check(place + ", line " + row.line(), header, row);
    }
  }

  private static void check(String place, TableHeader header, ReadRow row) {
    require(
        !row.period().start().isBefore(EARLIEST) && !row.period().end().isAfter(LATEST),
        place + " is about " + row.period() + "; days lie between 1970 and 2099.");
    long days = row.period().days();
    boolean fits =
        switch (header.grain()) {
          case DAY, EVENT, SNAPSHOT -> days == 1;
          case WEEK -> days == 7;
          case MONTH -> days >= 28 && days <= 31;
          default -> true;
        };
    require(
        fits, place + " is about " + row.period() + ", and the table's grain is " + header.grain());
    header
        .dataset()
        .key()
        .forEach(
            key ->
                require(
                    !header.columns().contains(key)
                        || row.value(key) != null && !row.value(key).toString().isBlank(),
                    place + " has no " + key + ", which tells rows apart."));
    row.values().forEach((column, value) -> check(place, column, value));
  }

  private static void check(String place, String column, Object value) {
    if (value instanceof String text) {
      require(
          text.length() <= LONGEST_TEXT && text.indexOf('\0') < 0,
          place + " has a text of %d characters in %s.".formatted(text.length(), column));
    }
    if (value instanceof BigDecimal number) {
      require(
          number.precision() - (long) number.scale() <= 12 && number.abs().compareTo(TOO_LARGE) < 0,
          place + " has " + number + " in " + column + "; numbers are below 1,000,000,000,000.");
    }
  }
}
