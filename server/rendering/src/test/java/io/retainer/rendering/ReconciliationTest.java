package io.retainer.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.retainer.model.client.Client;
import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.report.Remark;
import io.retainer.model.report.ReportContent;
import io.retainer.model.report.Section;
import io.retainer.model.report.exhibit.Reconciliation;
import io.retainer.model.time.ComparedPeriod;
import io.retainer.model.time.Period;
import io.retainer.rendering.compose.ReportComposer;
import io.retainer.rendering.overview.ExhibitPicture;
import io.retainer.rendering.template.ReportTemplates;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReconciliationTest {

  private static final Reason NEVER =
      new Reason(Reason.Code.NOTHING_IMPORTED, List.of(), "Nothing was ever imported.");
  private static final Reason NOT_NOW =
      new Reason(Reason.Code.NOT_IN_PERIOD, List.of("2026-05-01", "2026-09-30"), "Not now.");
  private static final Reason DAYS =
      new Reason(Reason.Code.MISSING_DAYS, List.of("2026-10-05"), "Days are missing.");
  private static final String TEMPLATE =
      """
      compare: [previous]
      scorecard: [orders.revenue]
      sections:
        - key: reconciliation
          optional: %s
          figures: [orders.revenue, ads.claimed-revenue]
          blocks:
            - {show: reconciliation, kpis: [orders.revenue, ads.claimed-revenue, web.revenue]}
      """;

  @TempDir Path home;

  private final Told told = new Told();

  /** The sample with some figures told otherwise; keeps what is asked ahead and what is asked. */
  private static final class Told implements Kpis {

    private final SampleKpis sample = SampleKpis.ofEverything(SampleKpis.Case.FULL);
    private final Map<String, KpiValue> values = new HashMap<>();
    private final List<Ask> foreseen = new ArrayList<>();
    private final List<Ask> asked = new ArrayList<>();

    @Override
    public Kpis foreseeing(Client client, List<Ask> asks) {
      foreseen.addAll(asks);
      return this;
    }

    @Override
    public List<KpiDescriptor> catalogue() {
      return sample.catalogue();
    }

    @Override
    public Optional<KpiDescriptor> find(KpiId id) {
      return sample.find(id);
    }

    @Override
    public List<KpiFigure> figures(Client client, ComparedPeriod period, List<KpiId> ids) {
      return sample.figures(client, period, ids).stream().map(this::told).toList();
    }

    private KpiFigure told(KpiFigure figure) {
      KpiValue value = values.get(figure.kpi().id().value());
      return value == null
          ? figure
          : new KpiFigure(figure.kpi(), figure.period(), value, List.of(), figure.coverage());
    }

    @Override
    public List<List<KpiValue>> trend(Client client, List<KpiId> ids, List<DateSpan> spans) {
      return sample.trend(client, ids, spans);
    }

    @Override
    public List<List<Point>> series(Client client, List<KpiId> ids, DateSpan span, Grain bucket) {
      return sample.series(client, ids, span, bucket);
    }

    @Override
    public Breakdown breakdown(
        Client client, Period period, List<KpiId> ids, String dimension, int limit) {
      asked.add(new Ask.Groups(period, ids, dimension));
      return sample.breakdown(client, period, ids, dimension, limit);
    }
  }

  private static KpiValue euros(String amount) {
    return money(amount, "EUR");
  }

  private static KpiValue money(String amount, String currency) {
    return KpiValue.known(
        new BigDecimal(amount), Optional.empty(), Optional.empty(), Optional.of(currency));
  }

  private static KpiValue partial(String amount) {
    return new KpiValue(
        KpiValue.Status.PARTIAL,
        Optional.of(new BigDecimal(amount)),
        Optional.empty(),
        Optional.empty(),
        Optional.of("EUR"),
        Optional.of(DAYS));
  }

  private ReportTemplates templates(boolean isOptional) throws IOException {
    Path folder = Files.createDirectories(home.resolve("truth"));
    Files.writeString(folder.resolve("report.yaml"), TEMPLATE.formatted(isOptional));
    for (String language : List.of("en", "ru", "be", "fi")) {
      Files.writeString(
          folder.resolve("texts_" + language + ".properties"),
          "title=Truth\nsubject=Truth\ndescription=Truth.\nsection.reconciliation.title=Truth\n");
    }
    return ReportTemplates.open(List.of(Samples.folder(), home));
  }

  private ReportContent content(boolean isOptional) throws IOException {
    return content(templates(isOptional), "truth");
  }

  private ReportContent content(ReportTemplates templates, String template) {
    return new ReportComposer(told, Samples.NOVEMBER_3, "Retainer 0.1.0", any -> any)
        .compose(
            templates.named(template), Samples.HELSINKI, Samples.OCTOBER, "1", Optional.empty());
  }

  private static Reconciliation reconciliation(ReportContent content) {
    return (Reconciliation) ((Section.Filled) content.sections().get(0)).exhibits().get(0);
  }

  private static ExhibitPicture picture(ReportContent content) {
    return ExhibitPicture.of(
        Samples.templates().named("campaign").texts(Locale.ENGLISH),
        reconciliation(content),
        name -> name);
  }

  private static List<List<String>> rows(ReportContent content) {
    return picture(content).panel().twins().stream()
        .flatMap(twin -> twin.rows().stream())
        .map(row -> row.subList(1, row.size()))
        .toList();
  }

  @Test
  void setsEachClaimBesideWhatWasBookedAndAddsNone() throws IOException {
    told.values.put("orders.revenue", euros("1000"));
    told.values.put("ads.claimed-revenue", euros("1342.50"));
    told.values.put("web.revenue", euros("800"));

    assertThat(rows(content(true)))
        .containsExactly(
            List.of("€1,000.00", "–", "–"),
            List.of("€1,342.50", "+€342.50", "134.3%"),
            List.of("€800.00", "−€200.00", "80.0%"));
    assertThat(picture(content(true)).note()).contains("never added together");
  }

  @Test
  void missesNothingOfAPlatformThatTheClientNeverHad() throws IOException {
    told.values.put("orders.revenue", euros("1000"));
    told.values.put("ads.claimed-revenue", KpiValue.noData(NEVER));
    told.values.put("web.revenue", euros("800"));

    Section.Filled section = (Section.Filled) content(true).sections().get(0);

    assertThat(section.remarks())
        .flatExtracting(Remark::kpis)
        .extracting(kpi -> kpi.id().value())
        .doesNotContain("ads.claimed-revenue");
  }

  @Test
  void saysWhatIsPartialMissingOrInOtherMoney() throws IOException {
    told.values.put("orders.revenue", euros("1000"));
    told.values.put("ads.claimed-revenue", partial("300"));
    told.values.put("web.revenue", KpiValue.noData(NOT_NOW));

    assertThat(rows(content(true)).subList(1, 3))
        .containsExactly(List.of("€300.00\u00a0*", "–", "–"), List.of("–", "–", "–"));
    assertThat(picture(content(true)).note())
        .contains("Revenue from ads (as platforms claim): ")
        .contains("Revenue in web analytics: ");

    told.values.put("web.revenue", money("5000", "BYN"));

    assertThat(rows(content(true)).get(2).subList(1, 3)).containsExactly("–", "–");
    assertThat(picture(content(true)).note())
        .contains("Revenue in web analytics: in another currency");
  }

  @Test
  void aSourceThatRecordsNoRevenueAtAllClaimsNothing() throws IOException {
    told.values.put("orders.revenue", euros("1000"));
    told.values.put("ads.claimed-revenue", euros("300"));
    told.values.put("web.revenue", euros("0.00"));

    assertThat(rows(content(true)))
        .containsExactly(List.of("€1,000.00", "–", "–"), List.of("€300.00", "−€700.00", "30.0%"));
  }

  @Test
  void nothingBookedGivesNoRatio() throws IOException {
    told.values.put("orders.revenue", euros("0"));
    told.values.put("ads.claimed-revenue", euros("10"));

    assertThat(rows(content(true)).get(1)).containsExactly("€10.00", "+€10.00", "–");
  }

  @Test
  void anOptionalSectionIsLeftOutForAClientWithOneSource() throws IOException {
    told.values.put("ads.claimed-revenue", KpiValue.noData(NEVER));
    told.values.put("web.revenue", KpiValue.noData(NEVER));

    assertThat(content(true).sections()).isEmpty();
    assertThat(((Section.Filled) content(false).sections().get(0)).remarks())
        .extracting(Remark::kind)
        .contains(Remark.Kind.NO_CLAIMS);

    told.values.clear();
    told.values.put("orders.revenue", KpiValue.noData(NEVER));

    assertThat(content(true).sections()).isEmpty();
  }

  @Test
  void aPlatformThatWasNeverFedIsNotMissed() throws IOException {
    told.values.put("web.revenue", KpiValue.noData(NEVER));

    assertThat(reconciliation(content(true)).claims()).hasSize(1);
  }

  @Test
  void givesTheWorkbookFormulasOverTheAmounts() throws IOException {
    told.values.put("orders.revenue", euros("1000"));
    told.values.put("ads.claimed-revenue", euros("1342.50"));
    ReportTemplates templates = templates(true);

    byte[] bytes =
        new Renderings(templates).xlsx(content(templates, "truth"), Locale.forLanguageTag("fi"));

    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      Row claim =
          StreamSupport.stream(workbook.spliterator(), false)
              .flatMap(sheet -> StreamSupport.stream(sheet.spliterator(), false))
              .filter(row -> row.getCell(3) != null)
              .filter(row -> row.getCell(3).getCellType() == CellType.FORMULA)
              .filter(row -> row.getCell(3).getCellFormula().matches("B\\d+/\\$B\\$\\d+"))
              .findFirst()
              .orElseThrow();
      assertThat(new DataFormatter().formatCellValue(claim.getCell(0)))
          .isEqualTo("Mainonnan liikevaihto (alustojen ilmoittama)");
      assertThat(claim.getCell(2).getCellFormula()).matches("B\\d+-\\$B\\$\\d+");
      assertThat(claim.getCell(2).getNumericCellValue()).isCloseTo(342.5, within(1e-9));
      assertThat(claim.getCell(3).getNumericCellValue()).isCloseTo(1.3425, within(1e-9));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"seo", "monthly-performance", "quarterly-review", "email"})
  void whatMoversShowIsPlannedWithAllOtherQuestions(String template) {
    content(Samples.templates(), template);

    assertThat(told.asked.stream().filter(this::isOfMovers)).isNotEmpty();
    assertThat(told.foreseen).containsAll(told.asked.stream().filter(this::isOfMovers).toList());
  }

  /** Mix effects are asked for when their time comes; they are of several KPIs or of other days. */
  private boolean isOfMovers(Kpis.Ask ask) {
    Kpis.Ask.Groups groups = (Kpis.Ask.Groups) ask;
    return groups.ids().size() == 1 && List.of("query", "list").contains(groups.dimension());
  }
}
