package io.retainer.systemtest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/**
 * A mail server that says when it wants that it has a mail, or never, and whom it does not know:
 * GreenMail always answers, and knows everybody.
 */
public final class OwnMailServer implements AutoCloseable {

  private final ServerSocket socket = new ServerSocket(0, 200, InetAddress.getByName("127.0.0.1"));
  private final ExecutorService callers = Executors.newCachedThreadPool(OwnMailServer::named);
  private final Predicate<String> known;
  private final Predicate<String> taking;

  /**
   * @param taking hears the recipient of each mail that has arrived whole; false when the caller
   *     gets no answer
   */
  OwnMailServer(Predicate<String> taking) throws IOException {
    this(recipient -> true, taking);
  }

  /** One that takes mails for those whom it knows, and refuses others. */
  public static OwnMailServer knowing(Predicate<String> known) throws IOException {
    return new OwnMailServer(known, recipient -> true);
  }

  private OwnMailServer(Predicate<String> known, Predicate<String> taking) throws IOException {
    this.known = known;
    this.taking = taking;
    callers.execute(this::serve);
  }

  private static Thread named(Runnable work) {
    var thread = new Thread(work, "own-mail-server");
    thread.setDaemon(true);
    return thread;
  }

  public int port() {
    return socket.getLocalPort();
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
      say(caller, "220 own.example");
      String recipient = "";
      boolean inMail = false;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (inMail) {
          inMail = !line.equals(".");
          if (!inMail && taking.test(recipient)) {
            say(caller, "250 taken");
          }
        } else {
          if (line.startsWith("RCPT TO:")) {
            recipient = line.replaceAll(".*<(.*)>.*", "$1");
          }
          boolean isUnknown = line.startsWith("RCPT TO:") && !known.test(recipient);
          inMail = line.equals("DATA");
          say(caller, isUnknown ? "550 5.1.1 no such user" : inMail ? "354 go on" : "250 ok");
        }
      }
    } catch (IOException e) {
      // The caller hung up, or was killed.
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
