package io.retainer.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The servers that work on one state. Each says every few seconds that it is there; whoever has
 * said nothing for half a minute is gone, and what it was at is anybody's.
 */
public final class Servers implements AutoCloseable {

  /** Of this process, and of no other that ever was. */
  public static final String HERE = name();

  public static final Duration GONE_AFTER = Duration.ofSeconds(30);

  /**
   * Whether {@code taken_by} of a row names no server that is there; {@code :alive} is {@link
   * #alive}.
   */
  public static final String IS_LEFT =
      """
      (taken_by is null or not exists
        (select 1 from running_server where id = taken_by and seen_at >= :alive))
      """;

  private static final Logger LOG = LoggerFactory.getLogger(Servers.class);
  private static final Duration BEAT = Duration.ofSeconds(5);
  private static final Duration REMEMBERED = Duration.ofDays(1);

  private final Workspace workspace;
  private final Clock clock;
  private final String place;
  private final ServerRole role;
  private ScheduledExecutorService heart;
  private volatile long lastBeat;
  private volatile long unsureUntil;

  /**
   * @param own folder that no other server is started with
   */
  public Servers(Workspace workspace, Path own, ServerRole role) {
    this.workspace = workspace;
    this.role = role;
    this.clock = workspace.clock();
    this.place = machine() + ":" + own.toAbsolutePath().normalize();
  }

  /** One that is there. */
  public record Running(String id, String place, ServerRole role, Instant started) {}

  /** Servers seen since then are there. */
  public static Instant alive(Clock clock) {
    return clock.instant().minus(GONE_AFTER);
  }

  /**
   * Says that this server is there, from now on.
   *
   * @throws StateException when another one works on this state and not in this home
   */
  public synchronized void join() {
    mark();
    jdbi().useTransaction(this::takePlace);
    refuseOtherHomes();
    lastBeat = System.nanoTime();
    unsureUntil = lastBeat;
    heart = Executors.newSingleThreadScheduledExecutor(Servers::named);
    heart.scheduleWithFixedDelay(
        this::beat, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** What a former server of this place held need not wait until its heart is known to be still. */
  private void takePlace(Handle handle) {
    List<String> former =
        handle
            .createQuery(
                """
                select id from running_server
                where place = :place or :alone or seen_at < :forgotten
                """)
            .bind("place", place)
            .bind("alone", !workspace.isShared())
            .bind("forgotten", clock.instant().minus(REMEMBERED))
            .mapTo(String.class)
            .list();
    for (String id : former) {
      handle.execute("delete from running_server where id = ?", id);
      handle.execute(
          """
          update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null,
            version = version + 1
          where picked and picked_by like ?
          """,
          id + "-%");
    }
    say(handle);
  }

  private void say(Handle handle) {
    int known =
        handle
            .createUpdate("update running_server set seen_at = :now where id = :id")
            .bind("now", clock.instant())
            .bind("id", HERE)
            .execute();
    if (known == 0) {
      handle
          .createUpdate(
              """
              insert into running_server (id, place, role, started_at, seen_at)
              values (:id, :place, :role, :now, :now)
              """)
          .bind("id", HERE)
          .bind("place", place)
          .bind("role", role.word())
          .bind("now", clock.instant())
          .execute();
    }
  }

  private void beat() {
    try {
      jdbi().useTransaction(this::say);
      long now = System.nanoTime();
      if (now - lastBeat > GONE_AFTER.toNanos()) {
        unsureUntil = now + GONE_AFTER.toNanos();
      }
      lastBeat = now;
    } catch (RuntimeException e) {
      LOG.warn("The state was not told that this server is there: {}", e.getMessage());
    }
  }

  /**
   * Whether those that say nothing are gone. When this one could not say anything either, the state
   * was away: the others are given the time to come back.
   */
  public boolean isSureOfOthers() {
    long now = System.nanoTime();
    return now - lastBeat < GONE_AFTER.toNanos() && now - unsureUntil >= 0;
  }

  /** All that are there, this one too, the longest first. */
  public List<Running> all() {
    return jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select id, place, role, started_at from running_server
                        where seen_at >= :alive order by started_at, id
                        """)
                    .bind("alive", alive(clock))
                    .map(Servers::read)
                    .list());
  }

  /** Whether reports are made and mails sent, by this server or another one. */
  public boolean doWork() {
    return role.works() || all().stream().anyMatch(each -> each.role().works());
  }

  /** Those beside this one. */
  public List<Running> others() {
    return all().stream().filter(each -> !each.id().equals(HERE)).toList();
  }

  /**
   * Those that say so in a state, looked at without a change to it; none before there are tables.
   *
   * @throws StateException when it cannot be looked at
   */
  public static List<Running> in(StateDatabase state) {
    if (state.version().pending() > 0) {
      return List.of();
    }
    return Jdbi.create(state.readOnly())
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select id, place, role, started_at from running_server
                        where seen_at >= current_timestamp - interval '30' second
                        order by started_at, id
                        """)
                    .map(Servers::read)
                    .list());
  }

