package io.retainer.app.shell;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The address of an operation as the code has it, one for however many clients there are. */
public final class Route {

  private Route() {}

  /** Like {@code /clients/{client}/coverage}. */
  public static String of(ResourceInfo operation) {
    return of(
        written(operation.getResourceClass().getAnnotation(Path.class)),
        written(operation.getResourceMethod().getAnnotation(Path.class)));
  }

  private static String written(Path path) {
    return path == null ? "" : path.value();
  }

  /** Without the patterns of variables: {@code {id:[a-z]+}} is {@code {id}}. */
  static String of(String... paths) {
    String whole = Stream.of(paths).collect(Collectors.joining("/", "/", ""));
    return whole
        .replaceAll("\\{\\s*(\\w+)\\s*:([^{}]|\\{[^{}]*})*}", "{$1}")
        .replaceAll("/+", "/")
        .replaceAll("(?<=.)/$", "");
  }
}
