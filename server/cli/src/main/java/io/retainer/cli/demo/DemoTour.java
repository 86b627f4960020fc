package io.retainer.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.cli.api.Api;
import io.retainer.cli.demo.exports.DemoBusiness;
import io.retainer.cli.demo.exports.DemoBusiness.Recipient;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Step by step from exports to mail, each step said in a line. */
public final class DemoTour {

  private static final int FILES_AT_ONCE = 25;
  private static final long PATIENCE_SECONDS = 300;

  private final DemoServer server;
  private final Path home;
  private final Clock clock;
  private final PrintWriter out;
  private boolean isComplete = true;

  /**
   * @param home the server's home; the exports are put beside its own folders
   */
  public DemoTour(Api api, Path home, Clock clock, PrintWriter out) {
    this.server = new DemoServer(api);
    this.home = home;
    this.clock = clock;
    this.out = out;
  }

  /**
   * @return false when something is not as it should be; a line said what
   */
  public boolean run() throws IOException, InterruptedException {
    for (DemoBusiness business : DemoBusiness.all()) {
      YearMonth last =
          YearMonth.from(LocalDate.now(clock.withZone(business.zone()))).minusMonths(1);
      out.println();
      out.println(business.name() + ", " + business.id());
      addClient(business);
      importExports(business, writeExports(business, last));
      schedule(business);
    }
    for (DemoBusiness business : DemoBusiness.all()) {
      awaitMails(business);
    }
    printFiles();
    return isComplete;
  }

  private void addClient(DemoBusiness business) throws IOException, InterruptedException {
    var step = new Step();
    boolean isNew = server.addClient(business);
    step.done(
        "client",
        "%s, %s, %s%s"
            .formatted(
                business.zone(),
                business.locale().getDisplayLanguage(Locale.ENGLISH),
                business.currency(),
                isNew ? "" : " (there already)"));
  }

  private List<Path> writeExports(DemoBusiness business, YearMonth last) throws IOException {
    var step = new Step();
    List<Path> files = new DemoExports(home.resolve("demo-exports")).of(business, last);
    step.done(
        "exports",
        "%d files of %d months up to %s in %s"
            .formatted(
                files.size(),
                DemoBusiness.MONTHS,
                last,
                home.resolve("demo-exports").resolve(business.id())));
    return files;
  }

  private void importExports(DemoBusiness business, List<Path> files)
      throws IOException, InterruptedException {
    var step = new Step();
    Set<String> known = server.imported(business);
    List<Path> fresh = new ArrayList<>();
    for (Path file : files) {
      if (!known.contains(Sha256.of(file))) {
        fresh.add(file);
      }
    }
    if (fresh.isEmpty()) {
      step.done("import", "all " + files.size() + " files are imported already");
      return;
    }
    long rows = 0;
    Map<String, Long> statuses = new TreeMap<>();
    for (int from = 0; from < fresh.size(); from += FILES_AT_ONCE) {
      List<Path> some = fresh.subList(from, Math.min(fresh.size(), from + FILES_AT_ONCE));
      for (JsonNode result : server.upload(business, some)) {
        statuses.merge(result.path("status").asText(), 1L, Long::sum);
        for (JsonNode table : result.path("tables")) {
          rows += table.path("rows").asLong();
        }
        complainAbout(result);
      }
    }
    String counts =
        statuses.entrySet().stream()
            .map(status -> status.getValue() + " " + status.getKey())
            .collect(Collectors.joining(", "));
    step.done("import", "%s; %,d rows".formatted(counts, rows));
  }

  private void complainAbout(JsonNode result) {
    String status = result.path("status").asText();
    if (!status.equals("accepted") && !status.equals("duplicate")) {
      isComplete = false;
      JsonNode issue = result.path("issues").path(0);
      out.println(
          "  ! %s: %s, line %d %s: saw %s, expected %s"
              .formatted(
                  result.path("file").asText(),
                  status,
                  issue.path("line").asLong(),
                  issue.path("column").asText(),
                  issue.path("saw").asText(),
                  issue.path("expected").asText()));
    }
  }

  /** A schedule for each language that is read, because each recipient reads one. */
  private void schedule(DemoBusiness business) throws IOException, InterruptedException {
    Map<Locale, List<String>> readers =
        business.recipients().stream()
            .collect(
                Collectors.groupingBy(
                    Recipient::locale,
                    java.util.LinkedHashMap::new,
                    Collectors.mapping(Recipient::address, Collectors.toList())));
    for (var reader : readers.entrySet()) {
      var step = new Step();
      Locale locale = reader.getKey();
      var known = server.schedule(business, locale);
      String schedule =
          known.isPresent() ? known.get() : server.addSchedule(business, locale, reader.getValue());
      server.issue(schedule);
      step.done(
          "schedule",
          "third business day 08:00, in %s, to %s; the last month is issued now"
              .formatted(
                  locale.getDisplayLanguage(Locale.ENGLISH), String.join(", ", reader.getValue())));
    }
  }

  private void awaitMails(DemoBusiness business) throws IOException, InterruptedException {
    var step = new Step();
    int expected = business.recipients().size();
    long limit = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000;
    while (true) {
      List<JsonNode> deliveries = server.deliveries(business);
      long sent = count(deliveries, "sent");
      long failed = count(deliveries, "failed");
      if (sent >= expected || sent + failed >= expected || System.nanoTime() > limit) {
        isComplete &= sent >= expected;
        out.println();
        out.println(business.name() + ", " + business.id());
        step.done(
            "mails",
            "%d of %d sent%s"
                .formatted(sent, expected, failed > 0 ? ", " + failed + " failed" : ""));
        deliveries.stream()
            .filter(delivery -> !delivery.path("state").asText().equals("sent"))
            .forEach(delivery -> out.println("  ! " + delivery));
        return;
      }
      java.util.concurrent.TimeUnit.MILLISECONDS.sleep(300);
    }
  }

  private static long count(List<JsonNode> deliveries, String state) {
    return deliveries.stream()
        .filter(delivery -> delivery.path("state").asText().equals(state))
        .count();
  }

  private void printFiles() throws IOException {
    out.println();
    for (String folder : List.of("reports", "mailbox")) {
      Path root = home.resolve(folder);
      if (Files.isDirectory(root)) {
        try (var files = Files.walk(root)) {
          files
              .filter(file -> file.toString().matches(".*\\.(pdf|xlsx|eml)"))
              .sorted()
              .forEach(out::println);
        }
      }
    }
  }

  /** Something that takes a while. */
  private final class Step {
    private final long begun = System.nanoTime();

    void done(String what, String outcome) {
      out.printf(
          Locale.ROOT, "  %-9s %s  %.1f s%n", what, outcome, (System.nanoTime() - begun) / 1e9);
    }
  }
}
