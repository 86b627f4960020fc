package io.retainer.app.bootstrap;

import io.retainer.app.audit.WrittenDown;
import io.retainer.app.brand.SentBody;
import io.retainer.app.shell.Account;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Visit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.io.ByteArrayInputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks for a change of what belongs to a client.
 *
 * @param client whose things stand in the address and in the body
 */
record Trespass(LeastRoles.Line line, String client, Account who) {

  private static final String CSRF = "of-our-pages";
  private static final String BOUNDARY = "of-the-form";

  /** What pages send, all of it at once: a form reads the fields it knows. */
  private static final String FORM =
      "csrf="
          + CSRF
          + "&client=%1$s&clients=%1$s&run=issued-%1$s&delivery=mail-%1$s&occurrence=time-%1$s"
          + "&id=time-%1$s&schedule=schedule-%1$s&all=failed&answer=skip&days=5&do=approve"
          + "&decision=approve&comment=seen&text=seen&note=seen&report=monthly-performance"
          + "&period=2026-10&recipient=new%%40%1$s.example&recipients=new%%40%1$s.example"
          + "&to=olga%%40agency.example&rule=custom&cron=0+8+4+*+*&kind=month&locale=en&format=pdf"
          + "&formats=pdf&name=new&kpi=orders.revenue&approval=needed&to-do=save";

  /** The form of gates has a field for each, and one of them is called like others' periods. */
  private static final Map<String, String> FORMS =
      Map.of("POST /gates/{owner}/{id}", "csrf=" + CSRF + "&data=warn");

  /** What programs send, where an empty object does not do. */
  private static final Map<String, String> JSON =
      Map.ofEntries(
          Map.entry(
              "POST /api/v1/runs",
              "{\"client\":\"%1$s\",\"report\":\"monthly-performance\",\"period\":\"2026-10\"}"),
          Map.entry(
              "POST /api/v1/schedules",
              "{\"client\":\"%1$s\",\"report\":\"monthly-performance\",\"rule\":\"day 5 at"
                  + " 08:00\",\"recipients\":[\"new@%1$s.example\"]}"),
          Map.entry(
              "PUT /api/v1/schedules/{id}",
              "{\"client\":\"%1$s\",\"report\":\"monthly-performance\",\"rule\":\"day 5 at"
                  + " 08:00\",\"recipients\":[\"new@%1$s.example\"]}"),
          Map.entry(
              "POST /api/v1/kpi-checks",
              "{\"client\":\"%1$s\",\"period\":\"2026-10\",\"text\":\"kpi('a.b') { }\"}"),
          Map.entry(
              "POST /api/v1/kpi-effects", "{\"clients\":[\"%1$s\"],\"text\":\"kpi('a.b') { }\"}"),
          Map.entry("POST /api/v1/deliveries/retry", "{\"all\":\"failed\",\"client\":\"%1$s\"}"),
          Map.entry(
              "POST /api/v1/deliveries/{id}/readdress", "{\"recipient\":\"new@%1$s.example\"}"),
          Map.entry(
              "POST /api/v1/held-reports", "{\"answer\":\"skip\",\"occurrences\":[\"time-%1$s\"]}"),
          Map.entry("POST /api/v1/runs/{id}/reject", "{\"reason\":\"seen\"}"),
          Map.entry("POST /api/v1/runs/{id}/comment", "{\"text\":\"seen\"}"),
          Map.entry("POST /api/v1/schedules/{id}/skip", "{\"period\":\"2026-10\"}"),
          Map.entry(
              "POST /api/v1/schedule-table",
              "{\"clients\":[\"%1$s\"],\"report\":\"monthly-performance\",\"rule\":\"day 5 at"
                  + " 08:00\"}"));

  /** What stands in an address; a new name in one needs its line here. */
  private String inAddress(String name) {
    return switch (name) {
      case "id" ->
          switch (line.of()) {
            case RUN -> "issued-" + client;
            case SCHEDULE -> "schedule-" + client;
            case DELIVERY -> "mail-" + client;
            default -> client;
          };
      case "client" -> client;
      case "owner" -> "client";
      case "link" -> "link-" + client;
      case "source", "upload", "batch", "name" -> name + "-" + client;
      case "kpi" -> "orders.revenue";
      case "report" -> "monthly-performance";
      case "period" -> "2026-10";
      case "section" -> "summary";
      case "file" -> "agency-logo";
      default -> throw new AssertionError("What is {" + name + "} of " + line + "?");
    };
  }

