package io.retainer.workspace.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.workspace.pull.PullSource;
import io.retainer.workspace.pull.Puller;
import java.util.Optional;

/** A source as programs read it; its credential is in no answer. */
public final class SourceJson {

  private SourceJson() {}

  public static ObjectNode of(PullSource source, Puller puller) {
    return Json.object()
        .put("id", source.id())
        .put("client", source.client().value())
        .put("platform", source.kind())
        .put("title", puller.title(source))
        .put("account", source.account())
        .put("from", source.first().toString())
        .put("lookBack", source.lookBack())
        .put("paused", source.isPaused())
        .put("importedUntil", text(source.pulledUntil()))
        .put("askedAt", text(source.askedAt()))
        .put("nextAt", text(puller.next(source)))
        .put("pulling", text(puller.running(source.id())))
        .put("problem", text(source.problem()));
  }

  private static String text(Optional<?> value) {
    return value.map(Object::toString).orElse(null);
  }
}
