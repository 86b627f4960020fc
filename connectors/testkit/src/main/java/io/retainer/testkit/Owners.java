package io.retainer.testkit;

import io.retainer.spi.Connector;
import io.retainer.spi.Recognition;
import io.retainer.spi.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** Which connectors take a file for theirs, of all that are on the class path. */
public final class Owners {

  private Owners() {}

  /** Their ids; a file that is one platform's has one. */
  public static List<String> of(SourceFile file) throws IOException {
    List<String> owners = new ArrayList<>();
    for (Connector connector : ServiceLoader.load(Connector.class)) {
      if (connector.recognise(file) instanceof Recognition.Recognised) {
        owners.add(connector.describe().id());
      }
    }
    return owners;
  }
}
