package io.retainer.connector.google;

import static io.retainer.connector.google.AnalyticsFiles.OCTOBER;
import static io.retainer.connector.google.AnalyticsFiles.edited;
import static io.retainer.connector.google.AnalyticsFiles.fixture;
import static io.retainer.connector.google.AnalyticsFiles.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Grain;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reports in languages that Google's pages have, known ones and others. */
class AnalyticsLanguagesTest {

  @Test
  void readsATextOfAnotherLanguage() throws IOException {
    var sink = read(fixture("snapshot-es.csv"));

    assertThat(sink.tables()).hasSize(2);
    assertThat(sink.tables().get(0).header().account()).isEqualTo("abedul.example");
    assertThat(sink.tables().get(1).column("sessions")).containsExactly(12L, 9L);
  }

  @Test
  void understandsDatesAndPropertyInALanguageNobodyTaughtIt() throws IOException {
    var sink =
        read(
            edited(
                "traffic-acquisition.csv",
                text ->
                    text.replace("Account:", "Reikningur:")
                        .replace("Property:", "Eign:")
                        .replace("All Users", "Allir notendur")
                        .replace("Start date", "Upphaf")
                        .replace("End date", "Lok")));

    assertThat(sink.table().header().period()).contains(OCTOBER);
    assertThat(sink.table().header().account()).isEqualTo("birch.example – GA4");
  }

  @Test
  void knowsADateUnderAHeadingOfAnyLanguage() throws IOException {
    var table = read(edited("by-date.csv", text -> text.replace("Date,", "Dagsetning,"))).table();

    assertThat(table.header().grain()).isEqualTo(Grain.DAY);
    assertThat(table.column("sessions")).contains(10L, 20L);
  }

  @Test
  void knowsTheSessionsChannelByItsValuesInALanguageNobodyTaughtIt() throws IOException {
    var session =
        read(
            edited(
                "traffic-acquisition.csv",
                text ->
                    text.replace(
                        "Session primary channel group (Default Channel Group),",
                        "Główna grupa kanałów sesji (Grupa domyślna),")));
    assertThat(session.table().header().cut()).containsExactly("channel");
    assertThat(session.table().column("sessions")).containsExactly(1000L, 400L, 50L, 7L);

    var firstVisit =
        read(
            edited(
                "traffic-acquisition.csv",
                text ->
                    text.replace(
                        "Session primary channel group (Default Channel Group),",
                        "Pierwsza grupa kanałów użytkownika,")));
    assertThat(firstVisit.tables()).isEmpty();
  }

  @Test
  void takesATranslatedOrganicSearchForWhatItIs() throws IOException {
    var table =
        read(edited(
                "traffic-acquisition.csv",
                text -> text.replace("\nOrganic Search,", "\nBúsqueda orgánica,")))
            .table();

    assertThat(table.column("channel").get(0)).isEqualTo("Organic Search");
  }

  @Test
  void takesATotalThatIsNamedInTheFirstColumnForTheTotal() throws IOException {
    var table =
        read(TestFile.of(
                "fr.csv",
                "# ----------------------------------------\n# Acquisition de trafic : Groupe de canaux"
                    + " par défaut de la session\n# Compte : Maison Bouleau\n# Date de début :"
                    + " 20260701\n# Date de fin : 20260928\n"
                    + "# ----------------------------------------\n\n"
                    + "Groupe de canaux par défaut de la session;Sessions;Utilisateurs actifs;Taux"
                    + " d'engagement;Événements clés;Revenu total\nTotal;2 000;1 500;59,5 %;50;1 334,56"
                    + " €\nOrganic Search;1 200;950;62,5 %;40;1 234,56 €\n"
                    + "Direct;800;700;55 %;10;100\n"))
            .table();

    assertThat(table.column("channel")).containsExactly("Organic Search", "Direct");
    assertThat(table.column("sessions")).containsExactly(1200L, 800L);
    assertThat(table.totals()).anyMatch(total -> total.value().intValue() == 2000);
    assertThat(table.header().period().orElseThrow().toString())
        .isEqualTo("2026-07-01..2026-09-28");
  }

  @Test
  void readsReportsInLanguagesOfItsUsers() throws IOException {
    for (String headings :
        List.of(
            "Основная группа каналов сеанса (группа каналов по умолчанию),Сеансы,Сеансы с"
                + " взаимодействием",
            "Основна група каналів сеансу (група каналів за умовчанням),Сеанси,Сеанси із взаємодією",
            "Istunnon ensisijainen kanavaryhmä (oletuskanavaryhmä),Istunnot,Sitoutuneet istunnot",
            "Groupe de canaux principal de la session (groupe de canaux par défaut),Sessions,Sessions"
                + " avec engagement",
            "Primäre Channelgruppe der Sitzung (Standard-Channelgruppe),Sitzungen,Sitzungen mit"
                + " Interaktionen",
            "Grupo de canales principal de la sesión (grupo de canales"
                + " predeterminado),Sesiones,Sesiones con interacción",
            "Gruppo di canali principale della sessione (gruppo di canali"
                + " predefinito),Sessioni,Sessioni con coinvolgimento",
            "Grupo de canais principal da sessão (grupo de canais padrão),Sessões,Sessões engajadas",
            "Główna grupa kanałów sesji (domyślna grupa kanałów),Sesje,Sesje z zaangażowaniem")) {
      var table =
          read(TestFile.of(
                  "report.csv",
                  "# ----------------------------------------\n# x\n# y\n# 20261001-20261031\n"
                      + "# ----------------------------------------\n\n"
                      + headings
                      + "\nDirect,20,15\n"))
              .table();
      assertThat(table.header().cut()).as(headings).containsExactly("channel");
      assertThat(table.column("sessions")).as(headings).containsExactly(20L);
      assertThat(table.column("engaged_sessions")).as(headings).containsExactly(15L);
    }
  }
}
