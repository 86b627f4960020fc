package io.retainer.cli;

import static io.retainer.cli.Commands.retainer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.cli.Commands.Outcome;
import io.retainer.workspace.contract.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientCommandTest {

  @TempDir Path home;

  @Test
  void addsListsAndShowsAClient() throws Exception {
    Outcome added =
        retainer(
            "client",
            "add",
            "--client",
            "lastauka",
            "--client-name",
            "Кавярня «Ластаўка»",
            "--zone",
            "Europe/Minsk",
            "--locale",
            "be",
            "--currency",
            "BYN",
            "--home",
            home);
    Outcome listed = retainer("client", "list", "--home", home);
    Outcome shown = retainer("client", "show", "lastauka", "--json", "--home", home);

    assertThat(added.status()).isZero();
    assertThat(listed.out()).contains("lastauka  Кавярня «Ластаўка»  Europe/Minsk  be");
    JsonNode json = Json.read(shown.out());
    assertThat(json.path("currency").asText()).isEqualTo("BYN");
  }

  @Test
  void aClientWithoutFurtherWordsHasItsIdAsNameAndSaysTheRest() {
    Outcome added = retainer("client", "add", "acme", "--home", home);

    assertThat(added.out()).contains("Name      acme").contains("UTC").contains("EUR");
  }

  @Test
  void anIdThatIsTakenIsWrongUsageAndChangesNothing() {
    retainer("client", "add", "acme", "--client-name", "Acme", "--home", home);

    Outcome again = retainer("client", "add", "acme", "--client-name", "Other", "--home", home);

    assertThat(again.status()).isEqualTo(2);
    assertThat(retainer("client", "show", "acme", "--home", home).out()).contains("Acme");
  }

  @Test
  void withJsonNothingElseIsOnStandardOutput() throws Exception {
    Outcome empty = retainer("client", "list", "--json", "--home", home);

    assertThat(Json.read(empty.out()).isArray()).isTrue();
    assertThat(empty.err()).isEmpty();
  }

  @Test
  void setsWhomReportsMayGoToAndWhoTheyComeFrom() throws Exception {
    retainer("client", "add", "acme", "--home", home);

    Outcome open = retainer("client", "show", "acme", "--home", home);
    Outcome set =
        retainer(
            "client",
            "set",
            "acme",
            "recipients=anna@client.example, @Acme.example",
            "sender=North <reports@north.example>",
            "--home",
            home);
    Outcome wrong = retainer("client", "set", "acme", "recipients=*", "--home", home);
    Outcome back = retainer("client", "set", "acme", "sender=", "--home", home);

    assertThat(open.err()).contains("Its reports may go to anybody");
    assertThat(set.out())
        .contains("recipients = @acme.example, anna@client.example")
        .contains("sender = \"North\" <reports@north.example>");
    assertThat(wrong.status()).isEqualTo(ExitStatus.WRONG_USAGE);
    assertThat(wrong.err()).contains("\"*\" cannot stand in the list of recipients");
    assertThat(back.out())
        .contains("recipients = @acme.example, anna@client.example")
        .doesNotContain("sender");
    assertThat(back.err()).doesNotContain("anybody");
  }

  @Test
  void keepsWhatAClientChoseForKpis() throws Exception {
    Path scripts = Files.createDirectories(home.resolve("kpi-scripts"));
    Files.writeString(
        scripts.resolve("own.groovy"),
        """
        kpi('own.large-orders') {
          title en: 'Large orders'
          unit count
          better higher
          param largeFrom: 100, markets: ['FI']
          from orders
          where country in markets && (status == 'placed' || status == null)
          value { count().where(total >= largeFrom) }
        }
        """);
    retainer("client", "add", "acme", "--home", home);

    Outcome set =
        retainer("client", "set", "acme", "largeFrom=250", "markets=SE, NO", "--home", home);
    Outcome shown = retainer("client", "show", "acme", "--json", "--home", home);
    Outcome wrong = retainer("client", "set", "acme", "largeFrom=much", "--home", home);
    Outcome unknown = retainer("client", "set", "acme", "largeForm=1", "--home", home);
    Outcome back = retainer("client", "set", "acme", "largeFrom=", "--home", home);

    assertThat(set.status()).as(set.err()).isZero();
    assertThat(Json.read(shown.out()).path("parameters").path("largeFrom").asText())
        .isEqualTo("250");
    assertThat(wrong.status()).isEqualTo(2);
    assertThat(wrong.err()).contains("saw \"much\", expected a number like 100");
    assertThat(unknown.err()).contains("did you mean largeFrom?");
    assertThat(back.out()).contains("markets = SE, NO").doesNotContain("largeFrom");
  }

  @Test
  void aValueThatADefinitionIsIllegalWithIsRefused() throws Exception {
    Path scripts = Files.createDirectories(home.resolve("kpi-scripts"));
    Files.writeString(
        scripts.resolve("own.groovy"),
        """
        kpi('own.place') {
          title en: 'Place'
          unit position
          better lower
          param placeOfMissing: 101
          from rankings
          value { sumOnLastDay(ifMissing(position, placeOfMissing)) / countOnLastDay() }
        }
        """);
    retainer("client", "add", "rk", "--home", home);

    Outcome illegal = retainer("client", "set", "rk", "placeOfMissing=0", "--home", home);
    Outcome shown = retainer("client", "show", "rk", "--home", home);
    Outcome legal = retainer("client", "set", "rk", "placeOfMissing=31", "--home", home);

    assertThat(illegal.status()).isEqualTo(ExitStatus.WRONG_USAGE);
    assertThat(illegal.err())
        .contains("Parameter placeOfMissing: 0 is not possible: own.place (own.groovy:7)")
        .contains("puts what was not found on the first page");
    assertThat(shown.out()).doesNotContain("placeOfMissing");
    assertThat(legal.status()).as(legal.err()).isZero();
  }
}
