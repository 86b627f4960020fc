package io.retainer.cli.demo.exports;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A business that does not exist, with everything its agency exports for it. */
public interface DemoBusiness {

  /** How many months the demo looks back on. */
  int MONTHS = 15;

  String id();

  String name();

  ZoneId zone();

  /** The language of its reports. */
  Locale locale();

  Currency currency();

  /** Who receives the report: e-mail addresses, each with the language of its reader. */
  List<Recipient> recipients();

  /** What its KPIs have to be each month, by KPI, as people write it. */
  Map<String, String> targets();

  /** All exports of the months up to and including the last one, oldest first. */
  List<Export> exports(YearMonth last);

  /** A reader of the report. */
  record Recipient(String address, Locale locale) {}

  static List<DemoBusiness> all() {
    return List.of(new Cafe(), new OutdoorShop());
  }

  /** The months the demo is about, oldest first. */
  static List<YearMonth> months(YearMonth last) {
    return java.util.stream.IntStream.rangeClosed(1 - MONTHS, 0)
        .mapToObj(last::plusMonths)
        .toList();
  }
}
