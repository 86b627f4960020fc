package io.retainer.systemtest.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import io.retainer.systemtest.RunningProduct;
import io.retainer.systemtest.UsedHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Signing in in two steps, with codes that another implementation makes. */
class TwoStepsIT {

  private static final String PASSWORD = "a long and winding road";
  private static final String BEN = "ben@agency.example";
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private static Path home;
  private static RunningProduct product;
  private static Chromium chromium;

  @BeforeAll
  static void start() throws Exception {
    Chromium.assumeInstalled();
    home = UsedHome.cleared();
    product = RunningProduct.start(home, Map.of());
    chromium = Chromium.open(product.server().url());
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
    if (product != null) {
      product.close();
    }
  }

  @Test
  void whoHasToHaveASecondStepSetsItUpSignsInWithItAndIsHelpedWhenItIsLost() {
    try (Window owner = chromium.window(Look.DESK, List.of());
        Window ben = chromium.window(Look.PHONE, List.of())) {
      addBenAndRequireTwoSteps(owner);
      signIn(ben);
      assertThat(ben.page().url()).endsWith("/account/second-step");
      ben.open("/clients");
      assertThat(ben.page().url()).as("nothing else is open").endsWith("/account/second-step");
      ben.lookClosely("second-step-owed");
      ben.fill("current", PASSWORD);
      ben.press("main button.primary");
      ben.lookClosely("second-step-key");
      String key = ben.page().locator("main .secret").innerText().replace(" ", "");
      ben.fill("code", "12");
      ben.press("main button.primary");
      assertThat(ben.page().locator("main .alert").count()).isEqualTo(1);
      ben.fill("code", code(key));
      ben.press("main button.primary");
      ben.lookClosely("second-step-codes");
      List<String> recovery = ben.page().locator("main .codes li").allInnerTexts();
      assertThat(recovery).hasSize(10).doesNotHaveDuplicates();

      signOutAndIn(ben);
      assertThat(ben.page().url()).contains("/sign-in/code");
      ben.lookClosely("sign-in-code");
      ben.open("/clients");
      assertThat(ben.page().url()).as("half a sign-in opens nothing").contains("/sign-in");
      ben.open("/sign-in/code");
      ben.fill("code", recovery.get(0));
      ben.press("main button.primary");
      ben.open("/clients");
      assertThat(ben.page().url()).endsWith("/clients");
      ben.open("/account/second-step");
      ben.lookClosely("second-step-on");
      assertThat(ben.page().locator("main").innerText()).contains("9");

      signOutAndIn(ben);
      ben.fill("code", recovery.get(0));
      ben.press("main button.primary");
      assertThat(ben.page().locator("main .alert").count()).as("used already").isEqualTo(1);
      resetBen(owner);
      signInWithoutScripts();
      signIn(ben);
      assertThat(ben.page().url()).as("set up anew").contains("/sign-in/code");
      assertThat(mails()).anyMatch(mail -> mail.contains("To: " + BEN));
      assertThat(owner.complaints()).isEmpty();
      assertThat(ben.complaints())
          .as("of the two codes that were refused, and of nothing else")
          .hasSize(2)
          .allMatch(complaint -> complaint.contains("status of 422"));
    }
  }

  private static void addBenAndRequireTwoSteps(Window owner) {
    owner.open(product.server().ownerLink().orElseThrow());
    owner.fill("name", "aino");
    owner.fill("password", PASSWORD);
    owner.fill("repeated", PASSWORD);
    owner.press("main button.primary");
    owner.open("/access");
    owner.page().locator("main details summary").first().click();
    owner.fill("name", BEN);
    owner.fill("password", PASSWORD);
    owner.page().locator("form[action='/access/accounts'] [name=role]").selectOption("manager");
    owner.page().locator("form[action='/access/accounts'] [name=sees][value=all]").check();
    owner.page().locator("form[action='/access/accounts'] button.primary").click();
    owner.page().waitForLoadState();
    owner.page().locator("form[action='/access/second-step/roles'] input[value=manager]").check();
    owner.press("form[action='/access/second-step/roles'] button");
    owner.lookClosely("access-two-steps");
    owner.open("/account");
    owner.lookClosely("account");
    owner.open("/account/second-step");
    owner.fill("current", PASSWORD);
    owner.press("main button.primary");
    owner.lookClosely("second-step-key");
  }

  private static void resetBen(Window owner) {
    owner.open("/access");
    owner.press("main a:has-text('" + BEN + "')");
    owner.lookClosely("person");
    owner.press("form[action^='/access/second-step/reset'] button");
    assertThat(owner.page().locator("form[action^='/access/second-step/reset']").count()).isZero();
  }

  private static void signInWithoutScripts() {
    try (Window plain = chromium.windowWithoutScripts(Look.DESK, List.of())) {
      signIn(plain);
      plain.fill("current", PASSWORD);
      plain.press("main button.primary");
      plain.fill("code", code(plain.page().locator("main .secret").innerText().replace(" ", "")));
      plain.press("main button.primary");
      assertThat(plain.page().locator("main .codes li").count()).isEqualTo(10);
    }
  }

  private static void signOutAndIn(Window window) {
    window.page().context().clearCookies(new ClearCookiesOptions().setName("retainer-session"));
    signIn(window);
  }

  private static void signIn(Window window) {
    window.open("/sign-in");
    window.fill("name", BEN);
    window.fill("password", PASSWORD);
    window.press("main button.primary");
  }

  private static String code(String key) {
    var bits = BigInteger.ONE;
    for (char letter : key.toCharArray()) {
      bits = bits.shiftLeft(5).or(BigInteger.valueOf(LETTERS.indexOf(letter)));
    }
    byte[] marked = bits.toByteArray();
    try {
      return new TimeBasedOneTimePasswordGenerator()
          .generateOneTimePasswordString(
              new SecretKeySpec(marked, 1, marked.length - 1, "HmacSHA1"), Instant.now());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> mails() {
    try (Stream<Path> files = Files.list(home.resolve("mailbox"))) {
      return files.map(TwoStepsIT::text).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
