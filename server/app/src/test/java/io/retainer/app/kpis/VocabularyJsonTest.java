package io.retainer.app.kpis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What an editor needs to propose what may stand where. */
class VocabularyJsonTest {

  private static final JsonNode WORDS = VocabularyJson.of(List.of());

  @Test
  void namesTheUnitsOfParameters() {
    assertThat(WORDS.path("parameters").fieldNames())
        .toIterable()
        .containsExactly("money", "percent", "count", "days", "hours", "minutes", "seconds");
  }

  @Test
  void tellsWhichColumnsMayStandAfterByAndWhichAreKeys() {
    assertThat(column("channel").path("isDimension").asBoolean()).isTrue();
    assertThat(column("order_id").path("isDimension").asBoolean()).isFalse();
    assertThat(column("order_id").path("isName").asBoolean()).isTrue();
    assertThat(column("total").path("isName").asBoolean()).isFalse();
    assertThat(column("ordered_at").path("type").asText()).isEqualTo("timestamp");
  }

  private static JsonNode column(String name) {
    return each(WORDS.path("datasets")).stream()
        .filter(dataset -> dataset.path("name").asText().equals("orders"))
        .flatMap(dataset -> each(dataset.path("columns")).stream())
        .filter(column -> column.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }
}
