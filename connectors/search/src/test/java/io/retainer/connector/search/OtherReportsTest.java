package io.retainer.connector.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Recognition;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtherReportsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Date,Not indexed,Indexed,Impressions~2026-01-27,3,12,4 | indexed pages",
        "Fecha,Sin indexar,Indexadas,Impresiones~2026-01-27,,,4 | indexed pages",
        "Motivo,Fuente,Validación,Páginas~No se ha encontrado (404),Sitio web,No iniciada,3 | indexed pages",
        "Date,Affected pages~2026-04-13,1201 | indexed pages",
        "URL,Last crawled~https://kiosk.example/,2026-04-13 | indexed pages",
        "Property,Value~Sitemap,All known pages~Issue,Discovered – currently not indexed | indexed pages",
        "Propiedad,Valor~Sitemap,Todas las páginas conocidas | indexed pages",
        "Category: All categories~~Week,kettle: (Finland),teapot: (Finland)~2026-01-04,70,3 | Google Trends",
        "Categoria: Tutte le categorie~~Mese,bollitore: (Italia)~2026-01,70 | Google Trends",
        "Category: All categories~~TOP~kettle,100 | Google Trends"
      })
  void isToldForWhatItIs(String lines, String name) throws IOException {
    assertThat(recognised(lines))
        .isInstanceOfSatisfying(
            Recognition.Refused.class,
            refused -> {
              assertThat(refused.isKnown()).isTrue();
              assertThat(refused.reason()).contains(name);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Category: Books~~Week,sold~2026-01-04,70",
        "Date,Indexed~2026-01-04,70",
        "Property,Value~Colour,Red"
      })
  void isNotTakenForWhatItIsNot(String lines) throws IOException {
    assertThat(recognised(lines))
        .isInstanceOfSatisfying(
            Recognition.Refused.class, refused -> assertThat(refused.isKnown()).isFalse());
  }

  private static Recognition recognised(String lines) throws IOException {
    byte[] bytes = (lines.replace('~', '\n') + "\n").getBytes(StandardCharsets.UTF_8);
    return new SearchConsole().recognise(TestFile.of("export.csv", bytes));
  }
}
