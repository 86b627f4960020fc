package io.retainer.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.shell.Account;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.workspace.ClientScope;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every page and list that is about all clients, or about one with much to show: in a home of five
 * clients, and in one of five hundred with six thousand issues.
 */
class PageBudgetTest {

  private static final int FEW = 5;
  private static final int MANY = 500;
  private static final int LARGEST = 100 * 1024;

  /** They answer with a file of everything, or with the pages of a report. */
  private static final Set<String> FILES =
      Set.of(
          "/support/zip",
          "/api/v1/support-bundle",
          "/audit/csv",
          "/favicon.ico",
          "/brand/preview",
          "/clients/{client}/brand/preview",
          "/clients/{client}/data/csv");

  @TempDir private static Path folder;
  private static Map<String, Cost> few;
  private static Map<String, Cost> many;

  /**
   * What a page costs.
   *
   * @param statements asked of the state
   * @param questions asked of the facts
   * @param bytes of it, compressed
   */
  private record Cost(int statements, long questions, int bytes) {}

  @BeforeAll
  static void measure() throws Exception {
    few = costs(folder.resolve("few"), FEW);
    many = costs(folder.resolve("many"), MANY);
  }

  @Test
  void noPageAsksMoreOftenWhenItHasMoreToShow() {
    assertThat(many).hasSizeGreaterThan(30);
    many.forEach(
        (page, cost) -> {
          assertThat(cost.statements())
              .as("%s: statements for %d clients and for %d", page, MANY, FEW)
              .isLessThanOrEqualTo(few.get(page).statements());
          assertThat(cost.questions())
              .as("%s: questions to the facts for %d clients and for %d", page, MANY, FEW)
              .isLessThanOrEqualTo(few.get(page).questions());
        });
  }

  @Test
  void aPageWithItsStyleAndScriptsIsUnderAHundredKilobytes() throws IOException {
    int parts = compressed(asset("retainer.css")) + compressed(asset("retainer.js"));
    many.forEach(
        (page, cost) -> {
          if (!page.startsWith("/api/")) {
            assertThat(cost.bytes() + parts).as(page).isLessThan(LARGEST);
          }
        });
  }

  private static byte[] asset(String name) throws IOException {
    try (InputStream in = PageBudgetTest.class.getResourceAsStream("/assets/" + name)) {
      return in.readAllBytes();
    }
  }

  private static int compressed(byte[] bytes) throws IOException {
    var compressed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(compressed)) {
      out.write(bytes);
    }
    return compressed.size();
  }

  private static Map<String, Cost> costs(Path home, int clients) throws Exception {
    fill(home, clients);
    Map<String, Cost> costs = new TreeMap<>();
    try (Server server = Operation.server(home)) {
      server.workspace().warehouse().start();
      AtomicInteger statements = count(server);
      ClientScope.ALL.enter();
      for (Operation operation : Operation.of(server)) {
        if (isMeasured(operation)) {
          Object resource = resource(server, operation);
          ask(operation, resource);
          statements.set(0);
          long before = server.workspace().warehouse().workload().answered();
          Optional<byte[]> answer = ask(operation, resource);
          if (answer.isPresent()) {
            costs.put(
                operation.path(),
                new Cost(
                    statements.get(),
                    server.workspace().warehouse().workload().answered() - before,
                    compressed(answer.get())));
          }
        }
      }
    } finally {
      ClientScope.leave();
    }
    return costs;
  }

  private static void fill(Path home, int clients) throws SQLException {
    try (Server server = Operation.server(home)) {
      server.workspace().warehouse().start();
      BusyHome.fill(server.workspace(), clients);
    }
    BusyHome.imported(home.resolve("facts.duckdb"), clients);
  }

  private static AtomicInteger count(Server server) {
    var statements = new AtomicInteger();
    server
        .workspace()
        .state()
        .jdbi()
        .setSqlLogger(
            new SqlLogger() {
              @Override
              public void logBeforeExecution(StatementContext context) {
                statements.incrementAndGet();
              }
            });
    return statements;
  }

  private static boolean isMeasured(Operation operation) {
    return operation.method().equals("GET")
        && !operation.path().replace("{client}", "").contains("{")
        && !FILES.contains(operation.path());
  }

  private static Object resource(Server server, Operation operation) {
    return server.resources().stream()
        .filter(operation.code().getDeclaringClass()::isInstance)
        .findFirst()
        .orElseThrow();
  }

  /** Empty for an operation that has to be asked something. */
  private static Optional<byte[]> ask(Operation operation, Object resource)
      throws IllegalAccessException {
    Object[] arguments =
        Arrays.stream(operation.code().getParameters()).map(PageBudgetTest::argument).toArray();
    try {
      Object answer = operation.code().invoke(resource, arguments);
      Object text = answer instanceof Response response ? response.getEntity() : answer;
      return Optional.of(
          text == null ? new byte[0] : text.toString().getBytes(StandardCharsets.UTF_8));
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Problem && operation.isOfTheApi()) {
        return Optional.empty();
      }
      throw new AssertionError("GET " + operation.path(), e.getCause());
    }
  }

  private static Object argument(Parameter parameter) {
    if (parameter.getType() == SecurityContext.class) {
      return fake(
          SecurityContext.class,
          Map.of(
              "getUserPrincipal",
              new Visit(
                  Optional.of(new Account("person-1", "person 1", Role.OWNER)),
                  Language.EN,
                  Visit.Theme.SYSTEM,
                  "",
                  "/"),
              "isSecure",
              false));
    }
    if (parameter.getType() == HttpServletRequest.class) {
      return fake(HttpServletRequest.class, Map.of("getRemoteAddr", "127.0.0.1"));
    }
    if (parameter.isAnnotationPresent(PathParam.class)) {
      return BusyHome.FIRST;
    }
    if (parameter.isAnnotationPresent(CookieParam.class)) {
      return null;
    }
    DefaultValue usual = parameter.getAnnotation(DefaultValue.class);
    return asked(parameter.getType(), usual == null ? null : usual.value());
  }

  private static Object asked(Class<?> type, String usual) {
    if (type == String.class || usual == null && type.getName().startsWith("java.lang.")) {
      return usual;
    }
    if (type == int.class) {
      return usual == null ? 0 : Integer.parseInt(usual);
    }
    if (type == boolean.class) {
      return Boolean.parseBoolean(usual);
    }
    if (type == List.class) {
      return List.of();
    }
    if (type.isInterface()) {
      return fake(type, Map.of());
    }
    try {
      var constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      Object bean = constructor.newInstance();
      for (Field field : type.getDeclaredFields()) {
        if (field.isAnnotationPresent(DefaultValue.class)) {
          field.setAccessible(true);
          field.set(bean, asked(field.getType(), field.getAnnotation(DefaultValue.class).value()));
        }
      }
      return bean;
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("A page asks for a " + type, e);
    }
  }

  private static <T> T fake(Class<T> type, Map<String, Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            PageBudgetTest.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answers.get(method.getName())));
  }
}
