package io.retainer.toolkit;

import io.retainer.spi.Connector;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.spi.SourceFile;
import java.io.IOException;

/**
 * A connector for files of tables. It opens the file, whatever it is packed in, and turns content
 * that breaks off into a refusal or an issue; the rest is left to the platform's connector.
 */
public abstract class TableConnector implements Connector {

  @Override
  public final Recognition recognise(SourceFile file) throws IOException {
    try {
      return recognise(file, FileContent.of(file));
    } catch (UnreadableContent trouble) {
      return new Recognition.Unreadable(trouble.issue());
    }
  }

  @Override
  public final void read(SourceFile file, ReadSettings settings, FactSink sink) throws IOException {
    try {
      read(file, open(file, settings), settings, sink);
    } catch (UnreadableContent trouble) {
      sink.issue(trouble.issue());
    }
  }

  /** Opens the file for reading; a connector that is told more about it overrides this. */
  protected FileContent open(SourceFile file, ReadSettings settings) throws IOException {
    return FileContent.of(file);
  }

  /** Decides by the heads of the sheets. */
  protected abstract Recognition recognise(SourceFile file, FileContent content) throws IOException;

  protected abstract void read(
      SourceFile file, FileContent content, ReadSettings settings, FactSink sink)
      throws IOException;
}
