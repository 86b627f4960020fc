package io.retainer.workspace;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ssl.SSLContext;

/**
 * Stands before a mail server and protects its connections from the first byte on, as stunnel does:
 * GreenMail shows the same certificate for as long as a process lives.
 */
public final class TlsFront implements AutoCloseable {

  private final ServerSocket socket;
  private final int behind;

  /**
   * @param behind port of the mail server at 127.0.0.1
   */
  public TlsFront(SSLContext certificate, int behind) throws IOException {
    this.behind = behind;
    this.socket =
        certificate
            .getServerSocketFactory()
            .createServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
    daemon(this::serve);
  }

  public int port() {
    return socket.getLocalPort();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        Socket caller = socket.accept();
        daemon(() -> converse(caller));
      } catch (IOException e) {
        // The test is over.
      }
    }
  }

  private void converse(Socket caller) {
    try (caller;
        var server = new Socket("127.0.0.1", behind)) {
      // A conversation of short lines would wait for each acknowledgement.
      caller.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      daemon(() -> pass(server, caller));
      pass(caller, server);
    } catch (IOException e) {
      // Whoever was there is gone.
    }
  }

  private static void pass(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // As a handshake that the caller breaks off, since it does not trust the certificate.
    }
  }

  private static void daemon(Runnable work) {
    var thread = new Thread(work, "tls-front");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
