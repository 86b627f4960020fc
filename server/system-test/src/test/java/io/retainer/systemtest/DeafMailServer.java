package io.retainer.systemtest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Takes mails and never says so: GreenMail always answers. */
final class DeafMailServer implements AutoCloseable {

  private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
  private final Semaphore mails = new Semaphore(0);

  DeafMailServer() throws IOException {
    start(this::serve);
  }

  int port() {
    return socket.getLocalPort();
  }

  /** Waits for a whole mail, and counts it no more. */
  boolean takesAMail(long limitSeconds) throws InterruptedException {
    return mails.tryAcquire(limitSeconds, TimeUnit.SECONDS);
  }

  private static void start(Runnable work) {
    var thread = new Thread(work, "deaf-mail-server");
    thread.setDaemon(true);
    thread.start();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        Socket caller = socket.accept();
        start(() -> converse(caller));
      } catch (IOException e) {
        // The test is over.
      }
    }
  }

  private void converse(Socket caller) {
    try (caller) {
      var in =
          new BufferedReader(
              new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
      say(caller, "220 deaf.example");
      boolean inMail = false;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (inMail) {
          inMail = !line.equals(".");
          mails.release(inMail ? 0 : 1);
        } else {
          inMail = line.equals("DATA");
          say(caller, inMail ? "354 go on" : "250 ok");
        }
      }
    } catch (IOException e) {
      // The caller was killed.
    }
  }

  private static void say(Socket caller, String line) throws IOException {
    caller.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    caller.getOutputStream().flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
