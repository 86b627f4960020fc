package io.retainer.connector.search;

import static io.retainer.connector.search.SearchExports.EN;
import static io.retainer.connector.search.SearchExports.NAME;
import static io.retainer.connector.search.SearchExports.entries;
import static io.retainer.connector.search.SearchExports.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Recognition;
import io.retainer.testkit.Archives;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Exports in a language whose words nobody has listed. */
class UnknownLanguageTest {

  @Test
  void understandsSheetsOfALanguageNobodyTaughtItByTheirPlace() throws IOException {
    var entries = entries("en", EN);
    entries.replaceAll(
        (name, text) ->
            text.replace("Top queries", "Fyrirspurnir")
                .replace("Top pages", "Síður")
                .replace("Country", "Land­ið")
                .replace("Device", "Tæki"));
    var sink = read(TestFile.of(NAME, Archives.zip(entries)));

    assertThat(sink.tables())
        .extracting(table -> table.header().cut())
        .containsExactly(
            Set.of(), Set.of("query"), Set.of("page"), Set.of("country"), Set.of("device"));
  }

  @Test
  void understandsAWholeArchiveWithoutAWordItKnows() throws IOException {
    var entries = icelandic();
    var sink = read(TestFile.of(NAME, Archives.zip(entries)));

    assertThat(sink.issues()).isEmpty();
    assertThat(sink.tables())
        .extracting(table -> table.header().cut())
        .containsExactly(
            Set.of(), Set.of("query"), Set.of("page"), Set.of("country"), Set.of("device"));
    assertThat(sink.tables().get(0).column("clicks")).containsExactly(12L, 9L, 0L);
  }

  @Test
  void understandsItWithoutTheSheetOfAppearancesToo() throws IOException {
    var entries = icelandic();
    entries.remove(new ArrayList<>(entries.keySet()).get(5));
    var sink = read(TestFile.of(NAME, Archives.zip(entries)));

    assertThat(sink.issues()).isEmpty();
    assertThat(sink.tables())
        .extracting(table -> table.header().cut())
        .containsExactly(
            Set.of(), Set.of("query"), Set.of("page"), Set.of("country"), Set.of("device"));
  }

  @Test
  void refusesAnArchiveWithoutAWordItKnowsWhoseNumbersDoNotAgree() throws IOException {
    var entries = icelandic();
    entries.replaceAll((name, text) -> text.replace("%,", "9%,"));

    assertThat(new SearchConsole().recognise(TestFile.of(NAME, Archives.zip(entries))))
        .isInstanceOf(Recognition.Refused.class);
  }

  @Test
  void doesNotTakeCountriesForQueriesInAnArchivePackedInAnotherOrder() throws IOException {
    var entries = entries("en", EN);
    entries.replaceAll((name, text) -> text.replace("Country", "Landið").replace("Top q", "Q"));
    var sorted = new java.util.TreeMap<>(entries);
    var sink = read(TestFile.of(NAME, Archives.zip(new LinkedHashMap<>(sorted))));

    assertThat(sink.tables())
        .extracting(table -> table.header().cut())
        .doesNotContain(Set.of("country"))
        .contains(Set.of("device"));
  }

  private static LinkedHashMap<String, String> icelandic() {
    var entries = entries("en", EN);
    entries.replaceAll(
        (name, text) ->
            text.replace("Date,Cl", "Dagsetning,Cl")
                .replace("Top queries", "Fyrirspurnir")
                .replace("Top pages", "Síður")
                .replace("Country", "Landið")
                .replace("Device", "Tæki")
                .replace("Search Appearance", "Útlit")
                .replace("Clicks,Impressions,CTR,Position", "Smellir,Birtingar,Hlutfall,Staða")
                .replace("Filter,Value", "Sía,Gildi")
                .replace("Search type", "Leitartegund"));
    return entries;
  }
}
