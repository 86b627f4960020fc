package io.retainer.warehouse.connector;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.spi.SourceFile;
import io.retainer.spi.TableChoices;
import io.retainer.spi.TableDraft;
import io.retainer.spi.TableMapper;
import java.io.IOException;
import java.util.List;

/** A connector that reads by mappings, watched in the same way. */
record ContainedMapper(ContainedConnector contained, TableMapper mapper) implements TableMapper {

  @Override
  public ConnectorDescription describe() {
    return contained.describe();
  }

  @Override
  public Recognition recognise(SourceFile file) throws IOException {
    return contained.recognise(file);
  }

  @Override
  public void read(SourceFile file, ReadSettings settings, FactSink sink) throws IOException {
    contained.read(file, settings, sink);
  }

  @Override
  public Recognition recognise(SourceFile file, String mapping) throws IOException {
    return contained.answered("recognise", file, watched -> mapper.recognise(watched, mapping));
  }

  @Override
  public TableDraft draft(SourceFile file, TableChoices choices) throws IOException {
    return contained.answered("draft", file, watched -> mapper.draft(watched, choices));
  }

  @Override
  public List<ReadIssue> check(String mapping) {
    return contained.said("check", () -> mapper.check(mapping));
  }
}
