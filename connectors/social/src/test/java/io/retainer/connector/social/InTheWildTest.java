package io.retainer.connector.social;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Connector;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Twins of exports in languages and parts that were once not read or not understood. */
class InTheWildTest {

  @Test
  void readsPostsOfAPortugueseInstagramAccount() throws IOException {
    RecordingSink sink =
        read(
            new MetaBusinessSuite(),
            "Apr-01-2025_Jun-30-2025_1.csv",
            "\"Identificação da publicação\",\"Identificação da conta\",\"Nome de usuário da conta\",\"Nome da"
                + " conta\",Descrição,\"Duração (segundos)\",\"Horário de publicação\",\"Link permanente\",\"Tipo de"
                + " publicação\",\"Comentário de dados\",Data,Visualizações,Curtidas,Compartilhamentos,Comentários,Salvamentos,Alcance,Seguimentos\n"
                + "18056084636272180,17841407844868491,chaleiras,Chaleiras,Nova,0,04/30/2025"
                + " 07:12,https://www.instagram.com/p/x/,Imagem,,Total,200,20,3,2,1,150,4\n");

    assertThat(sink.issues()).isEmpty();
    assertThat(sink.table().header().account()).isEqualTo("chaleiras");
    assertThat(sink.table().column("impressions")).containsExactly(200L);
    assertThat(sink.table().column("likes")).containsExactly(20L);
    assertThat(sink.table().column("follows")).containsExactly(4L);
  }

  @Test
  void readsPostsOfAnItalianInstagramAccount() throws IOException {
    RecordingSink sink =
        read(
            new MetaBusinessSuite(),
            "Dec-01-2025_Dec-31-2025_1.csv",
            "\"ID del post\",\"ID dell'account\",\"Nome utente dell'account\",\"Nome account\",Descrizione,\"Durata"
                + " (s)\",\"Orario di pubblicazione\",Permalink,\"Tipo di post\",\"Commento sui"
                + " dati\",Data,Visualizzazioni,Copertura,\"Mi piace\",Condivisioni,Follower,Commenti,Salvataggi\n"
                + "18014231951802917,17841401931361276,bollitori,Bollitori,Nuovo,66,\"12/14/2025"
                + " 11:19\",https://www.instagram.com/reel/x/,\"Reel di Instagram\",,Totale,449,360,85,14,19,2,46\n");

    assertThat(sink.issues()).isEmpty();
    assertThat(sink.table().header().account()).isEqualTo("bollitori");
    assertThat(sink.table().column("reach")).containsExactly(360L);
    assertThat(sink.table().column("likes")).containsExactly(85L);
    assertThat(sink.table().column("shares")).containsExactly(14L);
    assertThat(sink.table().column("saves")).containsExactly(46L);
    assertThat(sink.table().column("follows")).containsExactly(19L);
  }

  /** A video that more people stopped liking than began to, among the days of the export. */
  @Test
  void readsVideosThatLostLikes() throws IOException {
    RecordingSink sink =
        read(
            new YouTubeStudio(),
            "Table data.csv",
            "Content,Video title,Video publish time,Likes,Shares,Comments added,Views\n"
                + "Total,,,97,5,3,1300\n"
                + "x_ImxAnK9Ak,Kettles,\"Feb 19, 2026\",105,5,3,1200\n"
                + "y_ImxAnK9Ak,Old kettles,\"Feb 19, 2024\",-8,0,0,100\n");

    assertThat(sink.table().rejected()).isEmpty();
    assertThat(sink.table().column("likes")).containsExactly(105L, -8L);
    assertThat(sink.table().column("engagements")).containsExactly(113L, -8L);
    assertThat(sink.table().totals())
        .extracting(total -> total.column() + " " + total.value())
        .contains("likes 97", "engagements 105", "video_views 1300");
  }

  @Test
  void readsTheFollowsOfAPortugueseInstagramAccount() throws IOException {
    RecordingSink sink =
        read(
            new MetaBusinessSuite(),
            "Seguidores.csv",
            "sep=,\n\"Seguidores no Instagram\"\n\"Data\",\"Primary\"\n\"2025-05-05T00:00:00\",\"8\"\n");

    assertThat(sink.table().column("follower_change")).containsExactly(8L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Data,Conteúdo,Título do vídeo,Horário de publicação do vídeo,Receita estimada (USD)\n2023-01-01,a,Chaleira,\"Jun 21, 2023\",0",
        "Data,Receita estimada (USD)\n2023-01-01,116.764",
        "Date,Subscription status,Views\n2023-11-28,Subscribed,27985",
        "Viewer age,Views (%)\n18–24 years,10.81"
      })
  void saysThatPartsOfAYouTubeExportAreNotKept(String text) throws IOException {
    assertThat(new YouTubeStudio().recognise(file("Chart data.csv", text + "\n")))
        .isInstanceOfSatisfying(
            Recognition.Refused.class, refused -> assertThat(refused.isKnown()).isTrue());
  }

  private static RecordingSink read(Connector connector, String name, String text)
      throws IOException {
    var sink = new RecordingSink();
    var settings =
        new ReadSettings(
            ZoneId.of("America/Sao_Paulo"),
            Currency.getInstance("BRL"),
            Optional.empty(),
            Optional.empty(),
            Map.of(YouTubeStudio.LIFETIME, "yes"));
    TestFile file = file(name, text);
    assertThat(connector.recognise(file)).isInstanceOf(Recognition.Recognised.class);
    connector.read(file, settings, sink);
    return sink;
  }

  private static TestFile file(String name, String text) {
    return TestFile.of(name, text.getBytes(StandardCharsets.UTF_8));
  }
}
