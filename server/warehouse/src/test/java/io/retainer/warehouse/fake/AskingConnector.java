package io.retainer.warehouse.fake;

import io.retainer.spi.Connector;
import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.spi.SourceFile;
import java.io.IOException;

/** Tells who has found out what it asks about a file. */
public abstract class AskingConnector implements Connector {

  private final String id;

  AskingConnector(String id) {
    this.id = id;
  }

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of(id, id).about("Asks.").build();
  }

  @Override
  public Recognition recognise(SourceFile file) throws IOException {
    return Recognition.as((String) file.once("who", () -> "found by " + id));
  }

  @Override
  public void read(SourceFile file, ReadSettings settings, FactSink sink) {}

  public static final class First extends AskingConnector {
    public First() {
      super("first");
    }
  }

  public static final class Second extends AskingConnector {
    public Second() {
      super("second");
    }
  }

  public static final class Stranger extends AskingConnector {
    public Stranger() {
      super("stranger");
    }
  }
}
