package io.retainer.rendering;

import io.retainer.model.report.ReportContent;
import io.retainer.model.report.SourceRows;
import io.retainer.rendering.sample.SampleReport;
import io.retainer.rendering.template.ReportTemplates;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * This product as one engine among others, for a harness that runs many on one report: {@code
 * bench/peers.sh}. It reads lines {@code id file}, renders from content that is composed already,
 * and answers {@code @@ id milliseconds bytes}.
 *
 * <p>The report has what theirs has: a cover, 10 tiles with 13 points each, 2 line charts of 31
 * days beside another month, a bar chart, a stacked one, and tables of 360 and 175 cells (ours have
 * up to seven columns, so the first has 51 rows instead of 40); and a page of data notes besides.
 */
public final class PeerWorker {

  private PeerWorker() {}

  /**
   * @param arguments {@code pdf} or {@code xlsx}
   */
  public static void main(String[] arguments) throws Exception {
    PrintStream out = System.out;
    System.setOut(System.err);
    Path folder = Files.createTempDirectory("peer-template");
    ReportTemplates templates = ReportTemplates.open(List.of(Samples.folder(), template(folder)));
    Renderings renderings = new Renderings(templates);
    ReportContent content = sixPages(templates);
    ReportContent withRows =
        Samples.with(
            content,
            new SourceRows(
                List.of(), List.of(WorkbookBenchmark.imported()), WorkbookBenchmark.ROWS));
    boolean isPdf = arguments[0].equals("pdf");
    ExecutorService pool = Executors.newFixedThreadPool(2);
    say(out, "@@ READY");
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.strip().split(" ", 2);
      if (words.length == 2) {
        pool.submit(
            () -> {
              long start = System.nanoTime();
              Path file = Path.of(words[1]);
              try {
                if (isPdf) {
                  Files.write(file, renderings.pdf(content, Locale.ENGLISH));
                } else {
                  workbook(renderings, withRows, file);
                }
                double millis = (System.nanoTime() - start) / 1e6;
                say(out, "@@ " + words[0] + " " + millis + " " + Files.size(file));
              } catch (IOException | RuntimeException e) {
                say(out, "@@ " + words[0] + " ERR " + e);
              }
            });
      }
    }
    pool.shutdown();
    pool.awaitTermination(10, TimeUnit.MINUTES);
    Files.walk(folder)
        .sorted(java.util.Comparator.reverseOrder())
        .forEach(f -> f.toFile().delete());
  }

  private static void workbook(Renderings renderings, ReportContent content, Path file)
      throws IOException {
    try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      renderings.xlsx(content, Locale.ENGLISH, bytes);
    }
  }

  private static synchronized void say(PrintStream out, String line) {
    out.println(line);
    out.flush();
  }

  static ReportContent sixPages(ReportTemplates templates) {
    ReportContent content =
        SampleReport.compose(
            templates.named("six-pages"), Samples.catalogue(), Locale.ENGLISH, "Retainer");
    return new ReportContent(
        content.id(),
        content.template(),
        content.client(),
        content.agency(),
        content.period(),
        content.bases(),
        content.dataAsOf(),
        content.issuedAt(),
        content.software(),
        content.tiles(),
        content.sections(),
        List.of(),
        content.sources(),
        content.targets(),
        SourceRows.NONE);
  }

  static Path template(Path folder) throws IOException {
    Path template = Files.createDirectories(folder.resolve("six-pages"));
    Files.writeString(
        template.resolve("report.yaml"),
        """
        compare: [previous, last-year]
        trail: 13
        scorecard: [web.sessions, web.organic-sessions, ads.cost, ads.conversions, ads.cpa,
          orders.revenue, ads.roas, ads.ctr, web.bounce-rate, email.delivered]
        sections:
          - {key: sessions, figures: [web.sessions], trend: {kpi: web.sessions, by: day}}
          - {key: cost, figures: [ads.cost], trend: {kpi: ads.cost, by: day}}
          - key: channels
            figures: [web.sessions]
            blocks: [{show: ranking, kpi: orders.top-products},
              {show: columns, kpi: web.sessions, by: channel, over: week}]
          - key: campaigns
            figures: [ads.cost]
            breakdowns:
              - {by: campaign, top: 100, kpis: [ads.impressions, ads.clicks, ads.ctr, ads.cost,
                  ads.conversions, ads.cpa]}
          - key: keywords
            figures: [search.clicks]
            breakdowns:
              - {by: query, top: 25, kpis: [search.impressions, search.clicks, search.ctr,
                  search.serp-position]}
        """);
    Files.writeString(
        template.resolve("sample.yaml"),
        "client: Northwind Outdoor Ltd\ngroups:\n"
            + names("campaign", "Retargeting DE 2026-", 51)
            + names("query", "trail shoes online ", 25)
            + names("product", "Channel ", 8));
    for (String language : List.of("en", "ru", "be", "fi")) {
      Files.writeString(
          template.resolve("texts_" + language + ".properties"),
          """
          title=Monthly marketing report
          subject={0}
          section.sessions.title=Sessions
          section.cost.title=Cost
          section.channels.title=Channels
          section.campaigns.title=Campaigns
          section.keywords.title=Keywords
          """);
    }
    return folder;
  }

  private static String names(String dimension, String name, int count) {
    return "  "
        + dimension
        + ": ["
        + IntStream.rangeClosed(1, count)
            .mapToObj(number -> name + number)
            .collect(Collectors.joining(", "))
        + "]\n";
  }
}
