package io.retainer.warehouse.fake;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Recognition;
import io.retainer.spi.SourceFile;
import java.io.IOException;

/** Knows the same files as {@link LinesConnector}. */
public final class RivalConnector extends LinesConnector {

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of("rival", "Rival").about("Lines, too.").build();
  }

  /**
   * It knows the lines, and nothing of what is no line. A file of the name broken.txt is too much
   * for it.
   */
  @Override
  public Recognition recognise(SourceFile file) throws IOException {
    if (file.name().equals("broken.txt")) {
      throw new IllegalStateException("a stranger's bug");
    }
    Recognition same = super.recognise(file);
    return same instanceof Recognition.Refused ? Recognition.refused("no line of a rival") : same;
  }
}
