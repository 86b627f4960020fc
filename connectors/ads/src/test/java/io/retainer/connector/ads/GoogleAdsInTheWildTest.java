package io.retainer.connector.ads;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Connector;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadSettings;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.RecordingSink.ReadTable;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Twins of exports that other accounts made, and that were once read wrongly or not at all. */
class GoogleAdsInTheWildTest extends AdsContract {

  private static final String PERIOD = "Search keyword report\n1 May 2026 - 8 May 2026\n";
  private static final String ROWS =
      "Keyword status,Keyword,Match type,Campaign,Ad group,Status,Impr.,Currency code,Cost,Clicks\n"
          + "Enabled,kettle repair,Broad match,Kettles,Group 1,Eligible,6,CAD,0.00,0\n"
          + "Enabled,copper kettle,Broad match,Kettles,Group 1,Eligible,8,CAD,0.12,1\n";

  private static final ReadSettings WITHOUT_A_PERIOD =
      new ReadSettings(
          ZoneOffset.UTC,
          Currency.getInstance("EUR"),
          Optional.empty(),
          Optional.empty(),
          Map.of());

  @Override
  protected Connector connector() {
    return new GoogleAds();
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(keywords(), TestFile.resource(getClass(), "google/campaigns.csv"));
  }

  private static TestFile keywords() {
    return file(
        "keywords.csv",
        PERIOD
            + ROWS
            + " --,,Total: All but removed keywords, --, --, --,14,CAD,0.12,1\n"
            + ",,Total: Keywords in your account,,,,19,CAD,0.12,1\n"
            + ",,Total: Account,,,,\"10,708\",CAD,164.11,54\n");
  }

