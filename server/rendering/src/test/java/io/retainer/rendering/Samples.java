package io.retainer.rendering;

import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.fact.RowSource;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.report.ReportContent;
import io.retainer.model.report.Section;
import io.retainer.model.report.SourceNote;
import io.retainer.model.report.SourceRows;
import io.retainer.model.target.Goal;
import io.retainer.model.target.Target;
import io.retainer.model.target.Targets;
import io.retainer.model.time.Period;
import io.retainer.rendering.compose.ReportComposer;
import io.retainer.rendering.template.ReportTemplates;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Clients, periods and reports for tests. */
public final class Samples {

  public static final Period OCTOBER = Period.month(YearMonth.of(2026, 10));
  public static final Clock NOVEMBER_3 =
      Clock.fixed(Instant.parse("2026-11-03T06:15:00Z"), ZoneOffset.UTC);
  public static final Client MINSK =
      client("kaviarnia", "Кавярня «Ў цэнтры»", "Europe/Minsk", "be", "BYN");
  public static final Client HELSINKI =
      client("nordic-outdoor", "Pohjola Outdoor Oy", "Europe/Helsinki", "fi", "EUR");
  public static final Client UGLY =
      client(
          "ugly",
          "<b>Ööö</b> & \"Сыны\" 😀 Vapaa-aikatarvikkeiden erikoismyymälä Töölönlahti Oy Ab, филиал в"
              + " Новой Боровой",
          "Europe/Minsk",
          "ru",
          "RUB");

  /** A missed amount, a met one, a limit of a rate, a band, a place, a level. */
  public static final Targets TARGETS =
      client -> {
        String currency = client.equals(HELSINKI.id()) ? "EUR" : "BYN";
        return List.of(
            target("web.sessions", new Goal.AtLeast(new BigDecimal("12000")), ""),
            target("ads.cost", new Goal.AtMost(new BigDecimal("2100")), currency),
            target("ads.conversions", new Goal.AtLeast(new BigDecimal("1300")), ""),
            target("deals.total", new Goal.AtLeast(new BigDecimal("2500")), currency),
            target("orders.revenue", new Goal.AtLeast(new BigDecimal("100000")), currency),
            target("web.bounce-rate", new Goal.AtMost(new BigDecimal("0.40")), ""),
            target(
                "orders.aov",
                new Goal.Band(new BigDecimal("80"), new BigDecimal("120.50")),
                currency),
            target("search.serp-position", new Goal.AtMost(BigDecimal.TEN), ""),
            target("social.followers", new Goal.AtLeast(new BigDecimal("5000")), ""));
      };

  private Samples() {}

  private static Target target(String kpi, Goal goal, String currency) {
    return new Target(
        new KpiId(kpi),
        Period.Kind.MONTH,
        goal,
        Optional.of(currency).filter(code -> !code.isEmpty()),
        Target.ALWAYS);
  }

  public static Client client(
      String id, String name, String zone, String language, String currency) {
    return new Client(
        new ClientId(id),
        name,
        ZoneId.of(zone),
        Locale.forLanguageTag(language),
        Currency.getInstance(currency));
  }

  /** The KPIs of this checkout, as far as rendering has to know them. */
  public static List<KpiDescriptor> catalogue() {
    return SampleKpis.ofEverything(SampleKpis.Case.FULL).catalogue();
  }

  /** The templates of this checkout. */
  public static ReportTemplates templates() {
    return ReportTemplates.open(List.of(folder()));
  }

  public static Path folder() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("report-templates"))) {
      folder = folder.getParent();
    }
    return folder.resolve("report-templates");
  }

  public static ReportContent content(SampleKpis.Case sampleCase, Client client) {
    return content(sampleCase, client, Targets.NONE);
  }

  public static ReportContent content(SampleKpis.Case sampleCase, Client client, Targets targets) {
    return content("monthly-performance", new SampleKpis(sampleCase), client, targets);
  }

  /** The report of a client with everything that there are KPIs for. */
  public static ReportContent content(
      String template, SampleKpis.Case sampleCase, Client client, Targets targets) {
    return content(template, SampleKpis.ofEverything(sampleCase), client, targets);
  }

  private static ReportContent content(String template, Kpis kpis, Client client, Targets targets) {
    return new ReportComposer(kpis, NOVEMBER_3, "Retainer 0.1.0", Samples::sourceTitle, targets)
        .compose(
            templates().named(template),
            client,
            OCTOBER,
            "2026-10-0001",
            Optional.of("Agentura Sever"));
  }

  /** The full report, with the rows behind it. */
  public static ReportContent withRows(Client client, RowSource rows) {
    return new ReportComposer(
            new SampleKpis(SampleKpis.Case.FULL),
            NOVEMBER_3,
            "Retainer 0.1.0",
            Samples::sourceTitle,
            TARGETS,
            rows)
        .compose(
            templates().named("monthly-performance"),
            client,
            OCTOBER,
            "2026-10-0001",
            Optional.of("Agentura Sever"));
  }

  /** The same report with other rows behind it. */
  public static ReportContent with(ReportContent content, SourceRows rows) {
    return with(content, content.sections(), rows);
  }

  /** The same report with other sections. */
  public static ReportContent with(ReportContent content, List<Section> sections) {
    return with(content, sections, content.rows());
  }

  private static ReportContent with(
      ReportContent content, List<Section> sections, SourceRows rows) {
    return with(content, sections, rows, content.glossary(), content.sources());
  }

  /** The same report that explains other KPIs. */
  public static ReportContent withGlossary(ReportContent content, List<KpiDescriptor> glossary) {
    return with(content, content.sections(), content.rows(), glossary, content.sources());
  }

  /** The same report that rests on other sources. */
  public static ReportContent withSources(ReportContent content, List<SourceNote> sources) {
    return with(content, content.sections(), content.rows(), content.glossary(), sources);
  }

  private static ReportContent with(
      ReportContent content,
      List<Section> sections,
      SourceRows rows,
      List<KpiDescriptor> glossary,
      List<SourceNote> sources) {
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
            sections,
            glossary,
            sources,
            content.targets(),
            rows)
        .with(content.findings());
  }

  private static String sourceTitle(String source) {
    return source.equals("sample-web-traffic") ? "Sample Analytics" : source;
  }

  public static ReportContent full(Client client) {
    return content(SampleKpis.Case.FULL, client);
  }
}
