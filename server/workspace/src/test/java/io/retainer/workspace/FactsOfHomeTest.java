package io.retainer.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.warehouse.FactsInPostgres;
import io.retainer.warehouse.FactsInTrino;
import io.retainer.workspace.configuration.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the facts are, as the settings say. */
class FactsOfHomeTest {

  private static final String TRINO = "jdbc:trino://trino.example:8080/iceberg/retainer";
  private static final String STATE = "jdbc:postgresql://db.example/retainer";

  @TempDir private Path home;

  private FactsOfHome facts(String... settings) throws IOException {
    Files.writeString(home.resolve(Configuration.FILE), String.join("\n", settings));
    return FactsOfHome.of(new HomeFolder(home), Configuration.of(home));
  }

  @Test
  void ofATrinoTheBookOfImportsIsBesideTheState() throws IOException {
    FactsOfHome facts =
        facts(
            "retainer.facts.url=" + TRINO,
            "retainer.facts.user=reader",
            "retainer.database.url=" + STATE,
            "retainer.database.user=retainer");

    assertThat(facts.problem()).isEmpty();
    assertThat(facts.elsewhere())
        .contains(
            new FactsInTrino(
                TRINO,
                Optional.of("reader"),
                Optional.empty(),
                FactsInPostgres.ledger(STATE, Optional.of("retainer"), Optional.empty())));
  }

  @Test
  void aTrinoBesideAStateInAFileIsRefusedBeforeAnythingIsOpened() throws IOException {
    FactsOfHome facts = facts("retainer.facts.url=" + TRINO);

    assertThat(facts.problem().orElseThrow())
        .contains(TRINO, "the state is in a file", "set retainer.database.url");
  }

  @Test
  void anAddressHasACatalogAndASchemaAndNoPassword() {
    assertThat(FactsOfHome.problemOf(TRINO)).isEmpty();
    assertThat(FactsOfHome.problemOf(TRINO + "?SSL=true")).isEmpty();
    assertThat(FactsOfHome.problemOf(STATE)).isEmpty();
    assertThat(FactsOfHome.problemOf("jdbc:trino://trino.example:8080/iceberg")).isPresent();
    assertThat(FactsOfHome.problemOf(TRINO + "?password=x").orElseThrow())
        .contains("jdbc:trino://trino.example:8080/iceberg/retainer", "without a password");
  }
}
