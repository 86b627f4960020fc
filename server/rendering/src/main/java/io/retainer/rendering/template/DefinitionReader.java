package io.retainer.rendering.template;

import io.retainer.model.kpi.KpiId;
import io.retainer.model.time.Comparison;
import io.retainer.rendering.template.Definition.BlockDefinition;
import io.retainer.rendering.template.Definition.BreakdownDefinition;
import io.retainer.rendering.template.Definition.Line;
import io.retainer.rendering.template.Definition.SectionDefinition;
import io.retainer.rendering.template.Definition.Show;
import io.retainer.rendering.template.Definition.TrendDefinition;
import io.retainer.spi.Grain;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a {@code report.yaml} and collects everything that is wrong with it. */
final class DefinitionReader {

  private static final Map<String, Comparison> COMPARISONS =
      Stream.of(Comparison.values()).collect(Collectors.toMap(Comparison::word, one -> one));

  /** As many as a tile and a table have room for. */
  private static final int MOST_COMPARISONS = 2;

  /** As many columns as a page is wide. */
  static final int MOST_COLUMNS = 6;

  static final int MOST_ROWS = 100;

  /** As many as a single page shows. */
  private static final int MOST_TILES = 9;

  static final String SECTION_KEY = "[a-z0-9-]{1,40}";

  private static final Map<String, Boolean> FITS = Map.of("one-page", true, "pages", false);

  private static final Map<String, Show> SHOWS =
      Stream.of(Show.values())
          .collect(
              Collectors.toMap(
                  one -> one.name().toLowerCase(Locale.ROOT),
                  one -> one,
                  (one, other) -> one,
                  TreeMap::new));

  private static final Map<String, Grain> GRAINS =
      Map.of("day", Grain.DAY, "week", Grain.WEEK, "month", Grain.MONTH);

  private static final Map<String, Grain> COLUMN_GRAINS =
      Map.of("week", Grain.WEEK, "month", Grain.MONTH);

  /** Blocks of several KPIs. */
  private static final Set<Show> LISTS = Set.of(Show.STAGES, Show.RECONCILIATION);

  /** Blocks of the groups of a KPI, and what is said of one that names none. */
  private static final Map<Show, String> CUT =
      Map.of(
          Show.COLUMNS, "columns say what they are made of, like \"by: channel\"",
          Show.MOVERS, "movers say what moved, like \"by: query\"");

  static final int MOST_SOURCES = 6;
  private static final int USUAL_MOVERS = 5;

  /** As many of each direction as fit on the smallest page. */
  static final int MOST_MOVERS = 12;

  /** Rows of each layout in the workbook, unless the template says how many: a few megabytes. */
  private static final int RAW_ROWS = 10_000;

  private static final int MOST_RAW_ROWS = 20_000_000;

  private final List<String> problems;

  private DefinitionReader(List<String> problems) {
    this.problems = problems;
  }

  static Definition read(String file, String source, List<String> problems) {
    return read(file, source, "", List.of(), problems);
  }

  /**
   * @param overrides laid over it in their order
   */
  static Definition read(
      String file,
      String source,
      String overridesFile,
      List<String> overrides,
      List<String> problems) {
    YamlLines yaml = YamlLines.read(file, source, problems);
    for (String override : overrides) {
      yaml = yaml.with(YamlLines.read(overridesFile, override, problems));
    }
    return new DefinitionReader(problems).report(yaml);
  }

  private Definition report(YamlLines yaml) {
    yaml.allow("fit", "compare", "trail", "scorecard", "findings", "sections", "order", "raw");
    boolean onePage = yaml.child("fit").flatMap(word -> word.choice(FITS)).orElse(false);
    List<Comparison> comparisons = comparisons(yaml);
    int trail = yaml.number("trail", 13, 2, 60);
    List<Line<KpiId>> scorecard = kpis(yaml, "scorecard");
    List<SectionDefinition> sections = new ArrayList<>();
    for (YamlLines section : yaml.list("sections")) {
      if (section.hasEntries()) {
        sections.add(section(section, sections));
      }
    }
    sections = ordered(yaml, sections);
    if (onePage && scorecard.size() > MOST_TILES) {
      problems.add(
          scorecard.get(MOST_TILES).at()
              + ": a single page has room for "
              + MOST_TILES
              + " figures, saw "
              + scorecard.size());
    }
    // What else is wrong explains it.
    if (problems.isEmpty() && scorecard.isEmpty() && sections.isEmpty()) {
      problems.add(yaml.at() + ": the report shows nothing; name a scorecard or sections");
    }
    boolean findings = yaml.truth("findings", true);
    return new Definition(
        onePage, comparisons, trail, scorecard, findings, sections, rawRows(yaml));
  }

