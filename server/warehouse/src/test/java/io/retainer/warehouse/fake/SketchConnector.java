package io.retainer.warehouse.fake;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.Recognition;
import io.retainer.spi.SourceFile;
import io.retainer.spi.TableChoices;
import io.retainer.spi.TableDraft;
import io.retainer.spi.TableMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads lines by mappings: a mapping is a word that the file begins with. */
public final class SketchConnector extends LinesConnector implements TableMapper {

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of("tabular", "Sketch").about("Lines by mappings.").build();
  }

  @Override
  public Recognition recognise(SourceFile file) {
    return Recognition.refused("No mapping was given.");
  }

  @Override
  public Recognition recognise(SourceFile file, String mapping) throws IOException {
    try (var in = file.open()) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.startsWith(mapping.strip())
          ? Recognition.as(mapping)
          : Recognition.refused("It begins otherwise.");
    }
  }

  @Override
  public List<ReadIssue> check(String mapping) {
    return List.of();
  }

  @Override
  public TableDraft draft(SourceFile file, TableChoices choices) {
    return new TableDraft(List.of(), file.name(), "", List.of(), "", List.of());
  }
}
