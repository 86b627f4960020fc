package io.retainer.warehouse.connector;

import io.retainer.spi.Connector;
import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.spi.SourceFile;
import java.io.IOException;
import java.util.function.Supplier;

/**
 * A connector as the server calls it: watched, with an end to every call, and with a {@link
 * ConnectorFailure} for whatever goes wrong in it.
 *
 * @param origin connectors of one origin believe each other's answers about a file
 */
record ContainedConnector(
    ConnectorDescription description,
    Connector connector,
    CallsUnderWay calls,
    ConnectorLimits limits,
    String origin)
    implements Connector {

  /** What it said when it was loaded. */
  @Override
  public ConnectorDescription describe() {
    return description;
  }

  @Override
  public Recognition recognise(SourceFile file) throws IOException {
    return answered("recognise", file, connector::recognise);
  }

  /** A look at a file, which has to be short and to end in an answer. */
  interface Look<T> {
    T at(SourceFile file) throws IOException;
  }

  /** An answer that needs no file. */
  <T> T said(String question, Supplier<T> answer) {
    WatchedCall call = new WatchedCall(calls, limits.recognising(), limits.recognising());
    try {
      T said = call.run(description.id(), loader(), over -> answer.get());
      if (said == null) {
        throw new ConnectorFailure(question + " gave no answer");
      }
      return said;
    } catch (IOException e) {
      throw new ConnectorFailure(e);
    }
  }

  <T> T answered(String question, SourceFile file, Look<T> look) throws IOException {
    WatchedCall call = new WatchedCall(calls, limits.recognising(), limits.recognising());
    T answer =
        call.run(description.id(), loader(), over -> look.at(new WatchedFile(file, call, origin)));
    if (answer == null) {
      throw new ConnectorFailure(question + " gave no answer");
    }
    return answer;
  }

  @Override
  public void read(SourceFile file, ReadSettings settings, FactSink sink) throws IOException {
    WatchedCall call = new WatchedCall(calls, limits.silence(), limits.reading());
    call.run(
        description.id(),
        loader(),
        over -> {
          connector.read(
              new WatchedFile(file, call, origin), settings, new WatchedSink(sink, over));
          return null;
        });
  }

  ClassLoader loader() {
    return connector.getClass().getClassLoader();
  }
}
