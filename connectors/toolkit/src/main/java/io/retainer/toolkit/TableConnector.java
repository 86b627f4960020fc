package io.retainer.toolkit;

import io.retainer.spi.Connector;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.spi.SourceFile;
import java.io.IOException;

/**
 * A connector for files of tables, and of JSON where it says so. It opens the file, whatever it is
 * packed in, and turns content that breaks off into a refusal or an issue; the rest is left to the
 * platform's connector.
 */
public abstract class TableConnector implements Connector {

  @Override
  public final Recognition recognise(SourceFile file) throws IOException {
    try {
      FileContent content = FileContent.of(file);
      Recognition found = content.sheets().isEmpty() ? null : recognise(file, content);
      for (JsonText json : content.documents()) {
        if (!(found instanceof Recognition.Recognised)) {
          Recognition document = recognise(file, json);
          found = found == null || document instanceof Recognition.Recognised ? document : found;
        }
      }
      return found;
    } catch (UnreadableContent trouble) {
      return new Recognition.Unreadable(trouble.issue());
    }
  }

  @Override
  public final void read(SourceFile file, ReadSettings settings, FactSink sink) throws IOException {
    try {
      FileContent content = open(file, settings);
      if (content.kind() == FileContent.Kind.ARCHIVE) {
        var heard = new UnreadEntries(sink);
        read(file, settings, content, heard);
        heard.tell(content);
      } else {
        read(file, settings, content, sink);
      }
    } catch (UnreadableContent trouble) {
      sink.issue(trouble.issue());
    }
  }

  private void read(SourceFile file, ReadSettings settings, FileContent content, FactSink sink)
      throws IOException {
    boolean isMixed = !content.sheets().isEmpty() && !content.documents().isEmpty();
    boolean isList = content.documents().size() > 1;
    if (!content.sheets().isEmpty()
        && (!isMixed || recognise(file, content) instanceof Recognition.Recognised)) {
      read(file, content, settings, sink);
    }
    for (JsonText json : content.documents()) {
      if (!isMixed && !isList || recognise(file, json) instanceof Recognition.Recognised) {
        read(file, json, settings, sink);
      } else {
        sink.passedOver(0, "file " + json.name() + " of the archive, of which nothing was read");
      }
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

  /**
   * Decides by the head of a JSON text. A connector that reads what a platform's interface for
   * programs answers overrides this and {@link #read(SourceFile, JsonText, ReadSettings,
   * FactSink)}.
   */
  protected Recognition recognise(SourceFile file, JsonText json) throws IOException {
    return Recognition.refused("It is JSON; of this platform, tables are read.");
  }

  protected void read(SourceFile file, JsonText json, ReadSettings settings, FactSink sink)
      throws IOException {
    sink.issue(ReadIssue.ofFile("JSON", "a table", "Export it as CSV or XLSX and upload that."));
  }
}
