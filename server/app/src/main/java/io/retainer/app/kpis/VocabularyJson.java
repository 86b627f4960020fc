package io.retainer.app.kpis;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.kpi.KpiDefinition;
import io.retainer.kpi.script.Vocabulary;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.spi.Additivity;
import io.retainer.spi.Column;
import io.retainer.spi.ColumnType;
import io.retainer.spi.Dataset;
import io.retainer.spi.Datasets;
import io.retainer.workspace.contract.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The words of a definition, the datasets with their columns, and the KPIs there are. */
final class VocabularyJson {

  private VocabularyJson() {}

  static ObjectNode of(List<KpiDefinition> kpis) {
    ObjectNode json = Json.object();
    json.set("settings", words(Vocabulary.SETTINGS));
    json.set("parameters", words(Vocabulary.PARAMETERS));
    json.set("aggregations", words(Vocabulary.AGGREGATIONS));
    json.set("blocks", words(Vocabulary.BLOCKS));
    json.set("history", words(Vocabulary.HISTORY));
    json.set("rowValues", words(Vocabulary.ROW_VALUES));
    json.set("inValues", words(Vocabulary.IN_VALUES));
    json.set("conditions", words(Vocabulary.CONDITIONS));
    json.set("expectations", words(Vocabulary.EXPECTATIONS));
    json.set("units", Json.array(Arrays.asList(KpiUnit.values()), unit -> Json.text(unit.word())));
    json.set("datasets", Json.array(Datasets.all(), VocabularyJson::dataset));
    json.set(
        "kpis",
        Json.array(
            kpis,
            kpi ->
                Json.object()
                    .put("id", kpi.descriptor().id().value())
                    .put("title", kpi.descriptor().title(Locale.ENGLISH))));
    return json;
  }

  private static ObjectNode words(Map<String, String> words) {
    ObjectNode json = Json.object();
    words.forEach(json::put);
    return json;
  }

  private static ObjectNode dataset(Dataset dataset) {
    ObjectNode json = Json.object().put("name", dataset.name());
    json.set("columns", Json.array(dataset.columns(), VocabularyJson::column));
    return json;
  }

  private static ObjectNode column(Column column) {
    boolean isText = column.type() == ColumnType.TEXT;
    boolean isDimension = isText && column.additivity() == Additivity.DIMENSION;
    return Json.object()
        .put("name", column.name())
        .put("type", column.type().name().toLowerCase(Locale.ROOT))
        .put("isDimension", isDimension)
        .put("isName", isDimension || isText && column.additivity() == Additivity.KEY);
  }
}
