package io.retainer.systemtest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Takes mails and remembers when; for some recipients it takes its time to say so. */
final class CountingMailServer implements AutoCloseable {

  private final ServerSocket socket = new ServerSocket(0, 200, InetAddress.getByName("127.0.0.1"));
  private final ExecutorService callers = Executors.newCachedThreadPool(CountingMailServer::named);
  private final List<Arrival> arrivals = new ArrayList<>();
  private final String slow;
  private final Duration patience;

  /**
   * A mail.
   *
   * @param nanos of System.nanoTime, when it was said that it was taken
   */
  record Arrival(String recipient, long nanos) {}

  /**
   * @param slow domain whose mails are answered late
   */
  CountingMailServer(String slow, Duration patience) throws IOException {
    this.slow = slow;
    this.patience = patience;
    callers.execute(this::serve);
  }

  private static Thread named(Runnable work) {
    var thread = new Thread(work, "counting-mail-server");
    thread.setDaemon(true);
    return thread;
  }

  int port() {
    return socket.getLocalPort();
  }

  synchronized List<Arrival> arrivals() {
    return List.copyOf(arrivals);
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        Socket caller = socket.accept();
        callers.execute(() -> converse(caller));
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
      say(caller, "220 counting.example");
      String recipient = "";
      boolean inMail = false;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (inMail) {
          inMail = !line.equals(".");
          if (!inMail) {
            take(recipient);
            say(caller, "250 taken");
          }
        } else {
          if (line.startsWith("RCPT TO:")) {
            recipient = line.replaceAll(".*<(.*)>.*", "$1");
          }
          inMail = line.equals("DATA");
          say(caller, inMail ? "354 go on" : "250 ok");
        }
      }
    } catch (IOException e) {
      // The caller hung up.
    }
  }

  private void take(String recipient) {
    if (recipient.endsWith("@" + slow)) {
      try {
        Thread.sleep(patience.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    synchronized (this) {
      arrivals.add(new Arrival(recipient, System.nanoTime()));
    }
  }

  private static void say(Socket caller, String line) throws IOException {
    caller.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    caller.getOutputStream().flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    callers.shutdownNow();
  }
}
