package io.retainer.mapping;

import io.retainer.toolkit.DateOrder;
import io.retainer.toolkit.NumberForm;
import io.retainer.toolkit.TextHints;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the block {@code read:} of a mapping: what the user knows about how the file writes. */
final class HintsReader {

  private static final Map<String, Character> DELIMITERS =
      Map.of("comma", ',', "semicolon", ';', "tab", '\t', "bar", '|');

  private final MappingNotes notes;

  HintsReader(MappingNotes notes) {
    this.notes = notes;
  }

  Mapping.Hints read(Node block) {
    Map<String, Node> read =
        notes.entries(
            block,
            List.of("dates", "numbers", "zone", "sheet", "encoding", "delimiter"),
            "how the file writes");
    return new Mapping.Hints(
        Optional.ofNullable(read.get("dates"))
            .flatMap(
                node ->
                    notes.choice(
                        node,
                        Map.of(
                            "day first", DateOrder.DAY_FIRST,
                            "month first", DateOrder.MONTH_FIRST))),
        Optional.ofNullable(read.get("numbers"))
            .flatMap(
                node ->
                    notes.choice(
                        node,
                        Map.of(
                            "decimal point", NumberForm.POINT,
                            "decimal comma", NumberForm.COMMA))),
        Optional.ofNullable(read.get("zone")).flatMap(this::zone),
        Optional.ofNullable(read.get("sheet")).flatMap(node -> notes.text(node, "a name")),
        new TextHints(
            Optional.ofNullable(read.get("encoding")).flatMap(this::charset),
            Optional.ofNullable(read.get("delimiter"))
                .flatMap(node -> notes.choice(node, DELIMITERS))));
  }

  private Optional<Charset> charset(Node node) {
    Optional<String> name = notes.text(node, "an encoding such as windows-1251");
    try {
      return name.map(Charset::forName);
    } catch (IllegalArgumentException unknown) {
      notes.note(node, "\"" + name.get() + "\"", "an encoding such as windows-1251", "Look it up.");
      return Optional.empty();
    }
  }

  private Optional<ZoneId> zone(Node node) {
    Optional<String> name = notes.text(node, "a zone such as Europe/Helsinki");
    try {
      return name.map(ZoneId::of);
    } catch (DateTimeException unknown) {
      notes.note(node, "\"" + name.get() + "\"", "a zone such as Europe/Helsinki", "Look it up.");
      return Optional.empty();
    }
  }
}
