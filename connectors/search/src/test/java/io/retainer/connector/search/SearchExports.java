package io.retainer.connector.search;

import io.retainer.spi.DateSpan;
import io.retainer.spi.ReadSettings;
import io.retainer.testkit.Archives;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The exports of the tests, and how they are read. */
final class SearchExports {

  static final List<String> EN =
      List.of("Dates", "Queries", "Pages", "Countries", "Devices", "Search appearance", "Filters");
  static final List<String> FR =
      List.of("Dates", "Requêtes", "Pages", "Pays", "Appareils", "Apparence", "Filtres");
  static final String NAME = "https___www.birch.example_-Performance-on-Search-2026-11-02.zip";
  static final DateSpan OCTOBER =
      DateSpan.ofDays(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31));
  static final DateSpan THREE_DAYS =
      DateSpan.ofDays(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 3));

  private SearchExports() {}

  static ReadSettings settings(Optional<DateSpan> period) {
    return new ReadSettings(
        ZoneId.of("Europe/Minsk"), Currency.getInstance("BYN"), Optional.empty(), period, Map.of());
  }

  static RecordingSink read(TestFile file) throws IOException {
    var sink = new RecordingSink();
    new SearchConsole().read(file, settings(Optional.empty()), sink);
    return sink;
  }

  static TestFile single(String name) {
    return TestFile.resource(SearchExports.class, "fixtures/en/" + name);
  }

  static TestFile zip(String language, List<String> names) {
    return TestFile.of(NAME, Archives.zip(entries(language, names)));
  }

  static LinkedHashMap<String, String> entries(String language, List<String> names) {
    var entries = new LinkedHashMap<String, String>();
    for (String name : names) {
      String resource = "fixtures/" + language + "/" + ascii(name) + ".csv";
      entries.put(name + ".csv", TestFile.resource(SearchExports.class, resource).text());
    }
    return entries;
  }

  /** Resources are named without accents, which not every program can pack or list. */
  private static String ascii(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
  }
}