  private static TestFile file(String name, String text) {
    return TestFile.of(name, text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void readsEachAdOfAnOldListByTheNameOfItsKind() throws IOException {
    ReadTable ads =
        read(file(
                "Ad report.csv",
                "Ad report (Oct 25, 2016-Oct 31, 2016)\n"
                    + "Ad state,Ad,Final URL,Headline 1,Ad ID,Campaign,Ad group,Clicks,Impressions,Cost\n"
                    + "enabled,KETTLES,https://k.example/,,7,SKAG,Kettles,1,10,0.20\n"
                    + "enabled,,https://k.example/,Kettles for all,8,SKAG,Kettles,2,30,0.50\n"
                    + "enabled, --,https://k.example/, --,9,SKAG,Kettles,3,40,0.70\n"
                    + "Total,,,,,,,6,80,1.40\n"))
            .table();

    assertThat(ads.column("ad")).containsExactly("KETTLES", "Kettles for all", "9");
    assertThat(ads.column("clicks")).containsExactly(1L, 2L, 3L);
  }

  @Test
  void readsDutchCampaignsWithTheirImpressions() throws IOException {
    ReadTable table =
        read(file(
                "campagnerapport.csv",
                "Campagnerapport\n1 oktober 2026 - 31 oktober 2026\n"
                    + "Campagnestatus,Campagne,Valutacode,Campagnetype,Vert.,Interacties,Kosten,Klikken,Conversies\n"
                    + "Ingeschakeld,Ketels,EUR,Zoeken,12.345,1.200,\"1.491,25\",1.200,\"30,50\"\n"
                    + "Totaal: Campagnes, --,EUR, --,12.345,1.200,\"1.491,25\",1.200,\"30,50\"\n"))
            .table();

    assertThat(table.column("impressions")).containsExactly(12_345L);
    assertThat(table.column("cost")).containsExactly(new BigDecimal("1491.25"));
    assertThat(table.totals()).extracting(total -> total.column()).contains("impressions");
  }

  @Test
  void aTotalBehindAMarkerOfNothingIsNoRow() throws IOException {
    ReadTable table = read(keywords()).table();

    assertThat(table.column("impressions")).containsExactly(6L, 8L);
    assertAddsUp(table);
  }

  @Test
  void aTotalOfEachDeviceIsNoRow() throws IOException {
    ReadTable table =
        read(file(
                "keywords.csv",
                PERIOD
                    + "Device,Keyword status,Keyword,Campaign,Ad group,Currency code,Impr.,Cost,Clicks\n"
                    + "Computers,Enabled,kettle repair,Kettles,Group 1,USD,6,0.00,0\n"
                    + "Tablets,Enabled,kettle repair,Kettles,Group 1,USD,8,0.12,1\n"
                    + ",Total: Filtered keywords,,,,USD,14,0.12,1\n"
                    + "Computers,Total: Filtered keywords,,,,USD,6,0.00,0\n"
                    + "Tablets,Total: Filtered keywords,,,,USD,8,0.12,1\n"
                    + ",Total: Account,,,,USD,\"10,708\",164.11,54\n"
                    + "Computers,Total: Display,,,,USD,\"10,000\",100.00,50\n"))
            .table();

    assertThat(table.column("impressions")).containsExactly(6L, 8L);
    assertThat(table.rejected()).isEmpty();
    assertAddsUp(table);
  }

  @Test
  void aTotalOfEachMonthIsNoRow() throws IOException {
    ReadTable table =
        read(file(
                "locations.csv",
                "Month,Location,Campaign,Impr.,Currency code,Cost\n"
                    + "Oct-25,Canada,Kettles,510,USD,14.50\n"
                    + "Nov-25,Canada,Kettles,13,USD,0.50\n"
                    + ",Total: Locations,,523,USD,15.00\n"
                    + "Oct-25,Total: Locations,,510,USD,14.50\n"
                    + "Nov-25,Total: Locations,,13,USD,0.50\n"
                    + ",Total: Account,,600,USD,20.00\n"
                    + "Nov-25,Total: Account,,600,USD,20.00\n"))
            .table();

    assertThat(table.column("impressions")).containsExactly(510L, 13L);
    assertThat(table.rejected()).isEmpty();
    assertAddsUp(table);
  }

  @Test
  void saysThatAllTimeNamesNoDays() throws IOException {
    var sink = new RecordingSink();
    TestFile all =
        file("keywords.csv", PERIOD.replace("1 May 2026 - 8 May 2026", "All time") + ROWS);

    connector().read(all, WITHOUT_A_PERIOD, sink);

    assertThat(sink.tables()).isEmpty();
    assertThat(sink.issues())
        .singleElement()
        .satisfies(issue -> assertThat(issue.saw()).contains("\"All time\" above it"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Cost (micros)", "Cost micros", "Cost (Micros)"})
  void readsCostInMicros(String heading) throws IOException {
    ReadTable table =
        read(file(
                "campaigns.csv",
                "Day,Campaign,Currency code,Impr.,Clicks,"
                    + heading
                    + "\n2026-05-01,Kettles,EUR,100,3,1250000\n"))
            .table();

    assertThat(table.column("cost")).containsExactly(new BigDecimal("1.25"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Oct-25", "Oct 25", "Oct 2025", "October 2025", "2025-10", "2025-10-01"})
  void readsMonthsAsASpreadsheetRewritesThem(String month) throws IOException {
    ReadTable table =
        read(file(
                "keywords.csv",
                "Month,Keyword status,Keyword,Avg. cost,Cost,Impressions,Clicks\n"
                    + month
                    + ",Enabled,copper kettle,0.75,1.50,20,2\n"))
            .table();

    assertThat(table.header().grain()).isEqualTo(Grain.MONTH);
    assertThat(table.rows().get(0).period())
        .isEqualTo(DateSpan.ofDays(LocalDate.of(2025, 10, 1), LocalDate.of(2025, 10, 31)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4th quarter 2025",
        "Q4 2025",
        "4. Quartal 2025",
        "4º trimestre de 2025",
        "4-й квартал 2025 г.",
        "2025 Q4",
        "2025-10-01"
      })
  void readsQuarters(String quarter) throws IOException {
    ReadTable table =
        read(file(
                "Time_series(2025.10.01-2026.03.31).csv",
                "Quarter,Clicks,Conversions,Cost\n"
                    + quarter
                    + ",\"13,682\",18.5,\"$1,686.06\"\n1st quarter 2026,9,1,$2.00\n"))
            .table();

    assertThat(table.rejected()).isEmpty();
    assertThat(table.column("clicks")).containsExactly(13682L, 9L);
    assertThat(table.rows().get(0).period())
        .isEqualTo(DateSpan.ofDays(LocalDate.of(2025, 10, 1), LocalDate.of(2025, 12, 31)));
  }

  @Test
  void takesNoMonthForAQuarter() throws IOException {
    ReadTable table =
        read(file(
                "Time_series(2025.01.01-2025.12.31).csv",
                "Quarter,Clicks,Conversions,Cost\n4/2025,13,1,$1.06\n3rd quarter 2025,9,1,$2.00\n"))
            .table();

    assertThat(table.column("clicks")).containsExactly(9L);
    assertThat(table.rejected()).hasSize(1);
  }

  @Test
  void readsTheCardsOfAPortugueseOverview() throws IOException {
    ReadTable keywords =
        read(file(
                "Palavras-chave_de_pesquisa(2026.05.05-2026.05.24).csv",
                "Palavra-chave da rede de pesquisa,Tipo de corresp.,Status do critério,Status da"
                    + " campanha,Status do grupo de anúncios,Custo,Impressões,CTR\n"
                    + "chaleira de cobre,Corresp. de frase,Pausado,Ativado,Ativado,\"R$"
                    + " 84,13\",329,\"6,38%\"\n"))
            .table();
    ReadTable searches =
        read(file(
                "Pesquisas(Pesquisar_2026.05.05-2026.05.24).csv",
                "Pesquisar,Custo,Cliques,Impressões,Conversões\n"
                    + "chaleira,\"R$ 10,95\",3,5,\"0,00\"\n"))
            .table();
    ReadTable hours =
        read(file(
                "Dia_e_hora(Hora_2026.05.05-2026.05.24).csv",
                "Hora de início,Impressões\n00,3\n01,4\n"))
            .table();

    assertThat(keywords.column("cost")).containsExactly(new BigDecimal("84.13"));
    assertThat(keywords.header().currency()).contains("BRL");
    assertThat(searches.column("keyword")).containsExactly("chaleira");
    assertThat(hours.column("impressions")).containsExactly(3L, 4L);
  }

  @ParameterizedTest
  @CsvSource({
    "'Age Range,Impressions,Percent of known total', '18–24,13,26.53%', age",
    "'Gender,Impressions,Percent of known total', 'Male,33,67.35%', age",
    "'Gender,Age Range,Impressions,Percent of known total', 'Male,18–24,8,16.33%', age",
    "'Faixa de idade,Impressões,Porcentagem do total conhecido', '18 a 24,22,\"2,80%\"', age",
    "'Sexo,Impressões,Porcentagem do total conhecido', 'Feminino,446,\"56,67%\"', age",
    "'Palavra,Custo,Cliques,Impressões,Conversões,Principais consultas com a palavra',"
        + " 'para,\"R$ 87,18\",22,58,\"0,00\",\"(a, b)\"', several times",
    "'Nome da campanha,Custo,Custo (Comparação),Cliques,Cliques (Comparação)',"
        + " 'Chaleiras,\"R$ 236,86\",\"R$ 0,00\",58,0', changed most",
    "'Nom du groupe d''annonces,Nom de la campagne,Coût,Coût (Comparaison),Interactions,Interactions"
        + " (Comparaison)', 'Théières,Thé,\"7 116,38 €\",\"0,00 €\",3 851,0', changed most",
    "'Mot,Coût,Clics,Impressions,Conversions,Principales requêtes contenant ce mot',"
        + " 'bois,\"3 788,45 €\",3 054,47 721,\"0,00\",\"(a, b)\"', several times",
    "'Campaign Name,Cost,Cost (Comparison),Clicks,Clicks (Comparison)',"
        + " 'Kettles,£2.50,£0.00,58,0', changed most",
    "'Location Name,Impressions,Clicks', 'London,33,6', places"
  })
  void saysWhyACardIsNotKept(String headings, String row, String why) throws IOException {
    var sink = read(file("Card(2026.05.05-2026.05.24).csv", headings + "\n" + row + "\n"));

    assertThat(sink.tables()).isEmpty();
    assertThat(sink.issues())
        .singleElement()
        .satisfies(issue -> assertThat(issue.saw()).contains(why));
  }

  @ParameterizedTest
  @CsvSource({
    "'Nom de la campagne,Nom du groupe de campagnes,État de la campagne,Coût,Coût"
        + " (Comparaison),Conversions,Conversions (Comparaison),CPC moy.,CPC moy. (Comparaison)',"
        + " 'Thé,,Activé,\"11 925,86 €\",\"1,00 €\",\"89,72\",\"0,00\",\"1,70 €\",\"0,00 €\"', cost, 11925.86",
    "'Campaign Name,Campaign Group Name,Campaign Status,Cost,Cost (Comparison),Clicks,Clicks"
        + " (Comparison)', 'Tea,,Enabled,€2.50,€1.00,58,7', cost, 2.50",
    "'Mot clé pour le Réseau de Recherche,Type de correspondance,État du critère,État de la"
        + " campagne,État du groupe d''annonces,Coût,Coût (Comparaison),Clics,Clics"
        + " (Comparaison),CTR,CTR (Comparaison)', 'thé,Expression exacte,Activé,Activé,Activé,"
        + "\"2 225,38 €\",\"0,00 €\",1 951,0,\"5,66 %\",\"0,00 %\"', cost, 2225.38",
    "'Semaine,Semaine(Comparaison),Clics,Clics(Comparaison),Coût,Coût(Comparaison)',"
        + " 'Semaine du 4 mai 2026,Semaine du 5 mai 2025,514,1 845,\"657,33 €\",\"1 238,40 €\"', cost, 657.33",
    "'Jour,Heure de début,Coût,Coût (Comparaison)', 'Dimanche,00 h,\"11,78 €\",\"0,00 €\"', cost, 11.78"
  })
  void readsTheLaterPeriodOfACardThatIsCompared(
      String headings, String row, String column, BigDecimal amount) throws IOException {
    ReadTable card =
        read(file(
                "Card(2026.05.04-2026.05.24_par_rapport_à_2025.05.05-2025.05.25).csv",
                headings + "\n" + row + "\n"))
            .table();

    assertThat(card.rejected()).isEmpty();
    assertThat(card.column(column)).containsExactly(amount);
    assertThat(card.header().currency()).contains("EUR");
  }
}
