package io.retainer.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.shell.Public;
import io.retainer.app.shell.Requires;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every page and every operation of the API has its rule, its line and its description. */
class OperationsTest {

  @TempDir private java.nio.file.Path home;

  @Test
  void everyOneHasExactlyOneRule() {
    for (Operation operation : Operation.all(home)) {
      boolean open = operation.code().isAnnotationPresent(Public.class);
      boolean guarded = operation.code().isAnnotationPresent(Requires.class);
      assertThat(open ^ guarded)
          .as("%s %s has a rule", operation.method(), operation.path())
          .isTrue();
    }
  }

  @Test
  void everyOneHasItsLineInTheTableOfRolesAndEveryLineIsOne() throws IOException {
    assertThat(LeastRoles.table())
        .as("least-roles.txt: a new page or operation needs a line, one that is gone loses it")
        .extracting(LeastRoles.Line::toString)
        .containsExactlyInAnyOrderElementsOf(
            Operation.all(home).stream()
                .map(each -> each.method() + " " + each.path() + " " + each.least())
                .toList());
  }

  @Test
  void everyLineSaysWhereItsClientComesFromAsTheCodeDoes() throws IOException {
    Map<String, Operation> operations =
        Operation.all(home).stream()
            .collect(Collectors.toMap(each -> each.method() + " " + each.path(), each -> each));
    for (LeastRoles.Line line : LeastRoles.table()) {
      Operation operation = operations.get(line.method() + " " + line.path());
      assertThat(line.of() == LeastRoles.Of.ALL)
          .as("%s is for who sees all clients", line)
          .isEqualTo(operation.isOfAllClients());
      assertThat(line.of() == LeastRoles.Of.PATH)
          .as("%s has its client in the address", line)
          .isEqualTo(line.path().contains("/{client}"));
    }
  }

  @Test
  void nothingOfTheApiIsOpenToEverybody() {
    assertThat(Operation.all(home))
        .filteredOn(Operation::isOfTheApi)
        .isNotEmpty()
        .allSatisfy(
            operation ->
                assertThat(operation.code().isAnnotationPresent(Public.class))
                    .as(operation.path())
                    .isFalse());
  }

  /**
   * Of all classes whose path begins an address, JAX-RS asks the one with the most letters and no
   * other: a class at {@code /api/v1/clients/{client}} hides what others have below it.
   */
  @Test
  void noClassHidesTheOperationsOfAnother() {
    List<Operation> operations =
        Operation.all(home).stream().filter(Operation::isOfTheApi).toList();
    for (Operation operation : operations) {
      String own = root(operation);
      String address = operation.path().replaceAll("\\{[^}]*}", "x");
      String asked =
          operations.stream()
              .map(OperationsTest::root)
              .filter(root -> address.matches(root.replaceAll("\\{[^}]*}", "[^/]+") + "(/.*)?"))
              .max(Comparator.comparing(root -> root.replaceAll("\\{[^}]*}", "").length()))
              .orElse(own);
      assertThat(asked).as(operation.method() + " " + operation.path()).isEqualTo(own);
    }
  }

  private static String root(Operation operation) {
    return operation.code().getDeclaringClass().getAnnotation(Path.class).value();
  }

  @Test
  void theDescriptionNamesTheApiAsItIs() throws IOException {
    Set<String> real =
        Operation.all(home).stream()
            .filter(Operation::isOfTheApi)
            .map(each -> each.method().toLowerCase(Locale.ROOT) + " " + each.path())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(described()).isEqualTo(real);
  }

  private static Set<String> described() throws IOException {
    Set<String> described = new TreeSet<>();
    try (InputStream in = OperationsTest.class.getResourceAsStream("/META-INF/openapi.yaml")) {
      String path = "";
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (line.startsWith("  /")) {
          path = line.strip().replaceAll(":$", "");
        } else if (line.matches(" {4}(get|post|put|patch|delete):")) {
          described.add(line.strip().replace(":", "") + " " + path);
        }
      }
    }
    return described;
  }
}
