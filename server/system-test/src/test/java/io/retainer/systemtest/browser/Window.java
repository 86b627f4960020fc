package io.retainer.systemtest.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** A window of the browser, and what anybody could complain of in it. */
final class Window implements AutoCloseable {

  /** The machine may have other things to do, and the server has just started. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** What a step is told that another load of the page came in the way of. */
  private static final List<String> BROKEN_OFF =
      List.of(
          "ERR_ABORTED", "interrupted by another navigation", "Execution context was destroyed");

  private static final Path PICTURES = Path.of("target/pages");

  /** {@code -Dpages.pictures=all} takes them, for people to look at: in a build nobody does. */
  private static final boolean PICTURES_WANTED = "all".equals(System.getProperty("pages.pictures"));

  private static final String AXE = axe();

  /** Each violation with the rule and the elements, or nothing. */
  private static final String ASK_AXE =
      "async () => (await axe.run(document, {resultTypes: ['violations']})).violations"
          + ".map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ') + ' '"
          + " + (n.any[0]?.message ?? '')).join(' | '))";

  private static final String LISTEN =
      "window.refused = []; addEventListener('securitypolicyviolation',"
          + " e => window.refused.push(e.violatedDirective + ' ' + e.blockedURI));"
          // A page looks again by itself as long as it is seen: not while it is looked at closely.
          + "window.held = false;"
          + "Object.defineProperty(document, 'hidden', {get: () => window.held});";

  /**
   * What people read in their language; names that belong to scripts and programs are set as code.
   */
  private static final String READ =
      "() => { const read = document.body.cloneNode(true);"
          + " read.querySelectorAll('code, pre, textarea, input, script, .cm-editor, [lang=en]')"
          + ".forEach(e => e.remove()); return read.textContent; }";

  /** Ids of rows, words of the code, and values that nobody put into words. */
  private static final Pattern INTERNAL =
      Pattern.compile(
          "\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}\\S*|\\b[A-Z]{2,}(?:_[A-Z]+)+\\b"
              + "|Optional[\\[.]\\S*|\\bio\\.retainer\\.\\S*|[A-Za-z]+@[0-9a-f]{6,8}\\b");

  private static final int TALLEST = 6_000;
  private static final String HEIGHT = "() => document.documentElement.scrollHeight";
  private static final String OVERHANG =
      "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

  private final BrowserContext context;
  private final Look look;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();
  private int loads;

  Window(BrowserContext context, Look look) {
    this.context = context;
    this.look = look;
    context.setDefaultTimeout(PATIENCE.toMillis());
    context.setDefaultNavigationTimeout(PATIENCE.toMillis());
    context.addInitScript(LISTEN);
    this.page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            complain(message.text());
          }
        });
    page.onPageError(this::complain);
    page.onLoad(loaded -> loads++);
  }

  Page page() {
    return page;
  }

  /** Cookies of whoever is signed in here. */
  List<Cookie> cookies() {
    return context.cookies().stream().filter(cookie -> !cookie.name.contains("-l")).toList();
  }

  void open(String path) {
    undisturbed(() -> page.navigate(path));
  }

  /** A page about work in progress may look again by itself just then, which breaks a step off. */
  private <T> T undisturbed(Supplier<T> step) {
    for (int left = 5; ; left--) {
      try {
        return step.get();
      } catch (PlaywrightException e) {
        if (left == 0 || BROKEN_OFF.stream().noneMatch(e.getMessage()::contains)) {
          throw e;
        }
        page.waitForLoadState();
      }
    }
  }

  /** Complains of what only the code has a use for, as far as people read it on this page. */
  void readForInternals(String name) {
    String read = undisturbed(() -> (String) page.evaluate(READ));
    INTERNAL
        .matcher(read.replaceAll("RETAINER_[A-Z_]+", ""))
        .results()
        .forEach(found -> complain(name + " shows " + found.group()));
  }

  /**
   * Presses a button or follows a link, and waits for the page it leads to, however long the server
   * takes for it.
   */
  void press(String selector) {
    int before = loads;
    page.locator(selector).first().click();
    page.waitForCondition(() -> loads > before);
  }

  /** Presses a key where the focus is, and waits for the page that this leads to. */
  void presses(String key) {
    int before = loads;
    page.keyboard().press(key);
    page.waitForCondition(() -> loads > before);
  }

  /** Opens a page again and again until there is something on it. */
  void awaitOn(String path, String selector) {
    long limit = System.nanoTime() + PATIENCE.toNanos();
    open(path);
    while (undisturbed(page.locator(selector)::count) == 0) {
      assertThat(System.nanoTime()).as(selector + " on " + path).isLessThan(limit);
      page.waitForTimeout(500);
      open(path);
    }
  }

  /** What the page's address ends with. */
  String lastPart() {
    String path = URI.create(page.url()).getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  void fill(String name, String value) {
    page.locator("main [name='" + name + "']").first().fill(value);
  }

  /** Looks at the page as it is: for its width, and takes a picture where one is wanted. */
  void look(String name) {
    if (PICTURES_WANTED) {
      picture(name);
    }
    strings("() => window.refused").forEach(refused -> complain("policy: " + refused));
    int overhang = ((Number) evaluated(OVERHANG)).intValue();
    if (overhang > 0) {
      complain("wider than the window by " + overhang);
    }
  }

  /** What fits on some screens. */
  private void picture(String name) {
    int height = ((Number) evaluated(HEIGHT)).intValue();
    page.screenshot(
        new ScreenshotOptions()
            .setPath(PICTURES.resolve(look.toString()).resolve(name + ".png"))
            .setFullPage(height <= TALLEST));
  }

  /** The same, and with a screen reader's eyes. */
  void lookClosely(String name) {
    evaluated("() => { window.held = true; }");
    look(name);
    evaluated(AXE);
    strings(ASK_AXE).forEach(violation -> complain("axe: " + violation));
    evaluated("() => { window.held = false; }");
  }

  private List<String> strings(String script) {
    return ((List<?>) evaluated(script)).stream().map(Object::toString).toList();
  }

  private Object evaluated(String script) {
    return undisturbed(() -> page.evaluate(script));
  }

  private void complain(String text) {
    complaints.add(look + " " + page.url() + " " + text);
  }

  /** All of them, the first one first. */
  List<String> complaints() {
    return complaints;
  }

  @Override
  public void close() {
    context.close();
  }

  private static String axe() {
    try (InputStream in = Window.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("axe cannot be read", e);
    }
  }
}
