package io.retainer.rendering.words;

import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.spi.DateSpan;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a figure is missing or not sure, as a sentence in the reader's language. */
public final class ReasonTexts {

  private static final int NAMED = 6;

  private final Formats formats;

  private ReasonTexts(Formats formats) {
    this.formats = formats;
  }

  public static ReasonTexts of(Locale locale) {
    return new ReasonTexts(Formats.of(locale));
  }

  public static ReasonTexts of(Formats formats) {
    return new ReasonTexts(formats);
  }

  /**
   * A sentence for each ground; days and spans among the arguments are written as the language
   * does.
   */
  public String sentence(Reason reason) {
    return reason.grounds().stream().map(this::single).collect(Collectors.joining(" "));
  }

  private String single(Reason reason) {
    String sentence = written(reason);
    // Russian and Belarusian dates end with a full stop of their own.
    return sentence.endsWith("..") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }

  private String written(Reason reason) {
    List<String> arguments = reason.arguments().stream().map(this::written).toList();
    String key = "reason." + reason.code();
    if (reason.code() == Reason.Code.NOT_IN_PERIOD) {
      return arguments.size() < 2
          ? formats.words().text("reason.NOT_IN_PERIOD.unknown")
          : formats.words().text(key, arguments.get(0), arguments.get(1));
    }
    if (reason.code() == Reason.Code.BELOW_THRESHOLD) {
      return keptBack(reason.arguments());
    } else if (reason.code() == Reason.Code.PROFILES_ABSENT) {
      return absent(key, reason.arguments());
    } else if (reason.code() == Reason.Code.VALUES_MISSING) {
      return formats.words().text(key, number(reason.arguments().get(0)));
    } else if (reason.code() == Reason.Code.NO_UPLIFT) {
      return notCompared(key, reason.arguments());
    }
    if (reason.code() == Reason.Code.ESTIMATE && arguments.size() > 2) {
      return interval(reason.arguments());
    } else if (reason.code() == Reason.Code.TOO_FEW_VALUES && arguments.size() == 2) {
      return formats.words().text(key, arguments.get(0), arguments.get(1));
    } else if (reason.code() == Reason.Code.NO_EXCHANGE_RATE
        || reason.code() == Reason.Code.EARLIER_DAYS_MISSING) {
      return formats.words().text(key, arguments.get(0), arguments.get(1));
    }
    if (reason.code() == Reason.Code.NOT_COMPUTED && arguments.isEmpty()) {
      return formats.words().text("reason.NOT_COMPUTED.unsaid");
    }
    String all = listed(arguments);
    return formats.words().text(key, all.isEmpty() ? Formats.NOTHING : all);
  }

  /** A name is written as it is, also one that looks like a day. */
  private String notCompared(String key, List<String> arguments) {
    Words words = formats.words();
    if (arguments.size() < 3) {
      return words
          .find(key + "." + arguments.get(0), arguments.get(1))
          .orElseGet(() -> words.text(key));
    }
    List<String> names = arguments.subList(2, arguments.size());
    String listed = names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
    long further = Long.parseLong(arguments.get(1)) - names.size();
    return words.text(
        key + ".named",
        arguments.get(1),
        further > 0 ? listed + " " + words.text("changes.more", further) : listed);
  }

  /** How many, and below what where the source says it; the column's name is for analysts. */
  private String keptBack(List<String> arguments) {
    String number = number(arguments.get(0));
    return arguments.size() < 3
        ? formats.words().text("reason.BELOW_THRESHOLD", number)
        : formats.words().text("reason.BELOW_THRESHOLD.stated", number, number(arguments.get(2)));
  }

  /** How many, and what they are: networks, search engines. */
  private String absent(String key, List<String> arguments) {
    String named =
        Stream.of(arguments.get(1).split(", "))
            .map(column -> formats.dimension(column).toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return formats.words().text(key, number(arguments.get(0)), named);
  }

  private String number(String exact) {
    return exact.matches("[0-9]+(\\.[0-9]+)?")
        ? formats.amount(new BigDecimal(exact), KpiUnit.COUNT, Optional.empty())
        : exact;
  }

  private String interval(List<String> arguments) {
    KpiUnit unit = KpiUnit.valueOf(arguments.get(2).toUpperCase(Locale.ROOT));
    Optional<String> currency = arguments.stream().skip(3).findFirst();
    return formats
        .words()
        .text(
            "reason.ESTIMATE.interval",
            formats.amount(new BigDecimal(arguments.get(0)), unit, currency),
            formats.amount(new BigDecimal(arguments.get(1)), unit, currency));
  }

  private static String listed(List<String> arguments) {
    String named = arguments.stream().limit(NAMED).collect(Collectors.joining(", "));
    return arguments.size() > NAMED ? named + " \u2026" : named;
  }

  /** {@code 2026-10-05} and {@code 2026-10-05..2026-10-07} are days; anything else is a name. */
  private String written(String argument) {
    try {
      int dots = argument.indexOf("..");
      if (dots > 0) {
        return formats.span(
            DateSpan.ofDays(
                LocalDate.parse(argument.substring(0, dots)),
                LocalDate.parse(argument.substring(dots + 2))));
      }
      return formats.date(LocalDate.parse(argument));
    } catch (DateTimeException | IllegalArgumentException notADay) {
      return argument;
    }
  }
}
