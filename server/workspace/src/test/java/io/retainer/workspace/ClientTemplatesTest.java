package io.retainer.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.kpi.Direction;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiKind;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.workspace.ClientTemplates.InForce;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client has its own version of a report, and nothing that is broken ever goes out. */
class ClientTemplatesTest {

  private static final Path SHIPPED = Path.of("../../report-templates");

  @TempDir Path agency;
  @TempDir Path own;
  @TempDir Path run;

  @BeforeEach
  void aReportOfTheAgency() throws IOException {
    write(agency, "report.yaml", "trail: 13\nsections:\n  - {key: web, figures: [web.sessions]}\n");
    for (String language : List.of("en", "ru", "be", "fi")) {
      write(
          agency,
          "texts_" + language + ".properties",
          "title=Small\nsubject={0}\nsection.web.title=Web\n");
    }
  }

  private static void write(Path layer, String file, String text) throws IOException {
    Path folder = Files.createDirectories(layer.resolve("small"));
    Files.writeString(folder.resolve(file), text);
  }

  /** Every KPI there is but one, as after a restart. */
  private InForce open() {
    return new ClientTemplates(List.of(SHIPPED, agency), own, run.resolve("nordic"))
        .open(
            id ->
                Optional.of(id)
                    .filter(known -> !known.value().equals("no.such"))
                    .map(ClientTemplatesTest::descriptor));
  }

  private static KpiDescriptor descriptor(KpiId id) {
    return new KpiDescriptor(
        id,
        "1",
        KpiKind.FLOW,
        KpiUnit.COUNT,
        Direction.HIGHER,
        Map.of("en", id.value()),
        Map.of(),
        "web_traffic",
        "count()",
        List.of("channel"),
        0);
  }

  private int trail() {
    return open().templates().named("small").definition().trail();
  }

  @Test
  void inheritsWhatTheAgencyChangesLater() throws IOException {
    write(own, "override.yaml", "trail: 6\n");
    open();
    write(
        agency,
        "report.yaml",
        "trail: 24\nsections:\n  - {key: web, figures: [web.sessions, web.clicks]}\n");

    InForce now = open();

    assertThat(now.problems()).isEmpty();
    assertThat(now.templates().named("small").definition().trail()).isEqualTo(6);
    assertThat(now.templates().named("small").definition().kpis()).hasSize(2);
  }

  @Test
  void keepsTheLastGoodVersionWhileTheNewOneIsBroken() throws IOException {
    write(own, "override.yaml", "trail: 6\n");
    open();
    write(own, "override.yaml", "trail: six\n");

    InForce broken = open();

    assertThat(broken.problems()).hasSize(1);
    assertThat(broken.problems().get(0)).startsWith("small/override.yaml, line 1: \"trail\"");
    assertThat(broken.templates().named("small").definition().trail()).isEqualTo(6);
    write(own, "override.yaml", "trail: 7\n");
    assertThat(trail()).isEqualTo(7);
  }

  @Test
  void keepsItAlsoWhenTheNewOneNamesAKpiThatNobodyDefined() throws IOException {
    write(own, "override.yaml", "trail: 6\n");
    open();
    write(own, "override.yaml", "scorecard: [no.such]\n");

    InForce broken = open();

    assertThat(broken.problems())
        .containsExactly("small/override.yaml, line 1: no KPI script defines \"no.such\"");
    assertThat(broken.templates().named("small").definition().trail()).isEqualTo(6);
  }

  @Test
  void goesBackToTheAgencysWhenTheOverrideIsTakenAway() throws IOException {
    write(own, "override.yaml", "trail: 6\n");
    open();
    Files.delete(own.resolve("small/override.yaml"));
    Files.delete(own.resolve("small"));

    assertThat(trail()).isEqualTo(13);
    write(own, "override.yaml", "trail: six\n");
    assertThat(trail()).isEqualTo(13);
  }
}
