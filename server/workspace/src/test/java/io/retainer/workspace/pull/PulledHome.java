package io.retainer.workspace.pull;

import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.imports.ImportResult;
import io.retainer.model.imports.ImportResult.Status;
import io.retainer.warehouse.imports.ReceivedFile;
import io.retainer.workspace.HomeFolder;
import io.retainer.workspace.Installation;
import io.retainer.workspace.TestDatabase;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.contract.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** A home with one client, in which files that are pulled are taken note of and not imported. */
final class PulledHome implements AutoCloseable {

  static final Instant NOON = Instant.parse("2026-11-26T10:00:00Z");
  static final Client NORDIC =
      new Client(
          new ClientId("nordic"),
          "Nordic",
          ZoneId.of("Europe/Helsinki"),
          Locale.ENGLISH,
          Currency.getInstance("EUR"));

  final List<String> names = new ArrayList<>();
  final List<String> accounts = new ArrayList<>();
  final List<byte[]> files = new ArrayList<>();
  final List<Duration> pauses = new ArrayList<>();

  private final Workspace workspace;
  private final Endpoints endpoints;

  PulledHome(Path folder, Endpoints endpoints) {
    this.endpoints = endpoints;
    TestDatabase.in(folder.resolve("home"));
    workspace =
        Workspace.open(
            new HomeFolder(folder.resolve("home")),
            new Installation(folder, folder, folder),
            Clock.fixed(NOON, ZoneOffset.UTC));
    workspace.clients().add(NORDIC);
  }

  Puller puller(Instant now) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    return new Puller(
        sources(),
        workspace.clients()::named,
        workspace.home().root(),
        this::take,
        clock,
        Platforms.of(endpoints, new Wire(pauses::add, 64 << 20), workspace.home().root(), clock));
  }

  List<String> stuck() {
    return StuckSources.of(workspace).stream().map(PullSource::account).toList();
  }

  PullSources sources() {
    return new PullSources(() -> workspace.state().jdbi());
  }

  PullSource add(String kind, String account, String secret, LocalDate first) {
    return puller(NOON).add(NORDIC, kind, account, secret, first, OptionalInt.empty());
  }

  PullSource only() {
    return puller(NOON).all().get(0);
  }

  private ImportResult take(Client client, Optional<String> account, ReceivedFile file) {
    names.add(file.name());
    accounts.add(account.orElse(""));
    try {
      files.add(Files.readAllBytes(file.path()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ImportResult(
        file.name(),
        "",
        Status.ACCEPTED,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        0,
        List.of());
  }

  /** The JSON key of a service account that does not exist. */
  static String serviceAccount() throws Exception {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return Json.object()
        .put("type", "service_account")
        .put("client_email", "robot@made-up.iam.gserviceaccount.com")
        .put(
            "private_key",
            Base64.getEncoder()
                .encodeToString(generator.generateKeyPair().getPrivate().getEncoded()))
        .toString();
  }

  @Override
  public void close() {
    workspace.close();
  }
}
