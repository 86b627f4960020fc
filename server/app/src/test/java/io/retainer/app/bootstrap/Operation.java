package io.retainer.app.bootstrap;

import io.retainer.app.access.RolesByClaim;
import io.retainer.app.deliveries.Colleagues;
import io.retainer.app.deliveries.MailSettings;
import io.retainer.app.inbox.InboxSettings;
import io.retainer.app.shell.OfAllClients;
import io.retainer.app.shell.Public;
import io.retainer.app.shell.Requires;
import io.retainer.workspace.Installation;
import io.retainer.workspace.ServerRole;
import io.retainer.workspace.configuration.Networks;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A page or an operation of the API, found as the container finds them. */
public record Operation(String method, String path, Method code) {

  /** Word in the table of roles for what needs no sign-in. */
  public static final String ANYONE = "anyone";

  /**
   * All of them.
   *
   * @param home an empty folder; nothing is opened in it
   */
  public static List<Operation> all(java.nio.file.Path home) {
    try (Server server = server(home)) {
      return of(server);
    }
  }

  /** All of a server's. */
  static List<Operation> of(Server server) {
    List<Operation> operations = new ArrayList<>();
    for (Object resource : server.resources()) {
      Path root = resource.getClass().getAnnotation(Path.class);
      for (Method method : resource.getClass().getMethods()) {
        verb(method)
            .filter(verb -> root != null)
            .ifPresent(verb -> operations.add(operation(verb, root, method)));
      }
    }
    return operations;
  }

  private static Operation operation(String verb, Path root, Method method) {
    Path own = method.getAnnotation(Path.class);
    String path = ("/" + root.value() + "/" + (own == null ? "" : own.value()));
    return new Operation(verb, path.replaceAll("/+", "/").replaceAll("(?<=.)/$", ""), method);
  }

  private static Optional<String> verb(Method method) {
    for (Annotation annotation : method.getAnnotations()) {
      HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
      if (verb != null) {
        return Optional.of(verb.value());
      }
    }
    return Optional.empty();
  }

  /** The rule at the code, in the table's word; empty without one. */
  String least() {
    if (code.isAnnotationPresent(Public.class)) {
      return ANYONE;
    }
    Requires rule = code.getAnnotation(Requires.class);
    return rule == null ? "" : rule.value().word();
  }

  boolean isOfAllClients() {
    return code.isAnnotationPresent(OfAllClients.class)
        || code.getDeclaringClass().isAnnotationPresent(OfAllClients.class);
  }

  public boolean isChange() {
    return !method.equals("GET");
  }

  public boolean isOfTheApi() {
    return path.startsWith("/api/");
  }

  /** Type of the body that it takes; another one is refused before anybody asks who sends it. */
  public String consumes() {
    return Optional.ofNullable(code.getAnnotation(Consumes.class))
        .or(() -> Optional.ofNullable(code.getDeclaringClass().getAnnotation(Consumes.class)))
        .map(types -> types.value()[0])
        .filter(type -> !type.startsWith("*"))
        .orElse("application/octet-stream");
  }

  static Server server(java.nio.file.Path home) {
    return new Server(
        new Settings(
            home,
            new Installation(
                home.resolve("connectors"),
                home.resolve("kpi-scripts"),
                home.resolve("report-templates")),
            8080,
            URI.create("http://127.0.0.1:8080/"),
            1024,
            MailSettings.of(name -> Optional.empty()),
            Colleagues.NONE,
            InboxSettings.of(name -> Optional.empty()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            RolesByClaim.parse(""),
            Optional.empty(),
            Optional.empty(),
            ServerRole.ALL,
            Optional.empty(),
            Optional.empty(),
            Networks.NONE));
  }
}
