package io.retainer.workspace.pull;

import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.warehouse.imports.ImportOptions;
import io.retainer.warehouse.imports.Progress;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.sealing.KeyChange;
import io.retainer.workspace.sealing.SealingException;
import io.retainer.workspace.sealing.SealingKey;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks platforms for what is not imported yet or may have changed, and imports the answers. */
public final class Puller {

  private static final Logger LOG = LoggerFactory.getLogger(Puller.class);

  private static final long LARGEST_ANSWER = 256L << 20;
  private static final Duration QUIET = Duration.ofHours(1);
  private static final String UNFORESEEN =
      "The import failed in a way that was not foreseen; the server's log says how. It is tried"
          + " again in an hour.";

  private final PullSources sources;
  private final Function<ClientId, Client> clients;
  private final Path home;
  private final KeyChange keys;
  private final Pull pull;
  private final Clock clock;
  private final Platforms platforms;
  private final Map<String, LocalDate> running = new ConcurrentHashMap<>();

  Puller(
      PullSources sources,
      Function<ClientId, Client> clients,
      Path home,
      Pull.Intake intake,
      Clock clock,
      Platforms platforms) {
    this.sources = sources;
    this.clients = clients;
    this.home = home;
    this.keys = new KeyChange(home, sources.state());
    this.pull = new Pull(sources, intake, home);
    this.clock = clock;
    this.platforms = platforms;
  }

  public static Puller of(Workspace workspace) {
    return new Puller(
        new PullSources(() -> workspace.state().jdbi()),
        id -> workspace.clients().named(id),
        workspace.home().root(),
        (client, account, file) ->
            workspace
                .imports()
                .importFiles(
                    client,
                    List.of(file),
                    account
                        .map(ImportOptions.none()::withAccount)
                        .orElse(ImportOptions.none())
                        .by("pull"),
                    Progress.silent())
                .get(0),
        workspace.clock(),
        Platforms.of(
            Endpoints.real(),
            new Wire(time -> Thread.sleep(time.toMillis()), LARGEST_ANSWER),
            workspace.home().root(),
            workspace.clock()));
  }

  /**
   * Adds an account of a platform.
   *
   * @param secret what the platform gives access for; it is sealed, and never shown again
   * @param lookBack empty: as many days as the platform usually changes what it said
   * @throws IllegalArgumentException when it cannot be one, or the client has it already
   * @throws PullException when the credential cannot be read
   */
  public PullSource add(
      Client client,
      String kind,
      String account,
      String secret,
      LocalDate first,
      OptionalInt lookBack) {
    Platform platform = platforms.named(kind);
    platform.checkAccount(account);
    int days = lookBack.orElse(platform.lookBack());
    if (days < 0 || days >= platform.window()) {
      throw new IllegalArgumentException(
          "The look-back of %s is 0 to %d days, saw %d"
              .formatted(platform.title(), platform.window() - 1, days));
    }
    platform.checkCredential(secret);
    if (all().stream()
        .anyMatch(
            other ->
                other.client().equals(client.id())
                    && other.kind().equals(kind)
                    && other.account().equals(account))) {
      throw new IllegalArgumentException(
          "%s has the source %s already; remove it first to give it another key."
              .formatted(client.id(), account));
    }
    var source =
        new PullSource(
            UUID.randomUUID().toString(),
            client.id(),
            kind,
            account,
            days,
            first,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false);
    sources.add(source, sealingKey().seal(secret, source.id()), clock.instant());
    return source;
  }

  /** All sources, without their credentials. */
  public List<PullSource> all() {
    return sources.all();
  }

  /** How the platform of a source is called. */
  public String title(PullSource source) {
    return title(source.kind());
  }

  /** The platforms that can be asked, by the ids that sources are added with. */
  public List<String> platforms() {
    return platforms.offered();
  }

  /** How a platform is called. */
  public String title(String kind) {
    return platforms.named(kind).title();
  }

  /** Forgets a source and its credential; what was imported stays. */
  public boolean remove(String id) {
    return sources.remove(id);
  }

  /** A paused source is asked by nobody but a person. */
  public void pause(String id, boolean isPaused) {
    sources.pause(id, isPaused);
  }

