package io.retainer.app.deliveries;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * Holds SMTP conversations, one after the other, and answers as told: GreenMail never refuses,
 * hangs up or keeps one waiting.
 */
public final class SmallMailServer implements AutoCloseable {

  static final String HANG_UP = "hang up";
  static final String SILENCE = "silence";

  /** The line after the mail, which ends it. */
  static final String END_OF_MAIL = ".";

  private static final String RECIPIENT = "RCPT TO:<";

  private final ServerSocket socket;
  private final Map<String, String> answers;
  private final Optional<SSLContext> protection;
  private final Map<String, Queue<String>> once = new ConcurrentHashMap<>();
  private final AtomicInteger mails = new AtomicInteger();
  private final Queue<String> reached = new ConcurrentLinkedQueue<>();

  /**
   * @param answers by what a line begins with; 250 to all others
   */
  public SmallMailServer(Map<String, String> answers) throws IOException {
    this(answers, Optional.empty());
  }

  /** One that offers STARTTLS, with a certificate. */
  static SmallMailServer protectedBy(SSLContext certificate) throws IOException {
    return new SmallMailServer(
        Map.of("EHLO", "250-small.example\r\n250 STARTTLS"), Optional.of(certificate));
  }

  private SmallMailServer(Map<String, String> answers, Optional<SSLContext> protection)
      throws IOException {
    this.answers = answers;
    this.protection = protection;
    this.socket = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
    var thread = new Thread(this::serve, "small-mail-server");
    thread.setDaemon(true);
    thread.start();
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** Answers that are given once each, before the usual one. */
  public SmallMailServer first(String beginning, String... answersInTurn) {
    once.put(beginning, new ConcurrentLinkedQueue<>(List.of(answersInTurn)));
    return this;
  }

  /** Mails that came as a whole, whatever was answered. */
  int mails() {
    return mails.get();
  }

  /** Whom whole mails came for, each time, sorted. */
  public List<String> reached() {
    return reached.stream().sorted().toList();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket caller = socket.accept()) {
        say(caller, answers.getOrDefault("", "220 small.example"));
        converse(caller);
      } catch (IOException e) {
        // The caller has hung up, or the test is over.
      }
    }
  }

  private void converse(Socket caller) throws IOException {
    var in =
        new BufferedReader(
            new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
    boolean inMail = false;
    String recipient = "";
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (protection.isPresent() && line.equals("STARTTLS")) {
        say(caller, "220 go on");
        converse(under(protection.get(), caller));
        return;
      }
      boolean ends = inMail && line.equals(END_OF_MAIL);
      if (inMail && !ends) {
        continue;
      }
      inMail = line.equals("DATA");
      recipient = line.startsWith(RECIPIENT) ? address(line) : recipient;
      mails.addAndGet(ends ? 1 : 0);
      if (ends) {
        reached.add(recipient);
      }
      String answer = inMail ? "354 go on" : answer(line);
      if (answer.equals(HANG_UP)) {
        return;
      }
      if (!answer.equals(SILENCE)) {
        say(caller, answer);
      }
    }
  }

  private static String address(String line) {
    return line.substring(RECIPIENT.length()).replaceAll(">.*", "");
  }

  private String answer(String line) {
    for (Map.Entry<String, Queue<String>> each : once.entrySet()) {
      String next = line.startsWith(each.getKey()) ? each.getValue().poll() : null;
      if (next != null) {
        return next;
      }
    }
    return answers.entrySet().stream()
        .filter(answer -> !answer.getKey().isEmpty() && line.startsWith(answer.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("250 ok");
  }

  private static Socket under(SSLContext protection, Socket caller) throws IOException {
    var socket =
        (SSLSocket)
            protection.getSocketFactory().createSocket(caller, null, caller.getPort(), true);
    socket.setUseClientMode(false);
    return socket;
  }

  private static void say(Socket caller, String line) throws IOException {
    caller.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    caller.getOutputStream().flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
