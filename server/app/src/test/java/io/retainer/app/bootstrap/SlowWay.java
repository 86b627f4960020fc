package io.retainer.app.bootstrap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Leads to a mail server that takes its time to greet. */
final class SlowWay implements AutoCloseable {

  private final ServerSocket socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
  private final ExecutorService threads = Executors.newCachedThreadPool(SlowWay::named);
  private final int port;
  private final Duration slowness;

  /**
   * @param port of the mail server
   */
  SlowWay(int port, Duration slowness) throws IOException {
    this.port = port;
    this.slowness = slowness;
    threads.execute(this::serve);
  }

  private static Thread named(Runnable work) {
    var thread = new Thread(work, "slow-way");
    thread.setDaemon(true);
    return thread;
  }

  int port() {
    return socket.getLocalPort();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        Socket caller = socket.accept();
        threads.execute(() -> lead(caller));
      } catch (IOException e) {
        // The test is over.
      }
    }
  }

  private void lead(Socket caller) {
    try (caller) {
      Thread.sleep(slowness.toMillis());
      try (var server = new Socket(InetAddress.getLoopbackAddress(), port)) {
        threads.execute(() -> pass(caller, server));
        server.getInputStream().transferTo(caller.getOutputStream());
      }
    } catch (IOException e) {
      // One of the two hung up.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pass(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      // One of the two hung up.
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    threads.shutdownNow();
  }
}
