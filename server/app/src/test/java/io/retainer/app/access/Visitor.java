package io.retainer.app.access;

import io.retainer.app.shell.Account;
import io.retainer.app.shell.Role;
import io.retainer.model.client.ClientId;
import io.retainer.workspace.HomeFolder;
import io.retainer.workspace.Installation;
import io.retainer.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/**
 * Somebody or something that asks the server.
 *
 * @param role what it is let in as; empty for nobody
 * @param headers with which it shows who it is
 * @param csrf what the forms of its pages carry
 */
public record Visitor(String name, Optional<Role> role, Map<String, String> headers, String csrf) {

  private static final Duration DAY = Duration.ofDays(1);

  /** A session and a token of each role, and those that are nobody's or no longer anybody's. */
  public static List<Visitor> everybody(Path home) {
    List<Visitor> visitors = new ArrayList<>();
    visitors.add(new Visitor("nobody", Optional.empty(), Map.of(), ""));
    visitors.add(session("a session that never was", Optional.empty(), Secrets.fresh()));
    visitors.add(token("a token that never was", Optional.empty(), "rt_" + Secrets.fresh()));
    Clock now = Clock.systemUTC();
    Clock longAgo = Clock.offset(now, Sessions.LONGEST.plus(DAY).negated());
    try (Workspace workspace = open(home)) {
      Supplier<Jdbi> state = () -> workspace.state().jdbi();
      var sessions = new Sessions(state, now);
      var tokens = new ApiTokens(state, now);
      for (Role role : Role.values()) {
        Account account = account(state, now, role);
        Optional<Role> has = Optional.of(role);
        visitors.add(session("the session of " + role.word(), has, sessions.open(account)));
        visitors.add(
            token("the token of " + role.word(), has, tokens.add("test", role, DAY, account)));
      }
      Account owner = account(state, now, Role.OWNER);
      String closed = sessions.open(owner);
      sessions.close(closed);
      visitors.add(session("an owner who has signed out", Optional.empty(), closed));
      visitors.add(
          session(
              "a session of an owner that is over",
              Optional.empty(),
              new Sessions(state, longAgo).open(owner)));
      visitors.add(
          token(
              "a token of an owner that is over",
              Optional.empty(),
              new ApiTokens(state, longAgo).add("test", Role.OWNER, DAY, owner)));
    }
    return visitors;
  }

  /** A session and a token of each role that sees only one client. */
  public static List<Visitor> limited(Path home, ClientId only) {
    List<Visitor> visitors = new ArrayList<>();
    Clock now = Clock.systemUTC();
    try (Workspace workspace = open(home)) {
      Supplier<Jdbi> state = () -> workspace.state().jdbi();
      for (Role role : Role.values()) {
        if (role == Role.OWNER) {
          continue;
        }
        var reach = new Reach(role, Optional.of(Set.of(only)));
        Account account =
            new Accounts(state, now)
                .add(role.word() + "-" + UUID.randomUUID(), UUID.randomUUID().toString(), reach)
                .orElseThrow();
        Optional<Role> has = Optional.of(role);
        visitors.add(
            session(
                "the limited session of " + role.word(),
                has,
                new Sessions(state, now).open(account)));
        visitors.add(
            token(
                "the limited token of " + role.word(),
                has,
                new ApiTokens(state, now).add("test", reach, DAY, account)));
      }
    }
    return visitors;
  }

  /** An owner in a browser of their own. */
  public static Visitor owner(Path home) {
    try (Workspace workspace = open(home)) {
      Supplier<Jdbi> state = () -> workspace.state().jdbi();
      Account account = account(state, Clock.systemUTC(), Role.OWNER);
      String secret = new Sessions(state, Clock.systemUTC()).open(account);
      return session("an owner", Optional.of(Role.OWNER), secret);
    }
  }

  private static Workspace open(Path home) {
    var parts =
        new Installation(
            home.resolve("connectors"),
            home.resolve("kpi-scripts"),
            home.resolve("report-templates"));
    return Workspace.open(new HomeFolder(home), parts, Clock.systemUTC());
  }

  private static Account account(Supplier<Jdbi> state, Clock clock, Role role) {
    String name = role.word() + "-" + UUID.randomUUID();
    return new Accounts(state, clock).add(name, UUID.randomUUID().toString(), role).orElseThrow();
  }

  private static Visitor session(String name, Optional<Role> role, String secret) {
    return new Visitor(
        name,
        role,
        Map.of("Cookie", Cookies.SESSION + "=" + secret),
        Secrets.derived("csrf", secret));
  }

  private static Visitor token(String name, Optional<Role> role, String secret) {
    return new Visitor(name, role, Map.of("Authorization", "Bearer " + secret), "");
  }
}
