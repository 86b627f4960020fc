package io.retainer.workspace.pull;

import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.imports.ImportResult;
import io.retainer.warehouse.imports.ImportOptions;
import io.retainer.warehouse.imports.PrivateFolder;
import io.retainer.warehouse.imports.Progress;
import io.retainer.warehouse.imports.ReceivedFile;
import io.retainer.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks platforms for what is not imported yet or may have changed, and imports the answers. */
public final class Puller {

  private static final Logger LOG = LoggerFactory.getLogger(Puller.class);
  private static final int WINDOW = 31;

  /** Before that many platforms still count the day before. */
  private static final LocalTime MORNING = LocalTime.of(6, 0);

  private static final long LARGEST_ANSWER = 256L << 20;
  private static final Duration QUIET = Duration.ofHours(1);
  private static final String UNFORESEEN =
      "The import failed in a way that was not foreseen; the server's log says how. It is tried"
          + " again in an hour.";

  private final PullSources sources;
  private final Function<ClientId, Client> clients;
  private final Path home;
  private final Intake intake;
  private final Clock clock;
  private final Endpoints endpoints;
  private final Wire wire;

  /** Imports a file of an account. */
  interface Intake {
    ImportResult take(Client client, String account, ReceivedFile file);
  }

  Puller(
      PullSources sources,
      Function<ClientId, Client> clients,
      Path home,
      Intake intake,
      Clock clock,
      Endpoints endpoints,
      Wire wire) {
    this.sources = sources;
    this.clients = clients;
    this.home = home;
    this.intake = intake;
    this.clock = clock;
    this.endpoints = endpoints;
    this.wire = wire;
  }

  public static Puller of(Workspace workspace) {
    return new Puller(
        new PullSources(workspace.state().jdbi()),
        workspace.clients()::named,
        workspace.home().root(),
        (client, account, file) ->
            workspace
                .imports()
                .importFiles(
                    client,
                    List.of(file),
                    ImportOptions.none().withAccount(account).by("pull"),
                    Progress.silent())
                .get(0),
        workspace.clock(),
        Endpoints.google(),
        new Wire(time -> Thread.sleep(time.toMillis()), LARGEST_ANSWER));
  }