  /** Whether a server works in this home, as far as it can be seen there. */
  public static boolean isIn(HomeFolder home, Running server) {
    return Files.exists(marks(home).resolve(server.id()));
  }

  private static Running read(ResultSet row, StatementContext context) throws SQLException {
    return new Running(
        row.getString("id"),
        row.getString("place"),
        ServerRole.of(row.getString("role")),
        row.getObject("started_at", OffsetDateTime.class).toInstant());
  }

  private void refuseOtherHomes() {
    Optional<Running> elsewhere =
        others().stream().filter(other -> !isIn(workspace.home(), other)).findFirst();
    if (elsewhere.isPresent()) {
      leave();
      throw new StateException(
          "The server %s works on the same PostgreSQL, and not in the home %s: reports and files would be with one of them only. Give both the same folder (retainer.shared.home), or this one a database of its own (retainer.database.url)."
              .formatted(elsewhere.get().place(), workspace.home().root()));
    }
  }

  /** A file in the home, by which another server sees that it is in the same one. */
  private void mark() {
    try {
      Files.createDirectories(marks());
      Files.writeString(marks().resolve(HERE), place);
    } catch (IOException e) {
      throw new UncheckedIOException("The home cannot be written", e);
    }
  }

  private Path marks() {
    return marks(workspace.home());
  }

  private static Path marks(HomeFolder home) {
    return home.root().resolve("run").resolve("servers");
  }

  private void leave() {
    try {
      jdbi().useHandle(handle -> handle.execute("delete from running_server where id = ?", HERE));
      Files.deleteIfExists(marks().resolve(HERE));
    } catch (IOException | RuntimeException e) {
      LOG.warn("This server is known as gone in half a minute only: {}", e.getMessage());
    }
  }

  private Jdbi jdbi() {
    return workspace.state().jdbi();
  }

  private static String name() {
    String machine = machine();
    return "%s-%d-%04x"
        .formatted(
            machine.substring(0, Math.min(18, machine.length())),
            ProcessHandle.current().pid(),
            new SecureRandom().nextInt(1 << 16));
  }

  private static String machine() {
    try {
      return InetAddress.getLocalHost().getHostName().replaceAll("[^A-Za-z0-9.-]", "");
    } catch (UnknownHostException e) {
      return "unnamed";
    }
  }

  private static Thread named(Runnable task) {
    var thread = new Thread(task, "retainer-heart");
    thread.setDaemon(true);
    thread.setPriority(Thread.MAX_PRIORITY);
    thread.setContextClassLoader(Servers.class.getClassLoader());
    return thread;
  }

  @Override
  public synchronized void close() {
    if (heart != null) {
      heart.shutdownNow();
      leave();
    }
  }
}
