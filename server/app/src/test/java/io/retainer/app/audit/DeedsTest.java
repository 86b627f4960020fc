package io.retainer.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.TestHome;
import io.retainer.app.bootstrap.Operation;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Route;
import io.retainer.app.shell.Texts;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every operation that is written down has words in every language, found as the server has it. */
class DeedsTest {

  @TempDir private Path folder;

  @Test
  void everyOperationThatIsWrittenDownIsSaidInEveryLanguage() {
    List<String> written =
        Operation.all(folder).stream()
            .filter(
                each -> AuditFilter.isLogged(each.method(), each.code(), each.path().substring(1)))
            .map(each -> each.method() + " " + route(each.code()))
            .distinct()
            .toList();

    assertThat(written).hasSizeGreaterThan(150);
    for (String operation : written) {
      assertThat(Deeds.textKey(operation))
          .as("deeds.tsv has a line for %s", operation)
          .hasValueSatisfying(
              key ->
                  assertThat(EnumSet.allOf(Language.class))
                      .as(key)
                      .allMatch(language -> Texts.in(language).has(key)));
    }
  }

  @Test
  void everyDeedIsOfAKindThatTheLogCanBeNarrowedTo() {
    assertThat(Deeds.all().values())
        .allMatch(word -> Deeds.KINDS.contains(word.substring(0, word.indexOf('.'))));
    for (Language language : Language.values()) {
      assertThat(Deeds.KINDS).allMatch(kind -> Texts.in(language).has("audit.kind." + kind));
    }
  }

  /** A question with a mistake in it would keep the operation from being done. */
  @Test
  void everyPlaceCanBeLookedAtAndIsOfAnOperation() {
    List<String> paths =
        Operation.all(folder.resolve("empty")).stream()
            .filter(Operation::isChange)
            .map(each -> each.path().replaceAll("\\{[^{}]*(\\{[^{}]*}[^{}]*)*}", "x1"))
            .toList();
    Set<AuditedPlace> looked = EnumSet.noneOf(AuditedPlace.class);
    try (TestHome home = new TestHome(folder.resolve("home"), Clock.systemUTC())) {
      for (String path : paths) {
        home.state().useHandle(handle -> AuditedThing.of(handle, path));
        Arrays.stream(AuditedPlace.values())
            .filter(place -> place.pattern().matcher(path).matches())
            .forEach(looked::add);
      }
      for (String path :
          List.of(
              "/clients/fjell/uploads/1",
              "/gates/client/fjell",
              "/gates/schedule/1",
              "/reports/1/pdf")) {
        home.state().useHandle(handle -> AuditedThing.of(handle, path));
        Arrays.stream(AuditedPlace.values())
            .filter(place -> place.pattern().matcher(path).matches())
            .forEach(looked::add);
      }
    }
    assertThat(looked).containsExactlyInAnyOrder(AuditedPlace.values());
  }

  private static String route(Method code) {
    return Route.of(
        new ResourceInfo() {
          @Override
          public Method getResourceMethod() {
            return code;
          }

          @Override
          public Class<?> getResourceClass() {
            return code.getDeclaringClass();
          }
        });
  }
}
