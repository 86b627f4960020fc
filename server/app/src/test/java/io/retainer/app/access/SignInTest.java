package io.retainer.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.SettableClock;
import io.retainer.app.TestHome;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.lang.reflect.Proxy;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in by a page, while others guess. */
class SignInTest {

  private static final String OFFICE = "192.0.2.1";
  private static final String PASSWORD = "four unrelated words";

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock("2026-11-02T08:00:00Z");
  private TestHome home;
  private SignInResource signIn;

  @BeforeEach
  void open() {
    home = new TestHome(folder, clock, folder.resolve("no-scripts"));
    var accounts = new Accounts(home::state, clock);
    var sessions = new Sessions(home::state, clock);
    var devices = new Devices(home.workspace()::sealingKey);
    var doors =
        new Doors(
            sessions,
            new SecondSteps(home::state, home.workspace()::sealingKey, clock),
            new HalfwayIn(home::state, accounts, clock),
            devices);
    signIn =
        new SignInResource(
            accounts,
            sessions,
            new Throttle(home::state, clock),
            new Identities(home::state, clock),
            doors,
            devices,
            new SignInPage(
                new OwnerLink(home::state, accounts, clock), Optional.empty(), new Pages()));
    accounts.add("olga", PASSWORD, Role.OWNER);
  }

  @AfterEach
  void close() {
    home.close();
  }

  private Response ask(String name, String password, String device, Language language) {
    String body =
        "name=" + name + "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8);
    var visit = new Visit(Optional.empty(), language, Visit.Theme.SYSTEM, "", "/");
    return signIn.signIn(
        body,
        device,
        fake(SecurityContext.class, Map.of("getUserPrincipal", visit, "isSecure", false)),
        fake(HttpServletRequest.class, Map.of("getRemoteAddr", OFFICE)));
  }

  private static <T> T fake(Class<T> type, Map<String, Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            SignInTest.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answers.get(method.getName())));
  }

  @Test
  void saysHowLongToWaitInEachLanguageAndToPrograms() {
    for (int i = 0; i < 5; i++) {
      assertThat(ask("olga", "wrong", null, Language.EN).getStatus()).isEqualTo(422);
    }
    for (Language language : Language.values()) {
      Response answer = ask("olga", PASSWORD, null, language);
      assertThat(answer.getStatus()).isEqualTo(429);
      assertThat(answer.getHeaderString("Retry-After")).isEqualTo("5");
      assertThat(answer.getEntity().toString()).containsPattern("role=\"alert\">[^<]* 5 ");
    }
    clock.advance(java.time.Duration.ofSeconds(5));
    assertThat(ask("olga", PASSWORD, null, Language.EN).getStatus()).isEqualTo(303);
  }

  @Test
  void aBrowserThatHasSignedInBeforeIsNotKeptOutByOthers() {
    Response first = ask("olga", PASSWORD, null, Language.EN);
    String device = first.getCookies().get(Cookies.DEVICE).getValue();
    assertThat(first.getCookies().get(Cookies.DEVICE).isHttpOnly()).isTrue();
    for (int i = 0; i < 8; i++) {
      ask("olga", "wrong", null, Language.EN);
    }

    assertThat(ask("olga", PASSWORD, null, Language.EN).getStatus()).isEqualTo(429);
    assertThat(ask("olga", PASSWORD, device, Language.EN).getStatus()).isEqualTo(303);
  }
}
