package io.retainer.workspace.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Evidence;
import java.util.Locale;

/** What a connector says of itself, as JSON. */
public final class ConnectorJson {

  private ConnectorJson() {}

  public static ObjectNode of(ConnectorDescription connector) {
    ObjectNode json =
        Json.object()
            .put("id", connector.id())
            .put("title", connector.title())
            .put("about", connector.about());
    json.set("exports", Json.array(connector.exports(), ConnectorJson::export));
    json.set("layouts", Json.array(connector.layouts(), ConnectorJson::layout));
    json.set("refused", Json.array(connector.refused(), Json::text));
    json.set("tables", Json.array(connector.tables(), ConnectorJson::table));
    json.set("datasets", Json.array(connector.datasets(), Json::text));
    json.set("languages", Json.array(connector.languages(), ConnectorJson::language));
    json.set("optionalHeadings", Json.array(connector.optionalHeadings(), Json::text));
    json.set("settings", Json.array(connector.settings(), ConnectorJson::setting));
    json.set("notes", Json.array(connector.notes(), Json::text));
    return json;
  }

  private static ObjectNode export(ConnectorDescription.Export export) {
    return Json.object().put("name", export.name()).put("how", export.how());
  }

  private static ObjectNode layout(ConnectorDescription.Layout layout) {
    return Json.object().put("name", layout.name()).put("evidence", word(layout.evidence()));
  }

  private static ObjectNode table(ConnectorDescription.Table table) {
    return Json.object().put("dataset", table.dataset()).put("from", table.from());
  }

  private static ObjectNode language(ConnectorDescription.Language language) {
    return Json.object().put("tag", language.tag()).put("evidence", word(language.evidence()));
  }

  private static ObjectNode setting(ConnectorDescription.Setting setting) {
    ObjectNode json =
        Json.object()
            .put("name", setting.name())
            .put("meaning", setting.meaning())
            .put("type", setting.type().name().toLowerCase(Locale.ROOT))
            .put("secret", setting.isSecret());
    json.set("default", Json.textOrNull(setting.byDefault()));
    return json;
  }

  private static String word(Evidence evidence) {
    return evidence.name().toLowerCase(Locale.ROOT);
  }
}
