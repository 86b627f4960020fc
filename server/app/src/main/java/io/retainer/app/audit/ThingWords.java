package io.retainer.app.audit;

import io.retainer.app.reports.ReportTitles;
import io.retainer.app.shell.Page;
import io.retainer.model.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What a thing was called, in the reader's language where it has titles. */
record ThingWords(
    Page page, Map<String, String> kpis, ReportTitles reports, UnaryOperator<String> sources) {

  /** In this order: the thing first, then what tells it from others. */
  private static final List<String> NAMES =
      List.of(
          "report",
          "period",
          "format",
          "kpi",
          "file",
          "person",
          "token",
          "client_group",
          "destination",
          "source",
          "account",
          "recipient");

  String of(Map<String, String> names) {
    return NAMES.stream()
        .filter(names::containsKey)
        .map(name -> word(name, names.get(name)))
        .collect(Collectors.joining(" · "));
  }

  private String word(String name, String text) {
    return switch (name) {
      case "report" -> report(text);
      case "period" -> period(text);
      case "format" -> text.toUpperCase(Locale.ROOT);
      case "kpi" -> kpi(text);
      case "source" -> source(text);
      default -> text;
    };
  }

  String report(String id) {
    return reports.of(id);
  }

  String kpi(String id) {
    return kpis.getOrDefault(id, id);
  }

  String source(String id) {
    return page.source(id, sources.apply(id));
  }

  String period(String text) {
    try {
      return page.period(Period.parse(text));
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
