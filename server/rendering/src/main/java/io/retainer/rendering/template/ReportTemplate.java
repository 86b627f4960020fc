package io.retainer.rendering.template;

import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.Kpis;
import io.retainer.rendering.words.Words;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** One kind of report: what it shows, and its words. */
public final class ReportTemplate {

  private final String id;
  private final String version;
  private final Definition definition;
  private final Texts texts;
  private final Style style;
  private final List<SampleReader.Source> samples;

  private ReportTemplate(
      String id,
      String version,
      Definition definition,
      Texts texts,
      Style style,
      List<SampleReader.Source> samples) {
    this.samples = List.copyOf(samples);
    this.id = id;
    this.version = version;
    this.definition = definition;
    this.texts = texts;
    this.style = style;
  }

  static ReportTemplate read(String id, LayeredFiles files, Style style) {
    String source = files.effective(id + "/" + ReportTemplates.DEFINITION);
    Texts texts = Texts.read(files, id);
    List<String> problems = new ArrayList<>();
    String overridesFile = id + "/" + ReportTemplates.OVERRIDE;
    List<String> overrides = files.all(overridesFile);
    Definition definition =
        DefinitionReader.read(
            id + "/" + ReportTemplates.DEFINITION, source, overridesFile, overrides, problems);
    problems.addAll(texts.missing(id));
    List<String> needed = new ArrayList<>(List.of("title", "subject"));
    definition.sections().stream()
        .filter(section -> section.words().titles().isEmpty())
        .filter(section -> section.key().matches(DefinitionReader.SECTION_KEY))
        .forEach(section -> needed.add("section." + section.key() + ".title"));
    for (String key : needed) {
      if (texts.isMissing(key)) {
        problems.add(id + "/texts_en.properties: the text \"" + key + "\" is missing; add it");
      }
    }
    if (!problems.isEmpty()) {
      throw new TemplateException(problems);
    }
    return new ReportTemplate(
        id,
        hash(source + String.join("", overrides), texts, style),
        definition,
        texts,
        style,
        SampleReader.sources(id, files));
  }

  /** A hash of everything that decides what the report says and how it looks. */
  private static String hash(String source, Texts texts, Style style) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(source.getBytes(StandardCharsets.UTF_8));
      new TreeMap<>(style.parts())
          .forEach((name, part) -> digest.update((name + part).getBytes(StandardCharsets.UTF_8)));
      if (style.paper() != Paper.A4) {
        digest.update(style.paper().word().getBytes(StandardCharsets.UTF_8));
      }
      digest.update(style.brand().mark().getBytes(StandardCharsets.UTF_8));
      for (String language : Words.LANGUAGES) {
        String words = texts.in(language).toString() + style.texts().in(language);
        digest.update(words.getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** The folder's name. */
  public String id() {
    return id;
  }

  /** A short hash that changes with every change of definition, texts or style. */
  public String version() {
    return version;
  }

  public Definition definition() {
    return definition;
  }

  /** Who makes reports of it, by name. */
  public Optional<String> agency() {
    return style.brand().agency();
  }

  /** The name by which its readers know it. */
  public String title(Locale locale) {
    return texts(locale).text("title");
  }

  /** The texts in the locale's language; in English when nobody wrote that language yet. */
  public ReportTexts texts(Locale locale) {
    String language = Words.of(locale).language();
    return new ReportTexts(
        id, Locale.forLanguageTag(language), own(language), style.texts().in(language));
  }

  /** What the definition says of its sections comes before the texts. */
  private Map<String, String> own(String language) {
    Map<String, String> own = new TreeMap<>(texts.in(language));
    definition.sections().forEach(section -> section.words().over(own, section.key(), language));
    return own;
  }

  /**
   * What a preview shows: the sample of the style, and over it the template's own.
   *
   * @throws TemplateException naming each mistake in them with file and line
   */
  public Sample sample() {
    return SampleReader.read(samples);
  }

  /** Its own words of a language, by key. */
  Map<String, String> words(String language) {
    return texts.in(language);
  }

  /** What it is for, in a sentence; empty where nobody wrote one. */
  public String description(Locale locale) {
    return texts(locale).find("description").orElse("");
  }

  /**
   * What does not fit the KPIs in force, with file and line: ids nobody defined, dimensions a KPI
   * cannot be broken down by.
   */
  public List<String> problems(Kpis kpis) {
    return problems(kpis::find);
  }

  /**
   * As {@link #problems(Kpis)}.
   *
   * @param kpis finds what a KPI means
   */
  public List<String> problems(Function<KpiId, Optional<KpiDescriptor>> kpis) {
    List<String> problems = new ArrayList<>();
    for (Definition.Line<KpiId> wanted : definition.mandatoryKpis()) {
      if (kpis.apply(wanted.value()).isEmpty()) {
        problems.add(wanted.at() + ": no KPI script defines \"" + wanted.value() + "\"");
      }
    }
    for (Definition.SectionDefinition section : definition.sections()) {
      for (Definition.BreakdownDefinition breakdown : section.breakdowns()) {
        for (Definition.Line<KpiId> wanted : breakdown.kpis()) {
          Optional<KpiDescriptor> kpi = kpis.apply(wanted.value());
          if (kpi.isPresent() && !kpi.get().dimensions().contains(breakdown.by())) {
            problems.add(
                wanted.at()
                    + ": "
                    + wanted.value()
                    + " cannot be broken down by \""
                    + breakdown.by()
                    + "\"; its script names "
                    + kpi.get().dimensions());
          }
        }
      }
    }
    problems.addAll(new BlockProblems(definition, kpis).list());
    return problems;
  }
}
