package io.retainer.app.deliveries;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Holds one SMTP conversation and answers as told: GreenMail never refuses. */
final class SmallMailServer implements AutoCloseable {

  private final ServerSocket socket;
  private final Map<String, String> answers;

  /**
   * @param answers by the first word of a command; 250 to all others
   */
  SmallMailServer(Map<String, String> answers) throws IOException {
    this.answers = answers;
    this.socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
    var thread = new Thread(this::converse, "small-mail-server");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  private void converse() {
    try (Socket caller = socket.accept();
        var in =
            new BufferedReader(
                new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
        var out = new PrintWriter(caller.getOutputStream(), false, StandardCharsets.US_ASCII)) {
      say(out, "220 small.example");
      boolean inMail = false;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (inMail) {
          if (line.equals(".")) {
            inMail = false;
            say(out, "250 ok");
          }
          continue;
        }
        String command = line.split("[ :]")[0];
        inMail = command.equals("DATA");
        say(out, inMail ? "354 go on" : answers.getOrDefault(command, "250 ok"));
      }
    } catch (IOException e) {
      // The caller has hung up, or the test is over.
    }
  }

  private static void say(PrintWriter out, String line) {
    out.print(line + "\r\n");
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