  /** The first day of what is being asked for now; empty while nothing is. */
  public Optional<LocalDate> running(String id) {
    return Optional.ofNullable(running.get(id));
  }

  /**
   * Asks about one day, imports nothing.
   *
   * @throws PullException saying what has to be done
   */
  public void test(PullSource source) {
    LocalDate day = yesterday(source);
    Platform.Account account = account(source);
    Pull.withFile(home, file -> account.ask(day, day, file));
  }

  /** Pulls what may be pulled by now; the problems of one source do not stop the others. */
  public void pullDue() {
    for (PullSource source : all()) {
      if (next(source).filter(at -> !at.isAfter(clock.instant())).isPresent()
          && !running.containsKey(source.id())) {
        told(source, () -> pull(source));
      }
    }
  }

  /** When it is asked next, in the past when it is time; empty while it is paused. */
  public Optional<Instant> next(PullSource source) {
    return source.next(clock.instant(), clients.apply(source.client()).zone());
  }

  private LocalDate yesterday(PullSource source) {
    return LocalDate.now(clock.withZone(clients.apply(source.client()).zone())).minusDays(1);
  }

  /**
   * Pulls up to yesterday in the client's zone.
   *
   * @return how many files were imported
   * @throws PullException when it ends early; it is kept with the source, and what was imported
   *     until then stays
   */
  public int pull(PullSource source) {
    claim(source);
    return pullClaimed(source);
  }

  /**
   * The same on another thread; how it ends is kept with the source.
   *
   * @return the first day that is asked for; it may be over by now
   * @throws PullException when it is being pulled already
   */
  public LocalDate pull(PullSource source, Executor elsewhere) {
    claim(source);
    try {
      elsewhere.execute(() -> told(source, () -> pullClaimed(source)));
      return source.next();
    } catch (RuntimeException e) {
      running.remove(source.id());
      throw e;
    }
  }

  private void claim(PullSource source) {
    if (running.putIfAbsent(source.id(), source.next()) != null) {
      throw PullException.passing(
          "%s is being pulled now; look again in a moment.".formatted(source.account()));
    }
  }

  private int pullClaimed(PullSource source) {
    try {
      int files =
          pull.run(
              source,
              clients.apply(source.client()),
              platforms.named(source.kind()),
              account(source),
              yesterday(source),
              day -> running.put(source.id(), day));
      sources.finished(source.id(), clock.instant());
      return files;
    } catch (PullException e) {
      sources.stopped(source.id(), e.getMessage(), clock.instant().plus(e.patience()));
      throw e;
    } catch (RuntimeException e) {
      sources.stopped(source.id(), UNFORESEEN, clock.instant().plus(QUIET));
      throw e;
    } finally {
      running.remove(source.id());
    }
  }

  private static void told(PullSource source, Runnable step) {
    try {
      step.run();
    } catch (PullException told) {
      LOG.info("Pull of source {} stopped: {}", source.id(), told.getMessage());
    } catch (RuntimeException unforeseen) {
      LOG.error("Pull of source {} failed", source.id(), unforeseen);
    }
  }

  private Platform.Account account(PullSource source) {
    SealingKey.Sealed sealed =
        sources
            .secret(source.id())
            .orElseThrow(() -> PullException.lasting("The source was removed."));
    return platforms
        .named(source.kind())
        .account(source.account(), opened(sealed, source), clients.apply(source.client()).zone());
  }

  private String opened(SealingKey.Sealed sealed, PullSource source) {
    try {
      return sealingKey().open(sealed, source.id());
    } catch (SealingException e) {
      throw unopened(e);
    }
  }

  private static PullException unopened(SealingException e) {
    return PullException.lasting(
        "The credential cannot be read. "
            + e.getMessage()
            + " Or remove the source and add it again.");
  }

  /**
   * Seals all secrets with a new key, which takes the place of the one in {@code secret.key}.
   *
   * @return how many
   */
  public int changeKey() {
    try {
      return keys.change(step -> {});
    } catch (SealingException e) {
      throw unopened(e);
    }
  }

  private SealingKey sealingKey() {
    try {
      return keys.current();
    } catch (SealingException e) {
      throw PullException.lasting(e.getMessage());
    }
  }
}
