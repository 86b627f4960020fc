package io.retainer.workspace.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.workspace.rates.RateFile;

/** A file of exchange rates as JSON. */
public final class RateFileJson {

  private RateFileJson() {}

  public static ObjectNode of(RateFile file) {
    return Json.object()
        .put("number", file.number())
        .put("file", file.name())
        .put("sha256", file.sha256())
        .put("at", file.at().toString())
        .put("by", file.by())
        .put("new", file.added())
        .put("changed", file.changed())
        .put("firstDay", file.first().toString())
        .put("lastDay", file.last().toString())
        .put("undoneBy", file.undoneBy().orElse(null));
  }
}
