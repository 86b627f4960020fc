package io.retainer.workspace.contract;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;

/** How values become JSON. */
public final class Json {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private static final ObjectReader EXACT =
      MAPPER.reader(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private Json() {}

  /** The text of a document, indented. */
  public static String text(JsonNode document) {
    try {
      return MAPPER.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree of plain nodes could not be written", e);
    }
  }

  /**
   * @throws JsonProcessingException saying where the text is no JSON
   */
  public static JsonNode read(String text) throws JsonProcessingException {
    return MAPPER.readTree(text);
  }

  /** As {@link #read}, with numbers as they are written, however many digits they have. */
  public static JsonNode exact(String text) throws JsonProcessingException {
    return EXACT.readTree(text);
  }

  public static ObjectNode object() {
    return NODES.objectNode();
  }

  public static <T> ArrayNode array(Iterable<? extends T> items, Function<T, JsonNode> each) {
    ArrayNode array = NODES.arrayNode();
    items.forEach(item -> array.add(each.apply(item)));
    return array;
  }

  public static JsonNode text(Object value) {
    return NODES.textNode(value.toString());
  }

  public static JsonNode nothing() {
    return NODES.nullNode();
  }

  public static JsonNode textOrNull(Optional<?> value) {
    return value.<JsonNode>map(Json::text).orElseGet(NODES::nullNode);
  }

  static JsonNode number(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    return NODES.numberNode(plain.scale() < 0 ? plain.setScale(0) : plain);
  }

  public static JsonNode numberOrNull(Optional<BigDecimal> value) {
    return value.map(Json::number).orElseGet(NODES::nullNode);
  }
}
