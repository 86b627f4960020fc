package io.retainer.rendering.sample;

import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.report.ReportContent;
import io.retainer.model.target.GoalText;
import io.retainer.model.target.Target;
import io.retainer.model.time.Period;
import io.retainer.rendering.compose.ReportComposer;
import io.retainer.rendering.template.Definition.Line;
import io.retainer.rendering.template.ReportTemplate;
import io.retainer.rendering.template.Sample;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The report of a template about an invented client. */
public final class SampleReport {

  /** Not the offset, which calls itself Z. */
  private static final ZoneId UTC = ZoneId.of("UTC");

  /** The shared sample may speak of KPIs that a home has done away with. */
  private static final String SHARED = "style/";

  private SampleReport() {}

  /**
   * Composes it. It is issued two days after its period, whatever day it is.
   *
   * @param catalogue the KPIs in force
   * @param software name and version, printed with the data notes
   * @throws io.retainer.rendering.template.TemplateException when the sample has mistakes
   * @throws IllegalArgumentException when template or sample name KPIs that do not exist, each with
   *     file and line
   */
  public static ReportContent compose(
      ReportTemplate template, List<KpiDescriptor> catalogue, Locale locale, String software) {
    Sample sample = template.sample();
    Map<KpiId, KpiDescriptor> kpis = new LinkedHashMap<>();
    catalogue.forEach(kpi -> kpis.put(kpi.id(), kpi));
    List<Target> targets = targets(sample, kpis);
    Client client =
        new Client(new ClientId("sample"), sample.client(), UTC, locale, sample.currency());
    Clock clock =
        Clock.fixed(
            sample.period().span().end().plusDays(2).atTime(6, 15).toInstant(ZoneOffset.UTC),
            ZoneOffset.UTC);
    return new ReportComposer(
            new SampledKpis(sample, kpis, template.definition()),
            clock,
            software,
            source -> source,
            any -> targets)
        .compose(template, client, sample.period(), "preview", template.agency());
  }

  private static List<Target> targets(Sample sample, Map<KpiId, KpiDescriptor> kpis) {
    List<String> problems = new ArrayList<>();
    named(sample)
        .filter(line -> !kpis.containsKey(line.value()))
        .filter(line -> !line.at().startsWith(SHARED))
        .map(line -> line.at() + ": no KPI script defines \"" + line.value() + "\"")
        .forEach(problems::add);
    List<Target> targets = new ArrayList<>();
    // Plain days have none, so those of the shared sample do not hold for a template of such.
    boolean comesAgain = sample.period().kind() != Period.Kind.DAYS;
    sample
        .targets()
        .forEach(
            (id, line) -> {
              try {
                if (kpis.containsKey(id) && (comesAgain || !line.at().startsWith(SHARED))) {
                  targets.add(target(sample, kpis.get(id), line.value()));
                }
              } catch (IllegalArgumentException e) {
                problems.add(line.at() + ": " + e.getMessage());
              }
            });
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems.stream().sorted().toList()));
    }
    return targets;
  }

  private static Stream<Line<KpiId>> named(Sample sample) {
    Stream<Line<KpiId>> parts =
        sample.made().values().stream()
            .flatMap(
                line ->
                    Stream.of(line.value().first(), line.value().second())
                        .map(kpi -> new Line<>(kpi, line.at())));
    Stream<Line<KpiId>> own =
        Stream.of(sample.values(), sample.made(), sample.targets())
            .flatMap(lines -> lines.entrySet().stream())
            .map(entry -> new Line<>(entry.getKey(), entry.getValue().at()));
    return Stream.concat(own, parts);
  }

  private static Target target(Sample sample, KpiDescriptor kpi, String written) {
    String currency = sample.currency().getCurrencyCode();
    return new Target(
        kpi.id(),
        sample.period().kind(),
        GoalText.read(written, kpi, currency),
        Optional.of(currency).filter(any -> kpi.unit() == KpiUnit.MONEY),
        Target.ALWAYS);
  }
}