  /** Those that "order" names first, in its order; the others follow in their own. */
  private List<SectionDefinition> ordered(YamlLines yaml, List<SectionDefinition> sections) {
    List<SectionDefinition> first = new ArrayList<>();
    for (YamlLines word : yaml.list("order")) {
      Optional<String> key = word.word();
      Optional<SectionDefinition> named =
          sections.stream().filter(each -> key.filter(each.key()::equals).isPresent()).findFirst();
      if (key.isPresent() && (named.isEmpty() || first.contains(named.get()))) {
        problems.add(
            word.at()
                + ": \"order\" names each section once; saw \""
                + key.get()
                + "\", there are "
                + sections.stream().map(SectionDefinition::key).toList());
      } else {
        named.ifPresent(first::add);
      }
    }
    return Stream.concat(first.stream(), sections.stream().filter(each -> !first.contains(each)))
        .toList();
  }

  /** A number of rows, or whether there are any. */
  private long rawRows(YamlLines yaml) {
    Optional<YamlLines> raw = yaml.child("raw");
    String word = raw.flatMap(YamlLines::word).orElse("true");
    if (word.equals("true") || word.equals("false")) {
      return word.equals("true") ? RAW_ROWS : 0;
    }
    if (!word.matches("\\d{1,9}")) {
      problems.add(
          raw.get().at()
              + ": \"raw\" is true, false or a number of rows, like 5000; saw \""
              + word
              + "\"");
      return RAW_ROWS;
    }
    return yaml.number("raw", RAW_ROWS, 0, MOST_RAW_ROWS);
  }

  private List<Comparison> comparisons(YamlLines yaml) {
    List<Comparison> comparisons = new ArrayList<>();
    List<YamlLines> words = yaml.list("compare");
    for (YamlLines word : words) {
      Optional<Comparison> comparison = word.choice(COMPARISONS);
      if (comparison.filter(comparisons::contains).isPresent()) {
        problems.add(word.at() + ": \"" + word.scalar() + "\" stands twice in \"compare\"");
      } else {
        comparison.ifPresent(comparisons::add);
      }
    }
    if (comparisons.size() > MOST_COMPARISONS) {
      problems.add(
          words.get(MOST_COMPARISONS).at()
              + ": saw "
              + comparisons.size()
              + " comparisons, expected at most "
              + MOST_COMPARISONS
              + ": a tile and a table have room for no more. Leave out "
              + comparisons.stream()
                  .skip(MOST_COMPARISONS)
                  .map(Comparison::word)
                  .collect(Collectors.joining(", ")));
    }
    return comparisons;
  }

  /**
   * @param before those that stand above it
   */
  private SectionDefinition section(YamlLines yaml, List<SectionDefinition> before) {
    yaml.allow("key", "title", "text", "optional", "figures", "trend", "breakdowns", "blocks");
    String key = yaml.text("key");
    if (!key.isEmpty() && !key.matches(SECTION_KEY)) {
      problems.add(yaml.at() + ": a section's key is a word in small letters; saw \"" + key + "\"");
    }
    if (before.stream().anyMatch(each -> !key.isEmpty() && each.key().equals(key))) {
      problems.add(
          yaml.at() + ": there is a section \"" + key + "\" above; give this one another key");
    }
    List<Line<KpiId>> figures = kpis(yaml, "figures");
    if (figures.isEmpty()) {
      problems.add(yaml.at() + ": section \"" + key + "\" has no figures");
    }
    List<BreakdownDefinition> breakdowns = new ArrayList<>();
    for (YamlLines breakdown : yaml.list("breakdowns")) {
      if (!breakdown.hasEntries()) {
        continue;
      }
      breakdown.allow("by", "kpis", "top", "bars");
      List<Line<KpiId>> kpis = kpis(breakdown, "kpis");
      if (kpis.isEmpty() || kpis.size() > MOST_COLUMNS) {
        problems.add(
            "%s: a breakdown has 1 to %d KPIs, saw %d"
                .formatted(breakdown.at(), MOST_COLUMNS, kpis.size()));
      }
      breakdowns.add(
          new BreakdownDefinition(
              breakdown.text("by"),
              kpis,
              breakdown.number("top", 10, 1, MOST_ROWS),
              breakdown.truth("bars", false)));
    }
    List<BlockDefinition> blocks =
        yaml.list("blocks").stream().map(this::block).flatMap(Optional::stream).toList();
    return new SectionDefinition(
        key,
        yaml.truth("optional", false),
        figures,
        trend(yaml),
        breakdowns,
        blocks,
        SectionWords.read(yaml, problems));
  }

