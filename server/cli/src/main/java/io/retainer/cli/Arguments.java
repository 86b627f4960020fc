package io.retainer.cli;

import io.retainer.model.client.ClientId;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.time.Comparison;
import io.retainer.model.time.Period;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine.TypeConversionException;

/** Reads what is typed behind an option, and says what can be typed instead. */
final class Arguments {

  private static final List<String> LANGUAGES = List.of("en", "ru", "be", "fi");

  private Arguments() {}

  static Period period(String text) {
    return checked(text, Period::parse);
  }

  static Comparison comparison(String text) {
    return checked(text, Comparison::parse);
  }

  static ClientId client(String text) {
    return checked(text, ClientId::new);
  }

  static KpiId kpi(String text) {
    return checked(text, KpiId::new);
  }

  static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          "\"" + text + "\" is no time zone; write its tz name, like Europe/Minsk or UTC");
    }
  }

  static Locale locale(String text) {
    try {
      Locale locale = new Locale.Builder().setLanguageTag(text.replace('_', '-')).build();
      if (LANGUAGES.contains(locale.getLanguage())) {
        return locale;
      }
    } catch (IllformedLocaleException e) {
      // Answered like an unknown language.
    }
    throw new TypeConversionException(
        "\"" + text + "\" is no language of Retainer; write one of en, ru, be, fi");
  }

  static Currency currency(String text) {
    try {
      return Currency.getInstance(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(
          "\"" + text + "\" is no currency; write its ISO 4217 code in capitals, like EUR or BYN");
    }
  }

  private static <T> T checked(String text, Function<String, T> read) {
    try {
      return read.apply(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
