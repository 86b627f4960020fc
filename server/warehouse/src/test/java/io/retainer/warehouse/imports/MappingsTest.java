package io.retainer.warehouse.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.model.imports.ImportResult;
import io.retainer.model.imports.ImportResult.Status;
import io.retainer.spi.TableChoices;
import io.retainer.warehouse.Desk;
import io.retainer.warehouse.fake.ConnectorJar;
import io.retainer.warehouse.fake.LinesConnector;
import io.retainer.warehouse.fake.SketchConnector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A mapping that was saved reads the next file of its table without being named. */
class MappingsTest {

  private static final String TILL =
      "till receipts\ntable web_traffic columns=sessions account=shop\n";

  private Desk desk;

  @BeforeEach
  void open(@TempDir Path folder) throws IOException {
    desk = new Desk(folder);
    ConnectorJar.write(
        folder.resolve("connectors/sketch.jar"), SketchConnector.class, LinesConnector.class);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private void save(String name, String text) {
    desk.imports.mappings().save(new Mappings.Saved(name, text));
  }

  private ImportResult take(String content) {
    return desk.file(content, ImportOptions.none());
  }

  @Test
  void theNextFileIsReadByItself() {
    assertThat(take(TILL + "2026-10-01|5\n").status()).isEqualTo(Status.UNRECOGNISED);

    save("till", "till receipts");

    ImportResult second = take(TILL + "2026-10-02|6\n");
    assertThat(second.status()).isEqualTo(Status.ACCEPTED);
    assertThat(second.connector()).contains("tabular");
  }

  @Test
  void aTableThatIsCalledLikeAnotherTakesNothingFromIt() {
    Mappings mappings = desk.imports.mappings();
    assertThat(mappings.add("Orders", "till receipts")).isEqualTo("orders");
    assertThat(mappings.add("orders.", "shop")).isEqualTo("orders-2");
    assertThat(mappings.add("Orders", "shop of Vaasa")).isEqualTo("orders-3");

    assertThat(mappings.add("ORDERS", "shop")).isEqualTo("orders-2");
    assertThat(mappings.all())
        .extracting(Mappings.Saved::text)
        .containsExactly("till receipts", "shop", "shop of Vaasa");
  }

  @Test
  void tablesWithTheLongestNameAreToldApartToo() {
    Mappings mappings = desk.imports.mappings();
    String longest = "a".repeat(80);
    assertThat(mappings.add(longest, "till")).isNotEqualTo(mappings.add(longest, "shop"));
    assertThat(mappings.all()).extracting(Mappings.Saved::text).contains("till", "shop");
  }

  @Test
  void aPlatformsConnectorGoesFirst() {
    save("everything", "lines");

    assertThat(desk.lines("table web_traffic columns=sessions", "2026-10-01|5").connector())
        .contains("lines");
  }

  @Test
  void twoMappingsThatFitAreNamed() {
    save("till", "till");
    save("receipts", "till receipts");

    ImportResult result = take(TILL + "2026-10-01|5\n");

    assertThat(result.status()).isEqualTo(Status.REJECTED);
    assertThat(result.issues().get(0).saw()).contains("receipts, till");
  }

  /** As when somebody names the columns of January's file, and then those of February's too. */
  @Test
  void whatAMappingReadsByNowGetsNoSecondOne() throws IOException {
    Path january = Files.writeString(desk.folder.resolve("jan.txt"), TILL + "2026-10-01|5\n");
    Path february = Files.writeString(desk.folder.resolve("feb.txt"), TILL + "2026-10-02|6\n");

    assertThat(named("Till", "till", january).status()).isEqualTo(Status.ACCEPTED);
    assertThat(named("Receipts", "till receipts", february).status()).isEqualTo(Status.ACCEPTED);

    assertThat(desk.imports.mappings().all())
        .extracting(Mappings.Saved::name)
        .containsExactly("till");
    assertThat(take(TILL + "2026-10-03|7\n").status()).isEqualTo(Status.ACCEPTED);
  }

  private ImportResult named(String title, String mapping, Path file) {
    return new NewTable(title, mapping)
        .importFrom(ReceivedFile.of(file), Desk.ACME, desk.imports, ImportOptions.none());
  }

  @Test
  void aRemovedMappingReadsNothingMore() {
    save("till", "till receipts");
    assertThat(desk.imports.mappings().remove("till")).isTrue();

    assertThat(take(TILL + "2026-10-01|5\n").status()).isEqualTo(Status.UNRECOGNISED);
    assertThat(desk.imports.mappings().remove("till")).isFalse();
  }

  @Test
  void aDraftIsWrittenByTheConnectorThatReadsByMappings() throws IOException {
    Path file = Files.writeString(desk.folder.resolve("book.csv"), "a,b\n1,2\n");

    assertThat(desk.imports.draft(ReceivedFile.of(file), TableChoices.none()).sheet())
        .isEqualTo("book.csv");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../evil", "a/b", ".hidden", "", "a b", "-", "a\u202Eb", "con:"})
  void noNameLeavesTheFolder(String name) {
    Mappings mappings = desk.imports.mappings();
    var saved = new Mappings.Saved(name, "text");

    assertThatThrownBy(() -> mappings.save(saved)).isInstanceOf(IllegalArgumentException.class);
    assertThat(mappings.find(name)).isEmpty();
    assertThat(mappings.remove(name)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "Till of Vaasa, till-of-vaasa",
    "Чеки (касса №1), чеки-касса-no1",
    "../../etc/passwd, etc-passwd",
    "???, table"
  })
  void everyTitleGivesAName(String title, String name) {
    assertThat(Mappings.nameOf(title)).isEqualTo(name);
    save(Mappings.nameOf(title), "text");
    assertThat(desk.imports.mappings().find(name)).isPresent();
  }
}