  private Optional<BlockDefinition> block(YamlLines yaml) {
    if (!yaml.hasEntries()) {
      return Optional.empty();
    }
    yaml.allow("show", "kpi", "kpis", "plan", "by", "over", "top");
    Optional<Show> show = yaml.child("show").flatMap(word -> word.choice(SHOWS));
    List<Line<KpiId>> kpis = new ArrayList<>(kpis(yaml, "kpis"));
    yaml.child("kpi").flatMap(this::kpi).ifPresent(kpis::add);
    if (yaml.child("show").isEmpty()) {
      problems.add(
          yaml.at() + ": a block says what it shows; \"show\" is one of " + SHOWS.keySet());
    }
    if (kpis.isEmpty() || (kpis.size() > 1 && show.filter(LISTS::contains).isEmpty())) {
      problems.add(
          yaml.at()
              + ": a block has one \"kpi\", stages and a reconciliation a list of \"kpis\"; saw "
              + kpis.size());
      return Optional.empty();
    }
    if (show.filter(Show.RECONCILIATION::equals).isPresent()
        && (kpis.size() < 2 || kpis.size() > MOST_SOURCES)) {
      problems.add(
          yaml.at()
              + ": a reconciliation has 2 to "
              + MOST_SOURCES
              + " KPIs, what was booked and then what platforms claim; saw "
              + kpis.size());
    }
    cut(yaml, show);
    Grain over = yaml.child("over").flatMap(word -> word.choice(COLUMN_GRAINS)).orElse(Grain.WEEK);
    return show.map(
        found ->
            new BlockDefinition(
                found,
                kpis,
                yaml.child("plan").flatMap(this::kpi),
                yaml.child("by").map(word -> yaml.text("by")),
                over,
                yaml.number("top", USUAL_MOVERS, 1, MOST_MOVERS)));
  }

  /** What belongs to pictures of the groups of a KPI alone. */
  private void cut(YamlLines yaml, Optional<Show> show) {
    boolean isCut = show.filter(CUT::containsKey).isPresent();
    if (isCut != yaml.child("by").isPresent()) {
      problems.add(
          yaml.at()
              + (isCut
                  ? ": " + CUT.get(show.get())
                  : ": \"by\" belongs to columns and movers alone"));
    }
    alone(yaml, "top", show, Show.MOVERS);
    alone(yaml, "over", show, Show.COLUMNS);
    alone(yaml, "plan", show, Show.PACING);
  }

  private void alone(YamlLines yaml, String key, Optional<Show> show, Show owner) {
    if (yaml.child(key).isPresent() && show.filter(owner::equals).isEmpty()) {
      problems.add(
          yaml.at()
              + ": \""
              + key
              + "\" belongs to "
              + owner.name().toLowerCase(Locale.ROOT)
              + " alone");
    }
  }

  private Optional<TrendDefinition> trend(YamlLines section) {
    return section
        .child("trend")
        .flatMap(
            trend -> {
              trend.allow("kpi", "by");
              if (trend.hasEntries() && trend.child("kpi").isEmpty()) {
                problems.add(trend.at() + ": \"kpi\" is missing");
              }
              Optional<Grain> by =
                  trend.child("by").map(word -> word.choice(GRAINS)).orElse(Optional.of(Grain.DAY));
              return trend
                  .child("kpi")
                  .flatMap(this::kpi)
                  .flatMap(kpi -> by.map(grain -> new TrendDefinition(kpi, grain)));
            });
  }

  private List<Line<KpiId>> kpis(YamlLines yaml, String key) {
    List<Line<KpiId>> kpis =
        yaml.list(key).stream().map(this::kpi).flatMap(Optional::stream).toList();
    Set<KpiId> seen = new HashSet<>();
    kpis.stream()
        .filter(line -> !seen.add(line.value()))
        .map(line -> line.at() + ": \"" + line.value() + "\" stands twice in \"" + key + "\"")
        .forEach(problems::add);
    return kpis;
  }

  private Optional<Line<KpiId>> kpi(YamlLines yaml) {
    try {
      return Optional.of(new Line<>(new KpiId(yaml.scalar()), yaml.at()));
    } catch (IllegalArgumentException e) {
      problems.add(yaml.at() + ": " + e.getMessage());
      return Optional.empty();
    }
  }
}
