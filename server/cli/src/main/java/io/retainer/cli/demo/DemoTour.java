package io.retainer.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.cli.api.Api;
import io.retainer.cli.demo.DemoServer.Issue;
import io.retainer.cli.demo.exports.DemoBusiness;
import io.retainer.cli.demo.exports.DemoBusiness.Recipient;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Step by step from exports to mail, each step said in a line. */
public final class DemoTour {

  private static final int FILES_AT_ONCE = 25;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

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
      setTargets(business);
      importExports(business, writeExports(business, last));
      for (var reader : readers(business).entrySet()) {
        issue(last, schedule(business, reader.getKey(), reader.getValue()), reader.getKey());
      }
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

  private void setTargets(DemoBusiness business) throws IOException, InterruptedException {
    var step = new Step();
    boolean isNew = server.setTargets(business);
    step.done(
        "targets",
        new TreeMap<>(business.targets())
                .entrySet().stream()
                    .map(target -> target.getKey() + " " + target.getValue())
                    .collect(Collectors.joining(", "))
            + (isNew ? ", each month" : " (there already)"));
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

  /** A recipient reads one language, so each language has a schedule of its own. */
  private static Map<Locale, List<String>> readers(DemoBusiness business) {
    return business.recipients().stream()
        .collect(
            Collectors.groupingBy(
                Recipient::locale,
                LinkedHashMap::new,
                Collectors.mapping(Recipient::address, Collectors.toList())));
  }

  private String schedule(DemoBusiness business, Locale locale, List<String> recipients)
      throws IOException, InterruptedException {
    var step = new Step();
    Optional<String> known = server.schedule(business, locale);
    String schedule =
        known.isPresent() ? known.get() : server.addSchedule(business, locale, recipients);
    step.done(
        "schedule",
        "monthly, third business day at 08:00, in %s, to %s%s"
            .formatted(
                locale.getDisplayLanguage(Locale.ENGLISH),
                String.join(", ", recipients),
                known.isPresent() ? " (there already)" : ""));
    return schedule;
  }

  /** What the schedule will do every month, now for the last one. */
  private void issue(YearMonth last, String schedule, Locale locale)
      throws IOException, InterruptedException {
    var step = new Step();
    boolean isNew = server.issue(schedule, last).filter(Issue::isOver).isEmpty();
    if (server.issue(schedule, last).isEmpty()) {
      server.order(schedule, last);
    }
    long limit = System.nanoTime() + PATIENCE.toNanos();
    Optional<Issue> issue = server.issue(schedule, last);
    while (issue.filter(Issue::isOver).isEmpty() && System.nanoTime() < limit) {
      TimeUnit.MILLISECONDS.sleep(250);
      issue = server.issue(schedule, last);
    }
    String state = issue.map(Issue::state).orElse("not begun");
    isComplete &= state.equals("sent");
    Map<String, Long> mails =
        issue.isPresent() && !issue.get().run().isEmpty()
            ? server.mails(issue.get().run())
            : Map.of();
    step.done(
        "report",
        "%s in %s: %s, mails %s%s%s"
            .formatted(
                last,
                locale.getDisplayLanguage(Locale.ENGLISH),
                state,
                mails.entrySet().stream()
                    .map(mail -> mail.getValue() + " " + mail.getKey())
                    .collect(Collectors.joining(", ")),
                isNew ? "" : " (before)",
                issue
                    .map(Issue::reason)
                    .filter(text -> !text.isEmpty())
                    .map(text -> ": " + text)
                    .orElse("")));
  }

  private void printFiles() throws IOException {
    out.println();
    out.println("Reports and mails:");
    for (Path root : List.of(home.resolve("reports"), home.resolve("mailbox"))) {
      if (Files.isDirectory(root)) {
        try (var files = Files.walk(root)) {
          files
              .filter(file -> file.toString().matches(".*\\.(pdf|xlsx|eml)"))
              .sorted()
              .forEach(file -> out.println("  " + file));
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
