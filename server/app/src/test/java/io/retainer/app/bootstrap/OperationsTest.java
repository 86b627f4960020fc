package io.retainer.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.deliveries.MailSettings;
import io.retainer.app.inbox.InboxSettings;
import io.retainer.app.shell.Public;
import io.retainer.app.shell.Requires;
import io.retainer.workspace.Installation;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every page and every operation of the API, found as the container finds them. */
class OperationsTest {

  @TempDir private java.nio.file.Path home;

  private record Operation(String method, String path, Method code) {}

  @Test
  void everyOneHasExactlyOneRule() {
    for (Operation operation : operations()) {
      boolean open = operation.code().isAnnotationPresent(Public.class);
      boolean guarded = operation.code().isAnnotationPresent(Requires.class);
      assertThat(open ^ guarded)
          .as("%s %s has a rule", operation.method(), operation.path())
          .isTrue();
    }
  }

  @Test
  void nothingOfTheApiIsOpenToEverybody() {
    assertThat(operations())
        .filteredOn(operation -> operation.path().startsWith("/api/"))
        .isNotEmpty()
        .allSatisfy(
            operation ->
                assertThat(operation.code().isAnnotationPresent(Public.class))
                    .as(operation.path())
                    .isFalse());
  }

  @Test
  void theDescriptionNamesTheApiAsItIs() throws IOException {
    Set<String> real = new TreeSet<>();
    for (Operation operation : operations()) {
      if (operation.path().startsWith("/api/")) {
        real.add(operation.method().toLowerCase(java.util.Locale.ROOT) + " " + operation.path());
      }
    }

    assertThat(described()).isEqualTo(real);
  }

  private static Set<String> described() throws IOException {
    Set<String> described = new TreeSet<>();
    try (InputStream in = OperationsTest.class.getResourceAsStream("/META-INF/openapi.yaml")) {
      String path = "";
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (line.startsWith("  /")) {
          path = line.strip().replaceAll(":$", "");
        } else if (line.matches(" {4}(get|post|put|delete):")) {
          described.add(line.strip().replace(":", "") + " " + path);
        }
      }
    }
    return described;
  }

  private List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    try (Server server = server()) {
      for (Object resource : server.resources()) {
        Path root = resource.getClass().getAnnotation(Path.class);
        for (Method method : resource.getClass().getMethods()) {
          verb(method)
              .filter(verb -> root != null)
              .ifPresent(verb -> operations.add(operation(verb, root, method)));
        }
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

  private Server server() {
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
            InboxSettings.of(name -> Optional.empty())));
  }
}
