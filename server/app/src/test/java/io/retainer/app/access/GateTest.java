package io.retainer.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.app.shell.Account;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Public;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.SignedBySender;
import io.retainer.app.shell.Visit;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Changes that a browser asks for with its session. */
class GateTest {

  private static final String CSRF = "the-secret-of-our-pages";

  @Test
  void refusesAChangeWithoutTheSecretWhateverTypeTheBodyClaimsToHave() {
    for (String type :
        new String[] {"application/json", "text/plain", "multipart/form-data; boundary=x"}) {
      assertThatThrownBy(() -> pass("plain", type, Map.of()))
          .as(type)
          .isInstanceOf(Problem.class)
          .hasMessageContaining("not from this browser");
    }
  }

  @Test
  void leavesAnUploadToTheOperationThatReadsIt() {
    assertThatCode(() -> pass("upload", "multipart/form-data; boundary=x", Map.of()))
        .doesNotThrowAnyException();
  }

  @Test
  void letsAScriptOfOurPagesThrough() {
    assertThatCode(() -> pass("plain", "application/json", Map.of("X-CSRF-Token", CSRF)))
        .doesNotThrowAnyException();
  }

  @Test
  void takesThePasswordOfAProxyForNoToken() {
    assertThatThrownBy(
            () -> pass("plain", "application/json", Map.of("Authorization", "Basic bTptbQ==")))
        .hasMessageContaining("not from this browser");
    assertThatCode(
            () -> pass("plain", "application/json", Map.of("Authorization", "Bearer rt_secret")))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesWhatABrowserSaysComesFromAnotherSite() {
    assertThatThrownBy(
            () ->
                pass(
                    "plain",
                    "application/json",
                    Map.of("X-CSRF-Token", CSRF, "Sec-Fetch-Site", "same-site")))
        .hasMessageContaining("another site");
  }

  @Test
  void letsAnotherServerThroughThatProvesWhoItIs() {
    assertThatCode(() -> pass("signed", "application/x-www-form-urlencoded", Map.of()))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesAnOperationWithoutARule() {
    assertThatThrownBy(() -> pass("forgotten", "application/json", Map.of("X-CSRF-Token", CSRF)))
        .hasMessageContaining("no rule");
  }

  /** Operations as resources have them. */
  static final class Operations {

    @Requires(Role.MANAGER)
    public void plain() {}

    @Requires(Role.MANAGER)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public void upload() {}

    @Public
    @SignedBySender
    public void signed() {}

    public void forgotten() {}
  }

  private static void pass(String operation, String type, Map<String, String> headers)
      throws Exception {
    Method method = Operations.class.getMethod(operation);
    assertThat(method).isNotNull();
    ResourceInfo info = fake(ResourceInfo.class, Map.of("getResourceMethod", method));
    new Gate(info).filter(new Request(type, headers).context());
  }

  /** A POST by somebody who is signed in. */
  private record Request(String type, Map<String, String> headers) {

    ContainerRequestContext context() {
      var visit =
          new Visit(
              Optional.of(new Account("1", "maria", Role.MANAGER)),
              Language.EN,
              Visit.Theme.SYSTEM,
              CSRF,
              "/");
      InputStream body = new ByteArrayInputStream("{}".getBytes());
      Map<String, Object> answers =
          Map.of(
              "getSecurityContext",
              fake(SecurityContext.class, Map.of("getUserPrincipal", visit)),
              "getMethod",
              "POST",
              "getMediaType",
              mediaType(type),
              "getEntityStream",
              body);
      return (ContainerRequestContext)
          Proxy.newProxyInstance(
              GateTest.class.getClassLoader(),
              new Class<?>[] {ContainerRequestContext.class},
              (proxy, method, arguments) ->
                  method.getName().equals("getHeaderString")
                      ? headers.get(arguments[0])
                      : answers.get(method.getName()));
    }
  }

  private static MediaType mediaType(String text) {
    String[] parts = text.split("[/;]");
    return new MediaType(parts[0], parts[1]);
  }

  private static <T> T fake(Class<T> type, Map<String, Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            GateTest.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answers.get(method.getName())));
  }
}
