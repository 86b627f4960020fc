package io.retainer.app.bootstrap;

import io.retainer.app.access.RolesByClaim;
import io.retainer.app.deliveries.Colleagues;
import io.retainer.app.deliveries.MailSettings;
import io.retainer.app.imap.ImapSettings;
import io.retainer.app.inbox.InboxSettings;
import io.retainer.app.oidc.OidcSettings;
import io.retainer.workspace.HomeFolder;
import io.retainer.workspace.Installation;
import io.retainer.workspace.ServerRole;
import io.retainer.workspace.SharedHome;
import io.retainer.workspace.configuration.Configuration;
import io.retainer.workspace.configuration.ConfigurationException;
import io.retainer.workspace.configuration.Networks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Where the server works, as it is set.
 *
 * @param url where browsers and programs reach the server
 * @param colleagues the agency's own people, to whom tests and internal copies may go
 * @param largestUpload bytes; the setting is in megabytes
 * @param bounces the mailbox that mail servers return reports to; empty without one
 * @param traces the collector that is told what took how long; empty without one
 * @param oidc the provider that people may sign in by; empty without one
 * @param roles who of its groups may come in uninvited
 * @param deliveriesHome of another server whose mails this one sends, and does nothing else
 * @param sharedHome where this server works beside others; its own home holds what runs
 * @param role what it does there
 * @param logsKept how long; empty: for ever
 * @param listening the address it is bound to, if that was said
 * @param proxies who is believed about where a request comes from
 */
record Settings(
    Path home,
    Installation parts,
    int port,
    URI url,
    long largestUpload,
    MailSettings mail,
    Colleagues colleagues,
    InboxSettings inbox,
    Optional<ImapSettings> bounces,
    Optional<URI> traces,
    Optional<OidcSettings> oidc,
    RolesByClaim roles,
    Optional<Path> deliveriesHome,
    Optional<Path> sharedHome,
    ServerRole role,
    Optional<Duration> logsKept,
    Optional<String> listening,
    Networks proxies) {

  private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::", "localhost");
  private static final String LOGS = "retainer.logs.keep";
  private static final String ALWAYS = "always";
  private static final String USUAL_LOGS = "90";
  private static final String DELIVERIES = "retainer.deliveries.home";
  private static final long USUAL_LARGEST_UPLOAD = 1024;

  /**
   * @throws ConfigurationException with everything that is set and cannot be used
   */
  static Settings ofThisProcess() {
    String home =
        Optional.ofNullable(System.getProperty("retainer.home"))
            .or(() -> Optional.ofNullable(System.getenv("RETAINER_HOME")))
            .orElse("retainer-home");
    Configuration own = Configuration.of(Path.of(home)).usable();
    Optional<Path> deliveries = own.value(DELIVERIES).map(Path::of);
    Optional<Path> shared = own.value(SharedHome.KEY).map(Path::of);
    if (deliveries.isPresent() && shared.isPresent()) {
      throw new ConfigurationException(
          List.of(
              "%s and %s are both set: a server works in a home, or it sends the mails of one. Unset the one that is not meant."
                  .formatted(DELIVERIES, SharedHome.KEY)));
    }
    ServerRole role = own.value(ServerRole.KEY).map(ServerRole::of).orElse(ServerRole.ALL);
    if (role != ServerRole.ALL && shared.isEmpty()) {
      throw new ConfigurationException(
          List.of(
              "%s is %s, and %s is not set: servers divide the work when they work in one home. Set it too, or leave the role out."
                  .formatted(ServerRole.KEY, role.word(), SharedHome.KEY)));
    }
    // Who works in another home, or sends its mails, does it as that home says.
    Configuration set = deliveries.or(() -> shared).map(Configuration::of).orElse(own);
    return of(set, deliveries, shared, role);
  }

  static Settings of(Configuration set) {
    return of(set, Optional.empty(), Optional.empty(), ServerRole.ALL);
  }

  private static Settings of(
      Configuration set,
      Optional<Path> deliveriesHome,
      Optional<Path> sharedHome,
      ServerRole role) {
    set.usable();
    List<String> problems = new ArrayList<>();
    var mail = read(problems, () -> MailSettings.of(set::resolved));
    var inbox = read(problems, () -> InboxSettings.of(set::value));
    var bounces = read(problems, () -> ImapSettings.of("retainer.bounces.imap.", set::value));
    int port = set.value("retainer.http.port").map(Integer::valueOf).orElse(8080);
    URI url = URI.create(set.value("retainer.url").orElse("http://127.0.0.1:" + port + "/"));
    var oidc = read(problems, () -> OidcSettings.of(set::resolved, url));
    var roles =
        read(problems, () -> RolesByClaim.parse(set.value("retainer.oidc.roles").orElse("")));
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
    return new Settings(
        Path.of(set.value("retainer.home").orElse("retainer-home")),
        parts(set),
        port,
        url,
        set.value("retainer.imports.largest-upload").map(Long::valueOf).orElse(USUAL_LARGEST_UPLOAD)
            * 1024
            * 1024,
        mail.orElseThrow(),
        Colleagues.parse(set.value("retainer.mail.colleagues").orElse("")),
        inbox.orElseThrow(),
        bounces.orElseThrow(),
        set.value("retainer.traces.url").map(URI::create),
        oidc.orElseThrow(),
        roles.orElseThrow(),
        deliveriesHome,
        sharedHome,
        role,
        set.value(LOGS)
            .or(() -> Optional.of(USUAL_LOGS))
            .filter(days -> !days.equals(ALWAYS))
            .map(days -> Duration.ofDays(Long.parseLong(days))),
        set.value("retainer.address"),
        set.value("retainer.http.trusted-proxies").map(Networks::parse).orElse(Networks.NONE));
  }

  /** What belongs together is wrong only as a whole; what else is wrong is to be said as well. */
  private static <T> Optional<T> read(List<String> problems, Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (IllegalArgumentException e) {
      problems.add(e.getMessage());
      return Optional.empty();
    }
  }

  private static Installation parts(Configuration set) {
    Path installation = Path.of(set.value("retainer.installation").orElse("."));
    return new Installation(
        part(set, "retainer.connectors", installation.resolve("connectors")),
        part(set, "retainer.kpi-scripts", installation.resolve("kpi-scripts")),
        part(set, "retainer.report-templates", installation.resolve("report-templates")));
  }

  private static Path part(Configuration set, String key, Path usual) {
    return set.value(key).map(Path::of).orElse(usual);
  }

  /** Where uploads wait until they are imported. */
  Path uploadFolder() {
    try {
      return Files.createDirectories(homeFolder().run().resolve("uploads"));
    } catch (IOException e) {
      throw new UncheckedIOException("Uploads cannot be received", e);
    }
  }

  /** Where everything is that is not of this process alone. */
  HomeFolder homeFolder() {
    return new HomeFolder(sharedHome.orElse(home));
  }

  /** Where this machine itself reaches the server, whatever stands before it. */
  URI local() {
    String host = listening.filter(address -> !EVERYWHERE.contains(address)).orElse("127.0.0.1");
    return URI.create(
        "http://%s:%d/".formatted(host.contains(":") ? "[" + host + "]" : host, port));
  }

  boolean isSecure() {
    return url.getScheme().equals("https");
  }
}
