package io.retainer.warehouse.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.spi.ColumnType;
import io.retainer.spi.ConnectorDescription;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GivenSettingsTest {

  private static final ConnectorDescription DEALS =
      ConnectorDescription.of("deals", "Deals")
          .setting("won-stages", "stages in which a deal is won", ColumnType.TEXT)
          .setting("since", "first day", ColumnType.DATE)
          .setting("rows", "at most", ColumnType.INTEGER, "100")
          .secret("key", "the key")
          .build();
  private static final ConnectorDescription SHOP = ConnectorDescription.of("shop", "Shop").build();

  @Test
  void areWrittenLineByLine() {
    assertThat(of("won-stages = Signed, Paid", "", "since=2026-01-31", "rows=5"))
        .isEqualTo(Map.of("won-stages", "Signed, Paid", "since", "2026-01-31", "rows", "5"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "won stages|A setting is written NAME=VALUE, saw \"won stages\"",
        "won=Signed|No connector has a setting \"won\"; there are key, rows, since, won-stages",
        "since=31.1.2026|The setting since is \"31.1.2026\", expected a day like 2026-01-31",
        "rows=5.5|The setting rows is \"5.5\", expected a whole number"
      })
  void whatIsWrongIsSaid(String line, String said) {
    assertThatThrownBy(() -> of(line)).hasMessage(said);
  }

  @Test
  void aConnectorIsToldThoseItDeclaresAndNoOthers() {
    Map<String, String> given = Map.of("key", "s3cret", "won-stages", "Paid");

    assertThat(GivenSettings.declared(given, DEALS)).isEqualTo(given);
    assertThat(GivenSettings.declared(given, SHOP)).isEmpty();
  }

  private static Map<String, String> of(String... lines) {
    return GivenSettings.of(List.of(lines), List.of(DEALS, SHOP));
  }
}
