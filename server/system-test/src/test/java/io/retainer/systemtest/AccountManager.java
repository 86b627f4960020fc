package io.retainer.systemtest;

import java.net.URI;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Opens one page after another, of all clients, and thinks in between. */
final class AccountManager implements Callable<Void> {

  private static final List<String> PAGES =
      List.of(
          "/",
          "/clients",
          "{client}",
          "{client}/coverage",
          "{client}/data",
          "{client}/data?dataset=web_traffic",
          "{client}/targets",
          "{client}/templates",
          "/reports",
          "/schedules",
          "/operations",
          "/deliveries",
          "/uploads",
          "/kpis",
          "/kpis/web.sessions",
          "/search?q=client");

  /** Between two clicks, on average. */
  private static final int THINKS_MILLIS = 10_000;

  /** From here on a page is told by itself, to be found in the server's log. */
  private static final long TELLING_NANOS = TimeUnit.SECONDS.toNanos(2);

  /** Nanoseconds from each click until the page was there, by kind of page. */
  static final class Waits {
    private final Map<String, List<Long>> byPage = new ConcurrentHashMap<>();

    private void add(String page, long nanos) {
      byPage
          .computeIfAbsent(page, any -> Collections.synchronizedList(new ArrayList<>()))
          .add(nanos);
    }

    Map<String, List<Long>> byPage() {
      Map<String, List<Long>> sorted = new TreeMap<>();
      byPage.forEach((page, waits) -> sorted.put(page, waits.stream().sorted().toList()));
      return sorted;
    }

    List<Long> all() {
      return byPage().values().stream().flatMap(List::stream).sorted().toList();
    }
  }

  private final SignedIn browser;
  private final URI server;
  private final List<String> clients;
  private final YearMonth month;
  private final Random random;
  private final Waits waits;
  private final long until;

  /**
   * @param until by System.nanoTime
   */
  AccountManager(
      SignedIn browser,
      URI server,
      List<String> clients,
      YearMonth month,
      long seed,
      Waits waits,
      long until) {
    this.browser = browser;
    this.server = server;
    this.clients = clients;
    this.month = month;
    this.random = new Random(seed);
    this.waits = waits;
    this.until = until;
  }

  @Override
  public Void call() throws Exception {
    Thread.sleep(random.nextInt(THINKS_MILLIS));
    while (System.nanoTime() < until) {
      String client = "/clients/" + any(clients);
      String page = any(PAGES);
      String path = page.replace("{client}", client).replace("{month}", month.toString());
      long clicked = System.nanoTime();
      browser.page(server, path);
      long waited = System.nanoTime() - clicked;
      waits.add(page, waited);
      if (waited > TELLING_NANOS) {
        System.out.printf("%tT %s took %.1f s%n", LocalTime.now(), path, waited / 1e9);
      }
      Thread.sleep(THINKS_MILLIS / 2 + random.nextInt(THINKS_MILLIS));
    }
    return null;
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
