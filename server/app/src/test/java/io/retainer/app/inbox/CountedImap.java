package io.retainer.app.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Passes on what is said to a mail server, and counts how often it is asked for mails. */
final class CountedImap implements AutoCloseable {

  private final ServerSocket here;
  private final int port;
  private final AtomicInteger asked = new AtomicInteger();

  /**
   * @param port where the mail server is
   */
  CountedImap(int port) throws IOException {
    this.port = port;
    here = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    inBackground(this::accept);
  }

  int port() {
    return here.getLocalPort();
  }

  /** Questions since the last call. */
  int asked() {
    return asked.getAndSet(0);
  }

  private void accept() throws IOException {
    while (!here.isClosed()) {
      Socket caller = here.accept();
      var server = new Socket(InetAddress.getLoopbackAddress(), port);
      inBackground(() -> pass(caller.getInputStream(), server.getOutputStream(), true));
      inBackground(() -> pass(server.getInputStream(), caller.getOutputStream(), false));
    }
  }

  private void pass(InputStream from, OutputStream to, boolean isCounted) throws IOException {
    byte[] buffer = new byte[8192];
    for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
      String said = new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
      if (isCounted && said.contains("FETCH")) {
        asked.incrementAndGet();
      }
      to.write(buffer, 0, read);
      to.flush();
    }
    to.close();
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void inBackground(Work work) {
    var thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException closed) {
                // Either side has hung up.
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      here.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
