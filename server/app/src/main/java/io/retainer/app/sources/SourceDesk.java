package io.retainer.app.sources;

import io.retainer.app.shell.Input;
import io.retainer.app.shell.Problem;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.pull.PullException;
import io.retainer.workspace.pull.PullSource;
import io.retainer.workspace.pull.Puller;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** What people and programs do with sources; what cannot be done is told in the pull's words. */
public final class SourceDesk implements AutoCloseable {

  private static final int USUAL_PAST = 90;
  private static final int LONGEST_SECRET = 16_000;

  private final Workspace workspace;
  private final Puller puller;
  private final ExecutorService pulls;

  /**
   * @param pulls where pulls run that people ask for; it ends with the desk
   */
  public SourceDesk(Workspace workspace, Puller puller, ExecutorService pulls) {
    this.workspace = workspace;
    this.puller = puller;
    this.pulls = pulls;
  }

  /** One pull at a time. */
  public static SourceDesk of(Workspace workspace, Puller puller) {
    return new SourceDesk(
        workspace,
        puller,
        Executors.newSingleThreadExecutor(
            task -> {
              var thread = new Thread(task, "source-pull");
              thread.setDaemon(true);
              return thread;
            }));
  }

  Puller puller() {
    return puller;
  }

  Instant now() {
    return workspace.clock().instant();
  }

  Client client(String id) {
    return workspace.clients().named(Input.value(id, ClientId::new));
  }

  List<PullSource> of(Client client) {
    return puller.all().stream().filter(source -> source.client().equals(client.id())).toList();
  }

  PullSource source(String client, String id) {
    return of(client(client)).stream()
        .filter(source -> source.id().equals(id))
        .findFirst()
        .orElseThrow(() -> Problem.missing("The client " + client + " has no source " + id + "."));
  }

  /**
   * @param from a day; empty: ninety days ago
   * @param lookBack empty: as many days as the platform usually restates
   */
  PullSource add(
      Client client,
      String platform,
      String account,
      String secret,
      String from,
      OptionalInt lookBack) {
    if (secret.length() > LONGEST_SECRET) {
      throw Problem.invalid("The credential is too long to be one.");
    }
    LocalDate today = LocalDate.now(workspace.clock().withZone(client.zone()));
    LocalDate first =
        from.isEmpty() ? today.minusDays(USUAL_PAST) : Input.value(from, SourceDesk::day);
    return told(() -> puller.add(client, platform, account, secret, first, lookBack));
  }

  private static LocalDate day(String text) {
    if (!text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
      throw new IllegalArgumentException("A day is written like 2026-10-01, saw \"" + text + "\".");
    }
    return LocalDate.parse(text);
  }

  static OptionalInt days(String text) {
    if (!text.matches("[0-9]{0,3}")) {
      throw new IllegalArgumentException(
          "The look-back is a number of days, saw \"" + text + "\".");
    }
    return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
  }

  /** Asks about one day and imports nothing. */
  void test(PullSource source) {
    told(
        () -> {
          puller.test(source);
          return source;
        });
  }

  /** Says the first day that is asked for. */
  LocalDate pull(PullSource source) {
    try {
      return puller.pull(source, pulls);
    } catch (PullException running) {
      throw Problem.conflict(running.getMessage());
    }
  }

  /** What a platform or a typed value is refused for, is told to whoever asked. */
  private static <T> T told(Supplier<T> step) {
    try {
      return step.get();
    } catch (IllegalArgumentException | PullException e) {
      throw Problem.impossible(e.getMessage());
    }
  }

  @Override
  public void close() {
    pulls.shutdownNow();
  }
}
