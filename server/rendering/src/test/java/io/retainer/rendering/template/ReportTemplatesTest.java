package io.retainer.rendering.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.retainer.rendering.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTemplatesTest {

  @TempDir Path home;

  private ReportTemplates withHome() {
    return ReportTemplates.open(List.of(Samples.folder(), home));
  }

  private void write(String path, String text) throws IOException {
    Path file = home.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void areAllUsableAsShipped() {
    assertThat(Samples.templates().problems()).isEmpty();
    assertThat(Samples.templates().find("monthly-performance")).isPresent();
  }

  @Test
  void takeTheLastLayersDefinitionAndTextsKeyByKey() throws IOException {
    write(
        "monthly-performance/report.yaml", "sections:\n  - {key: web, figures: [web.sessions]}\n");
    write("monthly-performance/texts_be.properties", "section.web.title=Наш сайт\n");

    ReportTemplate template = withHome().named("monthly-performance");

    assertThat(template.definition().sections()).hasSize(1);
    assertThat(template.texts(Locale.forLanguageTag("be")).text("section.web.title"))
        .isEqualTo("Наш сайт");
    assertThat(template.texts(Locale.forLanguageTag("be")).text("title"))
        .isEqualTo("Справаздача аб выніках за месяц");
    assertThat(template.version())
        .isNotEqualTo(Samples.templates().named("monthly-performance").version());
  }

  @Test
  void sayWhetherFindingsAreWanted() throws IOException {
    write("monthly-performance/override.yaml", "findings: false\n");
    write("seo/override.yaml", "findings: none\n");

    assertThat(Samples.templates().named("monthly-performance").definition().findings()).isTrue();
    assertThat(withHome().named("monthly-performance").definition().findings()).isFalse();
    assertThat(withHome().problems())
        .singleElement()
        .asString()
        .endsWith("seo/override.yaml, line 1: saw \"none\", expected one of [false, true]");
  }

  @Test
  void takeAnOverrideKeyByKeyAndInheritTheRest() throws IOException {
    write(
        "monthly-performance/override.yaml",
        """
        trail: 6
        sections:
          - {key: web, figures: [web.sessions]}
          - {key: social, left-out: true}
          - {key: ads, figures: [ads.cost]}
        """);
    write("monthly-performance/texts_en.properties", "section.ads.title=Ads\n");
    for (String language : List.of("ru", "be", "fi")) {
      write("monthly-performance/texts_" + language + ".properties", "section.ads.title=Ads\n");
    }

    ReportTemplate shipped = Samples.templates().named("monthly-performance");
    Definition changed = withHome().named("monthly-performance").definition();

    assertThat(changed.trail()).isEqualTo(6);
    assertThat(changed.scorecard()).isEqualTo(shipped.definition().scorecard());
    assertThat(changed.sections().stream().map(Definition.SectionDefinition::key))
        .containsExactly(
            "web", "search", "email", "shop", "reconciliation", "rankings", "customers", "ads");
    assertThat(changed.sections().get(0).figures()).hasSize(1);
    assertThat(changed.sections().get(0).trend()).isPresent();
    assertThat(withHome().named("monthly-performance").version()).isNotEqualTo(shipped.version());
  }

  @Test
  void nameTheMistakesOfAnOverrideInItsOwnLines() throws IOException {
    write(
        "monthly-performance/override.yaml",
        """
        trail: many
        colour: red
        sections:
          - key: web
            trend: {kpi: web.sessions, by: decade}
          - {key: nowhere, left-out: true}
        """);
    write("nothing/override.yaml", "trail: 3\n");

    assertThat(withHome().problems())
        .anyMatch(line -> line.startsWith("monthly-performance/override.yaml, line 1: \"trail\""))
        .anyMatch(line -> line.startsWith("monthly-performance/override.yaml, line 2: unknown"))
        .anyMatch(line -> line.startsWith("monthly-performance/override.yaml, line 5: saw"))
        .anyMatch(line -> line.startsWith("monthly-performance/override.yaml, line 6: "))
        .anyMatch(line -> line.contains("there is no report \"nothing\" that it could change"));
  }

  @Test
  void sayWhatAnOverrideChanges() throws IOException {
    write(
        "monthly-performance/override.yaml",
        "trail: 6\nsections:\n  - {key: web, figures: [web.sessions]}\n");
    write("monthly-performance/texts_fi.properties", "section.web.title=Sivut\n");

    List<TemplateChanges.Change> changes =
        TemplateChanges.between(
            Samples.templates().named("monthly-performance"),
            withHome().named("monthly-performance"));

    assertThat(changes)
        .extracting(
            change -> change.subject().toString(),
            TemplateChanges.Change::before,
            TemplateChanges.Change::after)
        .containsExactly(
            tuple("trail", Optional.of("13"), Optional.of("6")),
            tuple(
                "section web: figures",
                Optional.of("web.sessions, web.organic-sessions, web.bounce-rate"),
                Optional.of("web.sessions")),
            tuple(
                "text section.web.title (fi)", Optional.of("Verkkosivusto"), Optional.of("Sivut")));
  }

  @Test
  void nameEveryMistakeWithItsLine() throws IOException {
    write(
        "monthly-performance/report.yaml",
        """
        compare: [yesterday]
        trail: many
        scorecard: [Web.Sessions]
        sections:
          - key: web
            figures: [web.sessions]
            chart: {kpi: web.sessions}
            trend: {kpi: web.sessions, by: hour}
        """);

    ReportTemplates templates = withHome();

    assertThat(templates.find("monthly-performance")).isEmpty();
    assertThat(templates.problems())
        .anySatisfy(
            problem ->
                assertThat(problem)
                    .isEqualTo(
                        "monthly-performance/report.yaml, line 1: saw \"yesterday\", expected one"
                            + " of [last-year, last-year-weekdays, previous, previous-equal]"))
        .anySatisfy(problem -> assertThat(problem).contains("line 2").contains("whole number"))
        .anySatisfy(problem -> assertThat(problem).contains("line 3").contains("Web.Sessions"))
        .anySatisfy(problem -> assertThat(problem).contains("line 7").contains("\"chart\""))
        .anySatisfy(problem -> assertThat(problem).contains("line 8").contains("\"hour\""));
    assertThatThrownBy(() -> templates.named("monthly-performance"))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("line 1");
  }

  @Test
  void saysThatMoreThanTwoComparisonsFindNoRoom() throws IOException {
    write(
        "monthly-performance/report.yaml",
        """
        scorecard: [web.sessions]
        compare:
          - previous
          - last-year
          - last-year-weekdays
        """);

    assertThat(withHome().problems())
        .contains(
            "monthly-performance/report.yaml, line 5: saw 3 comparisons, expected at most 2: a tile"
                + " and a table have room for no more. Leave out last-year-weekdays");
  }

  @Test
  void saysThatAComparisonStandsTwice() throws IOException {
    write(
        "monthly-performance/report.yaml",
        "scorecard: [web.sessions]\ncompare: [previous, previous]\n");

    assertThat(withHome().problems())
        .contains(
            "monthly-performance/report.yaml, line 2: \"previous\" stands twice in \"compare\"");
  }

  @Test
  void nameTheLineOfBrokenYaml() throws IOException {
    write("monthly-performance/report.yaml", "sections:\n  - key: web\n figures: [\n");

    assertThat(withHome().problems())
        .anySatisfy(
            problem -> assertThat(problem).startsWith("monthly-performance/report.yaml, line "));
  }

  @Test
  void missATextThatOnlyOneLanguageHas() throws IOException {
    write("monthly-performance/texts_en.properties", "section.web.note=Only here\n");

    assertThat(withHome().problems())
        .contains(
            "monthly-performance/texts_be.properties: the text \"section.web.note\" is missing; add"
                + " it, the other languages have it");
  }

  @Test
  void sayWhichTemplatesThereAre() {
    assertThatThrownBy(() -> Samples.templates().named("weekly"))
        .hasMessageStartingWith("There is no report template \"weekly\"; there are [")
        .hasMessageContaining("monthly-performance")
        .hasMessageContaining("seo");
  }

  @Test
  void nameWhatDoesNotFitMoversAndReconciliations() throws IOException {
    write(
        "monthly-performance/override.yaml",
        """
        compare: []
        sections:
          - key: web
            blocks:
              - {show: movers, kpi: web.sessions}
              - {show: funnel, kpi: web.sessions, top: 3}
              - {show: movers, kpi: web.sessions, by: planet, top: 99}
              - {show: reconciliation, kpis: [orders.revenue]}
              - {show: reconciliation, kpis: [orders.revenue, web.bounce-rate, web.sessions]}
        """);

    String at = "monthly-performance/override.yaml, line ";
    assertThat(withHome().problems())
        .contains(
            at + "5: movers say what moved, like \"by: query\"",
            at + "6: \"top\" belongs to movers alone",
            at
                + "8: a reconciliation has 2 to 6 KPIs, what was booked and then what platforms"
                + " claim; saw 1")
        .anyMatch(problem -> problem.startsWith(at + "7: \"top\""));

    write(
        "monthly-performance/override.yaml",
        """
        compare: []
        sections:
          - key: web
            blocks:
              - {show: movers, kpi: web.sessions, by: planet}
              - {show: reconciliation, kpis: [orders.revenue, web.bounce-rate, web.sessions]}
        """);

    ReportTemplates templates = withHome();
    assertThat(templates.problems()).isEmpty();
    assertThat(
            templates
                .named("monthly-performance")
                .problems(
                    id ->
                        Samples.catalogue().stream()
                            .filter(kpi -> kpi.id().equals(id))
                            .findFirst()))
        .anyMatch(problem -> problem.startsWith(at + "5: web.sessions moved against nothing"))
        .anyMatch(
            problem ->
                problem.startsWith(at + "5: web.sessions cannot be broken down by \"planet\""))
        .contains(
            at
                + "6: web.bounce-rate is no amount and no count, so there is nothing to reconcile;"
                + " name one",
            at
                + "6: web.sessions is in count and orders.revenue in money; a reconciliation is of"
                + " one unit");
  }

  /** Ours stay in force beside it. */
  @Test
  void areUsedBesideOneWhoseOrderIsNoListOfWords() throws IOException {
    write(
        "autumn/report.yaml",
        "sections:\n  - {key: web, figures: [web.sessions]}\norder: [[web], {key: web}]\n");

    assertThat(withHome().find("seo")).isPresent();
    assertThat(withHome().broken("autumn"))
        .contains(
            "autumn/report.yaml, line 3: saw a list, expected one word",
            "autumn/report.yaml, line 3: saw \"key: value\" lines, expected one word");
  }

  /** Of two things that a reader takes for one, nobody is told that the other was lost. */
  @Test
  void nameWhatStandsTwice() throws IOException {
    write(
        "monthly-performance/report.yaml",
        """
        scorecard: [web.sessions, web.sessions]
        sections:
          - key: web
            figures: [web.bounce-rate]
            figures: [web.sessions]
          - key: web
            figures: [web.sessions]
            breakdowns:
              - {by: channel, kpis: [web.sessions, web.sessions]}
        """);

    String at = "monthly-performance/report.yaml, line ";
    assertThat(withHome().problems())
        .containsExactlyInAnyOrder(
            at + "1: \"web.sessions\" stands twice in \"scorecard\"",
            at + "5: \"figures\" stands twice; leave one of them",
            at + "6: there is a section \"web\" above; give this one another key",
            at + "9: \"web.sessions\" stands twice in \"kpis\"");
  }

  @Test
  void nameWhatWouldBeLeftOutWithoutAWord() throws IOException {
    write(
        "executive-one-page/override.yaml",
        """
        scorecard: [a.a, a.b, a.c, a.d, a.e, a.f, a.g, a.h, a.i, a.j, a.k]
        sections:
          - key: web
            trend: {by: day}
            blocks:
              - {show: stages, kpis: [web.sessions, web.organic-sessions], plan: ads.cost, over: month}
        """);

    String at = "executive-one-page/override.yaml, line ";
    assertThat(withHome().problems())
        .containsExactlyInAnyOrder(
            at + "1: a single page has room for 9 figures, saw 11",
            at + "4: \"kpi\" is missing",
            at + "6: \"over\" belongs to columns alone",
            at + "6: \"plan\" belongs to pacing alone");
  }

  /** What a client's report would only say when it is made: that there is too little history. */
  @Test
  void nameAKpiOfWhichItsPictureIsNeverDrawn() throws IOException {
    write(
        "monthly-performance/override.yaml",
        """
        sections:
          - key: web
            blocks:
              - {show: cohorts, kpi: web.sessions}
              - {show: segments, kpi: web.bounce-rate}
              - {show: stages, kpis: [web.sessions, web.bounce-rate]}
        """);

    assertThat(
            withHome()
                .named("monthly-performance")
                .problems(
                    id ->
                        Samples.catalogue().stream()
                            .filter(kpi -> kpi.id().equals(id))
                            .findFirst()))
        .hasSize(3)
        .anyMatch(
            problem ->
                problem.startsWith("monthly-performance/override.yaml, line 4: web.sessions is ")
                    && problem.endsWith(
                        "; \"show: cohorts\" draws cohorts(…), so name a KPI of that"))
        .anyMatch(
            problem -> problem.endsWith("\"show: segments\" draws rfm(…), so name a KPI of that"))
        .contains(
            "monthly-performance/override.yaml, line 6: web.bounce-rate is no count, so it is no"
                + " stage; name one");
  }

  /** Once, and without what only follows from it. */
  @Test
  void sayOneMistakeInOneLine() throws IOException {
    write("a/report.yaml", "sections:\n  - web\n");
    write("b/report.yaml", "hello\n");
    write("c/report.yaml", "# c\nscorecard: [web.sessions\u0000]\n");
    write("d/report.yaml", "scorecard: &all [web.sessions]\nsections:\n  - *all\n");
    write("e/report.yaml", "scorecard: web.sessions\n");
    write("f/report.yaml", "scorecard: [web.sessions]\nraw: many\n");
    write("g/report.yaml", "scorecard: [{web: sessions}]\n");
    write("h/report.yaml", "scorecard: [web.sessions]\ntrail: many\n");
    for (String language : List.of("be", "en", "fi", "ru")) {
      for (String folder : List.of("a", "b", "c", "d", "e", "f", "g", "h")) {
        if (!folder.equals("h") || !language.equals("en")) {
          write(folder + "/texts_" + language + ".properties", "title=T\nsubject={0}\n");
        }
      }
    }

    assertThat(withHome().problems())
        .containsExactly(
            "a/report.yaml, line 2: saw \"web\", expected \"key: value\" lines",
            "b/report.yaml, line 1: saw \"hello\", expected \"key: value\" lines",
            "c/report.yaml, line 2: the character U+0000 is no text; delete it",
            "d/report.yaml, line 3: \"*\" repeats nothing here; write it out",
            "e/report.yaml, line 1: \"scorecard\" is a list, like [one, two]; saw"
                + " \"web.sessions\"",
            "f/report.yaml, line 2: \"raw\" is true, false or a number of rows, like 5000; saw"
                + " \"many\"",
            "g/report.yaml, line 1: saw \"key: value\" lines, expected one word",
            "h/report.yaml, line 2: \"trail\" is a whole number from 2 to 60; saw \"many\"",
            "h/texts_en.properties: the text \"subject\" is missing; add it, the other languages"
                + " have it",
            "h/texts_en.properties: the text \"title\" is missing; add it, the other languages have"
                + " it");
  }

  @Test
  void nameTheLineThatIsInAnotherEncoding() throws IOException {
    Path folder = Files.createDirectories(home.resolve("monthly-performance"));
    Files.write(
        folder.resolve("texts_fi.properties"),
        "# ours\ntitle=P\u00e4iv\u00e4\n".getBytes(StandardCharsets.ISO_8859_1));
    write("seo/texts_fi.properties", "# ours\ntitle=C:\\users\n");

    assertThat(withHome().problems())
        .hasSize(2)
        .anyMatch(
            problem ->
                problem.endsWith(
                    "texts_fi.properties, line 2: is not UTF-8; save the file as UTF-8"))
        .anyMatch(
            problem ->
                problem.startsWith("seo/texts_fi.properties, line 2: after \\u come four digits"));
  }
}