  /**
   * Adds a property of Google Analytics.
   *
   * @param key the JSON key of a service account; it is sealed, and never shown again
   * @throws PullException when the key cannot be read
   */
  public PullSource add(Client client, String property, String key, LocalDate first, int lookBack) {
    var source =
        new PullSource(
            UUID.randomUUID().toString(),
            client.id(),
            PullSource.ANALYTICS,
            property,
            lookBack,
            first,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    ServiceAccount.read(key);
    if (all().stream().anyMatch(other -> isSame(other, source))) {
      throw new IllegalArgumentException(
          "%s has the property %s already; remove it first to give it another key."
              .formatted(client.id(), property));
    }
    sources.add(source, sealingKey().seal(key, source.id()), clock.instant());
    return source;
  }

  private static boolean isSame(PullSource one, PullSource other) {
    return one.client().equals(other.client())
        && one.kind().equals(other.kind())
        && one.account().equals(other.account());
  }

  /** All sources, without their credentials. */
  public List<PullSource> all() {
    return sources.all();
  }

  /** Forgets a source and its credential; what was imported stays. */
  public boolean remove(String id) {
    return sources.remove(id);
  }

  /**
   * Asks about one day, imports nothing.
   *
   * @throws PullException saying what has to be done
   */
  public void test(PullSource source) {
    LocalDate day = yesterday(source);
    analytics(source).ask(source.account(), day, day);
  }

  /** Pulls what may be pulled by now; the problems of one source do not stop the others. */
  public void pullDue() {
    for (PullSource source : all()) {
      if (isDue(source)) {
        try {
          pull(source);
        } catch (PullException told) {
          LOG.info("Pull of source {} stopped: {}", source.id(), told.getMessage());
        } catch (RuntimeException unforeseen) {
          LOG.error("Pull of source {} failed", source.id(), unforeseen);
        }
      }
    }
  }

  private boolean isDue(PullSource source) {
    ZonedDateTime now = clock.instant().atZone(clients.apply(source.client()).zone());
    boolean isMorning = !now.toLocalTime().isBefore(MORNING);
    boolean isDone =
        source.pulledUntil().filter(day -> !day.isBefore(yesterday(source))).isPresent();
    boolean mayAsk = source.notBefore().filter(now.toInstant()::isBefore).isEmpty();
    return isMorning && mayAsk && (!isDone || source.problem().isPresent());
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
    try {
      return pullWindows(source);
    } catch (PullException e) {
      sources.stopped(source.id(), e.getMessage(), clock.instant().plus(e.patience()));
      throw e;
    } catch (RuntimeException e) {
      sources.stopped(source.id(), UNFORESEEN, clock.instant().plus(QUIET));
      throw e;
    }
  }

  private int pullWindows(PullSource source) {
    Analytics analytics = analytics(source);
    LocalDate last = yesterday(source);
    LocalDate day = source.next();
    int width = WINDOW;
    int files = 0;
    List<LocalDate> tooLarge = new ArrayList<>();
    while (!day.isAfter(last)) {
      LocalDate whole = day.plusDays(width - 1L);
      LocalDate end = whole.isAfter(last) ? last : whole;
      Analytics.Answer answer = analytics.ask(source.account(), day, end);
      if (answer.isCut() && day.isBefore(end)) {
        // A later file takes the place of an earlier one about the same day, so pages of one day
        // would push each other out: fewer days are asked for instead.
        width = (int) day.datesUntil(end.plusDays(1)).count() / 2;
        continue;
      }
      if (answer.isCut()) {
        tooLarge.add(day);
      } else if (!answer.isEmpty()) {
        take(source, day, end, answer.text());
        files++;
      }
      sources.pulled(source.id(), end);
      day = end.plusDays(1);
      if (answer.isQuotaLow() && !day.isAfter(last)) {
        throw PullException.passing(
            "Less than a tenth of the property's quota is left; the days from %s on come later."
                .formatted(day),
            QUIET);
      }
    }
    if (!tooLarge.isEmpty()) {
      throw PullException.lasting(
          "The property %s has more rows on %s than Google gives in one answer; left out. Import an export of it."
              .formatted(
                  source.account(),
                  tooLarge.stream().map(LocalDate::toString).collect(Collectors.joining(", "))));
    }
    return files;
  }

  private void take(PullSource source, LocalDate first, LocalDate last, String text) {
    String name = "%s-%s-%s-%s.json".formatted(source.kind(), source.account(), first, last);
    try {
      Path folder = PrivateFolder.of(Files.createDirectories(home.resolve("run")).resolve("pull"));
      Path file = Files.createTempFile(folder, "answer", ".json");
      try {
        Files.writeString(file, text);
        ImportResult result =
            intake.take(
                clients.apply(source.client()), source.account(), new ReceivedFile(name, file));
        if (result.status() == ImportResult.Status.REJECTED
            || result.status() == ImportResult.Status.UNRECOGNISED) {
          throw PullException.lasting(
              "%s came and is %s; see the client's imports."
                  .formatted(name, result.status().word()));
        }
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("An answer cannot be kept until it is imported", e);
    }
  }

  private Analytics analytics(PullSource source) {
    SealingKey.Sealed sealed =
        sources
            .secret(source.id())
            .orElseThrow(() -> PullException.lasting("The source was removed."));
    String key = sealingKey().open(sealed, source.id());
    return new Analytics(endpoints, wire, ServiceAccount.read(key), clock);
  }

  private SealingKey sealingKey() {
    return SealingKey.in(home.resolve("secret.key"));
  }
}
