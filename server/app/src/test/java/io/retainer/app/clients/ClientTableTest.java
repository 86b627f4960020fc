package io.retainer.app.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.TestHome;
import io.retainer.app.clients.ClientTable.Change;
import io.retainer.app.clients.ClientTable.Listed;
import io.retainer.app.clients.ClientTable.Read;
import io.retainer.model.client.Client;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientTableTest {

  private static final List<Listed> SHOP =
      List.of(new Listed(TestHome.SHOP, List.of("Nordic shops", "anna")));
  private static final String HEADINGS = "id,name,zone,locale,currency\n";

  private static Read read(String text) {
    return ClientTable.read(text, SHOP);
  }

  @Test
  void whatWasWrittenReadsAsNoChange() {
    assertThat(ClientTable.of(SHOP))
        .isEqualTo(
            "id,name,zone,locale,currency,groups\n"
                + "fjell,Fjell Oy,Europe/Helsinki,fi,EUR,Nordic shops; anna\n");
    assertThat(read(ClientTable.of(SHOP))).isEqualTo(new Read(List.of(), List.of(), 1));
  }

  @Test
  void tellsEachChangedCellAndEachNewClient() {
    Read read =
        read(
            HEADINGS
                + "fjell,Fjell Oyj,Europe/Helsinki,fi,EUR\n"
                + "lastauka,\"Кавярня \"\"Ластаўка\"\", Мінск\",Europe/Minsk,be,byn\n");

    assertThat(read.problems()).isEmpty();
    assertThat(read.changes().get(0).cells())
        .isEqualTo(Map.of("name", List.of("Fjell Oy", "Fjell Oyj")));
    Change added = read.changes().get(1);
    assertThat(added.isNew()).isTrue();
    assertThat(added.after().client().name()).isEqualTo("Кавярня \"Ластаўка\", Мінск");
    assertThat(added.after().client().currency()).hasToString("BYN");
  }

  @Test
  void theFormerTableTakesBackWhatATableHasChanged() {
    Read read =
        read(
            "id,name,groups,zone,locale,currency\n"
                + "fjell,Fjell Oyj,new group,Europe/Helsinki,fi,EUR\n"
                + "lastauka,Lastauka,,Europe/Minsk,be,BYN\n");
    List<Listed> saved = read.changes().stream().map(Change::after).toList();

    Read back = ClientTable.read(read.former(), saved);

    assertThat(back.problems()).isEmpty();
    assertThat(back.changes()).extracting(Change::after).containsExactlyElementsOf(SHOP);
  }

  @Test
  void takesWhatASpreadsheetCopiesAndColumnsInAnyOrder() {
    for (String text :
        List.of(
            "Name\tID\nFjell Oyj\tfjell\n",
            "\uFEFFname;id\r\nFjell Oyj;fjell\r\n\r\n",
            "id,name\rfjell,Fjell Oyj")) {
      Read read = read(text);
      assertThat(read.problems()).as(text).isEmpty();
      assertThat(read.changes()).as(text).hasSize(1);
      assertThat(read.changes().get(0).after().client().zone()).isEqualTo(TestHome.SHOP.zone());
    }
  }

  @Test
  void tellsEveryProblemWithItsLine() {
    Read read =
        read(
            HEADINGS
                + "fjell,Fjell Oy,Helsinki,fi,EUR\n"
                + "fjell,Fjell Oy,Europe/Helsinki,fi\n"
                + "\"two\nlines\",A,Europe/Minsk,be,BYN\n"
                + "new,New,Europe/Minsk,be,XYZW\n"
                + "twice,New,Europe/Minsk,be,BYN\n"
                + "twice,New,Europe/Minsk,be,BYN\n");

    assertThat(read.problems())
        .satisfiesExactly(
            zone -> assertThat(zone).startsWith("Line 2: \"Helsinki\" is no time zone"),
            cells -> assertThat(cells).isEqualTo("Line 3: 4 cells, expected 5 as in line 1."),
            id -> assertThat(id).startsWith("Line 4: "),
            currency -> assertThat(currency).startsWith("Line 6: \"XYZW\" is no currency"),
            again ->
                assertThat(again).isEqualTo("Line 8: the client \"twice\" stands above already."));
    assertThat(read("id,colour\nfjell,red\n").problems())
        .containsExactly(
            "Line 1: \"colour\" is no column; there are id, name, zone, locale, currency, groups.");
    assertThat(read("name\nFjell\n").problems()).hasSize(1);
    assertThat(read("id,name\nfjell,Fjell\nlumi,\"Lumi\n").problems())
        .containsExactly("Line 3: a quote is not closed, or something stands behind it.");
    assertThat(read(" \n").problems()).hasSize(1);
  }

  @Test
  void tellsAllThatIsWrongInALineAtOnce() {
    assertThat(read(HEADINGS + "Two Words,,Helsinki,x,XYZW\n").problems())
        .hasSize(5)
        .allSatisfy(problem -> assertThat(problem).startsWith("Line 2: "))
        .anySatisfy(problem -> assertThat(problem).contains("\"Helsinki\" is no time zone"))
        .anySatisfy(problem -> assertThat(problem).contains("\"x\" is no language"))
        .anySatisfy(problem -> assertThat(problem).contains("\"XYZW\" is no currency"))
        .anySatisfy(problem -> assertThat(problem).contains("name has 1 to 200 characters"));
  }

  @Test
  void aNameThatASpreadsheetWouldTakeForAFormulaStaysAName() {
    List<Listed> hostile =
        List.of(
            new Listed(
                new Client(
                    TestHome.SHOP.id(),
                    "=HYPERLINK(\"http://x\")",
                    TestHome.SHOP.zone(),
                    TestHome.SHOP.locale(),
                    TestHome.SHOP.currency()),
                List.of("=1+1")));

    String text = ClientTable.of(hostile);

    assertThat(text).contains("\"'=HYPERLINK(\"\"http://x\"\")\"");
    assertThat(ClientTable.read(text, hostile).same()).isEqualTo(1);
  }

  @Test
  void savesChangedAndNewClientsTogether(@TempDir Path folder) {
    try (TestHome home = new TestHome(folder, Clock.systemUTC())) {
      var clients = home.workspace().clients();
      ClientTable.read("id,name\nfjell,Fjell Oyj\nkoti,Koti Oy\n", ClientTable.of(home.workspace()))
          .into(home.workspace());

      assertThat(clients.all())
          .extracting(client -> client.id() + " " + client.name())
          .containsExactly("fjell Fjell Oyj", "koti Koti Oy");
    }
  }

  @Test
  void aColumnOfGroupsSaysAllOfThemAndOneThatIsMissingChangesNone(@TempDir Path folder) {
    try (TestHome home = new TestHome(folder, Clock.systemUTC())) {
      var workspace = home.workspace();
      workspace.groups().add("Nordic shops", List.of());
      ClientTable.read(
              "id,name,groups\nfjell,Fjell Oy,nordic shops ; Anna;anna\nkoti,Koti Oy,\n",
              ClientTable.of(workspace))
          .into(workspace);

      assertThat(workspace.groups().names())
          .isEqualTo(Map.of(TestHome.SHOP.id(), List.of("Anna", "Nordic shops")));
      String table = ClientTable.of(ClientTable.of(workspace));
      assertThat(table).contains("EUR,Anna; Nordic shops\n");
      assertThat(ClientTable.read(table, ClientTable.of(workspace)).same()).isEqualTo(2);
      assertThat(
              ClientTable.read("id,name\nfjell,Fjell Oyj\n", ClientTable.of(workspace))
                  .changes()
                  .get(0)
                  .after()
                  .groups())
          .containsExactly("Anna", "Nordic shops");
      ClientTable.read("id,groups\nfjell,\n", ClientTable.of(workspace)).into(workspace);
      assertThat(workspace.groups().names()).isEmpty();
    }
  }

  @Test
  void saysOnWhichLineANameOfAGroupIsTooLong() {
    assertThat(read("id,groups\nfjell," + "x".repeat(101) + "\n").problems())
        .singleElement()
        .asString()
        .startsWith("Line 2: A group has a name of 1 to 100 characters");
  }
}
