package io.retainer.systemtest.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium that is installed; Playwright downloads none. */
final class Chromium implements AutoCloseable {

  private static final int HEIGHT = 900;
  private static final List<String> WITHOUT_NEWS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  /** The one without windows starts in half the time. */
  private static final Optional<Path> INSTALLED =
      Stream.of("/usr/bin/chromium-headless-shell", "/usr/bin/chromium")
          .map(Path::of)
          .filter(Files::isExecutable)
          .findFirst();

  private final Playwright playwright;
  private final Browser browser;
  private final URI server;

  private Chromium(Playwright playwright, Browser browser, URI server) {
    this.playwright = playwright;
    this.browser = browser;
    this.server = server;
  }

  static void assumeInstalled() {
    assumeTrue(INSTALLED.isPresent(), "Chromium is not installed");
  }

  static Chromium open(URI server) {
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(INSTALLED.orElseThrow())
                    .setArgs(WITHOUT_NEWS));
    return new Chromium(playwright, browser, server);
  }

  /**
   * A window of its own, with nothing of the others' but these cookies.
   *
   * @param cookies of a window that is signed in
   */
  Window window(Look look, List<Cookie> cookies) {
    return window(look, cookies, true);
  }

  /** The same, and the pages' scripts do not run. */
  Window windowWithoutScripts(Look look, List<Cookie> cookies) {
    return window(look, cookies, false);
  }

  private Window window(Look look, List<Cookie> cookies, boolean scripts) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setJavaScriptEnabled(scripts)
                .setBaseURL(server.toString())
                .setViewportSize(look.width(), HEIGHT)
                .setLocale(look.language()));
    context.addCookies(cookies);
    context.addCookies(
        List.of(
            cookie("retainer-language", look.language()), cookie("retainer-theme", look.theme())));
    return new Window(context, look);
  }

  private Cookie cookie(String name, String value) {
    return new Cookie(name, value).setUrl(server.toString());
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
