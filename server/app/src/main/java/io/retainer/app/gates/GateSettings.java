package io.retainer.app.gates;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.app.reports.GateLevel;
import io.retainer.app.shell.Form;
import io.retainer.app.shell.Input;
import io.retainer.app.shell.JsonInput;
import io.retainer.model.client.ClientId;
import io.retainer.workspace.contract.Json;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Levels and limits of one owner, as pages and programs show and set them. */
public final class GateSettings {

  private final Gates gates;
  private final GateLevels levels;
  private final GateLimits limits;

  public GateSettings(Gates gates, GateLevels levels, GateLimits limits) {
    this.gates = gates;
    this.levels = levels;
    this.limits = limits;
  }

  /**
   * @param inherited what it is where nobody says otherwise here
   * @param own empty where nobody does
   */
  public record Line(String gate, GateLevel inherited, String own) {}

  /**
   * @param inherited what it is where nobody says otherwise here
   * @param own empty where nobody does
   */
  public record LimitLine(GateLimit limit, String inherited, String own) {}

  List<Line> lines(GateLevels.Owner owner, Optional<ClientId> client, String id) {
    Map<String, GateLevel> own = levels.of(owner, id);
    return levels.inherited(gates.usual(), owner, client).entrySet().stream()
        .map(
            each ->
                new Line(
                    each.getKey(),
                    each.getValue(),
                    Optional.ofNullable(own.get(each.getKey())).map(GateLevel::word).orElse("")))
        .toList();
  }

  List<LimitLine> limits(GateLevels.Owner owner, Optional<ClientId> client, String id) {
    Map<GateLimit, BigDecimal> own = limits.of(owner, id);
    return Arrays.stream(GateLimit.values())
        .map(
            limit ->
                new LimitLine(
                    limit,
                    limits.inherited(owner, limit, client).toPlainString(),
                    Optional.ofNullable(own.get(limit)).map(BigDecimal::toPlainString).orElse("")))
        .toList();
  }

  ObjectNode json(GateLevels.Owner owner, Optional<ClientId> client, String id) {
    ObjectNode json = Json.object();
    for (Line line : lines(owner, client, id)) {
      json.set(
          line.gate(),
          Json.object()
              .put("level", line.own().isEmpty() ? line.inherited().word() : line.own())
              .put("usual", gates.usual().get(line.gate()).word())
              .put("own", !line.own().isEmpty()));
    }
    for (LimitLine line : limits(owner, client, id)) {
      json.set(
          line.limit().word(),
          Json.object()
              .put("value", new BigDecimal(line.own().isEmpty() ? line.inherited() : line.own()))
              .put("usual", line.limit().usual())
              .put("own", !line.own().isEmpty()));
    }
    return json;
  }

  void set(GateLevels.Owner owner, String id, JsonInput input, String by) {
    Map<String, GateLevel> wanted = new LinkedHashMap<>();
    for (String gate : gates.usual().keySet()) {
      input
          .text(gate)
          .flatMap(word -> input.read(word, GateLevel::of))
          .ifPresent(level -> wanted.put(gate, level));
    }
    Map<GateLimit, BigDecimal> numbers = new EnumMap<>(GateLimit.class);
    for (GateLimit limit : GateLimit.values()) {
      input
          .text(limit.word())
          .flatMap(text -> input.read(text, limit::read))
          .ifPresent(number -> numbers.put(limit, number));
    }
    input.check();
    set(owner, id, wanted, numbers, by);
  }

  void set(GateLevels.Owner owner, String id, Form form, String by) {
    Map<String, GateLevel> wanted = new LinkedHashMap<>();
    for (String gate : gates.usual().keySet()) {
      if (!form.text(gate).isEmpty()) {
        wanted.put(gate, Input.value(form.text(gate), GateLevel::of));
      }
    }
    Map<GateLimit, BigDecimal> numbers = new EnumMap<>(GateLimit.class);
    for (GateLimit limit : GateLimit.values()) {
      if (!form.text(limit.word()).isEmpty()) {
        numbers.put(limit, Input.value(form.text(limit.word()), limit::read));
      }
    }
    set(owner, id, wanted, numbers, by);
  }

  private void set(
      GateLevels.Owner owner,
      String id,
      Map<String, GateLevel> wanted,
      Map<GateLimit, BigDecimal> numbers,
      String by) {
    levels.set(owner, id, wanted, by);
    limits.set(owner, id, numbers, by);
  }
}