  /** The operation's answer; what it throws comes out. */
  Object of(Server server, Operation operation) {
    Object resource =
        server.resources().stream()
            .filter(operation.code().getDeclaringClass()::isInstance)
            .findFirst()
            .orElseThrow();
    Object[] arguments =
        Arrays.stream(operation.code().getParameters())
            .map(parameter -> argument(parameter, server, operation))
            .toArray();
    try {
      return operation.code().invoke(resource, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw new AssertionError(line.toString(), e.getCause());
    } catch (IllegalAccessException e) {
      throw new AssertionError(line.toString(), e);
    }
  }

  private Object argument(Parameter parameter, Server server, Operation operation) {
    Class<?> type = parameter.getType();
    if (type == SecurityContext.class) {
      var visit = new Visit(Optional.of(who), Language.EN, Visit.Theme.SYSTEM, CSRF, "/");
      return fake(type, Map.of("getUserPrincipal", visit, "isSecure", false));
    }
    if (type == HttpServletRequest.class) {
      return request(server, operation);
    }
    if (type == HttpHeaders.class) {
      return fake(type, Map.of());
    }
    PathParam inAddress = parameter.getAnnotation(PathParam.class);
    if (inAddress != null) {
      String value = inAddress(inAddress.value());
      return type == int.class ? Integer.parseInt(value) : value;
    }
    boolean isBody =
        Arrays.stream(parameter.getAnnotations())
            .noneMatch(each -> each.annotationType().getName().startsWith("jakarta.ws.rs."));
    if (isBody) {
      String body = body(operation);
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      return type == String.class
          ? body
          : type == byte[].class ? bytes : new ByteArrayInputStream(bytes);
    }
    return usual(type, parameter.isAnnotationPresent(CookieParam.class));
  }

  private static Object usual(Class<?> type, boolean isCookie) {
    if (type == boolean.class) {
      return false;
    }
    if (type == int.class) {
      return 0;
    }
    return type == String.class && !isCookie ? "" : null;
  }

  private String body(Operation operation) {
    String body =
        switch (operation.consumes()) {
          case "application/x-www-form-urlencoded" ->
              FORMS.getOrDefault(operation.method() + " " + operation.path(), FORM);
          case "multipart/form-data" ->
              part("csrf", CSRF)
                  + part("client", "%1$s")
                  + part("files\"; filename=\"orders.csv", "a,b\r\n1,2")
                  + "--"
                  + BOUNDARY
                  + "--\r\n";
          default -> JSON.getOrDefault(operation.method() + " " + operation.path(), "{}");
        };
    return body.formatted(client);
  }

  private static String part(String name, String value) {
    return "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(BOUNDARY, name, value);
  }

  private Object request(Server server, Operation operation) {
    Map<String, Object> answers = new HashMap<>();
    byte[] body = body(operation).getBytes(StandardCharsets.UTF_8);
    answers.put("getRemoteAddr", "192.0.2.1");
    answers.put("getMethod", operation.method());
    answers.put("getContentType", operation.consumes() + "; boundary=" + BOUNDARY);
    answers.put("getContentLength", body.length);
    answers.put("getContentLengthLong", (long) body.length);
    answers.put("getCharacterEncoding", "UTF-8");
    answers.put("getInputStream", SentBody.stream(body));
    answers.put("getAttribute", WrittenDown.parts(() -> server.workspace().state().jdbi()));
    return fake(HttpServletRequest.class, answers);
  }

  private static <T> Object fake(Class<T> type, Map<String, Object> answers) {
    return Proxy.newProxyInstance(
        Trespass.class.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) ->
            answers.containsKey(method.getName())
                ? answers.get(method.getName())
                : nothing(method.getReturnType()));
  }

  private static Object nothing(Class<?> type) {
    if (type == List.class) {
      return List.of();
    }
    if (type == long.class) {
      return -1L;
    }
    return type == int.class ? (Object) (-1) : type == boolean.class ? (Object) false : null;
  }
}
