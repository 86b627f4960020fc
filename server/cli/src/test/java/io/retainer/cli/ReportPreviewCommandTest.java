package io.retainer.cli;

import static io.retainer.cli.Commands.retainer;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.cli.Commands.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a template looks like, before there is a client for it. */
class ReportPreviewCommandTest {

  @TempDir Path home;
  @TempDir Path drafts;

  /** What an installation has beside the program, as far as these tests need it. */
  @BeforeEach
  void aHomeWithTheSharedStyle() throws IOException {
    Path checkout = Path.of("../..");
    copy(checkout.resolve("report-templates/style"), home.resolve("report-templates/style"));
    copy(
        checkout.resolve("report-templates/monthly-performance"),
        home.resolve("report-templates/monthly-performance"));
    Files.createDirectories(home.resolve("kpi-scripts"));
    Files.copy(
        checkout.resolve("kpi-scripts/consideration/web.groovy"),
        home.resolve("kpi-scripts/traffic.groovy"));
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  private Path draft(String yaml) throws IOException {
    Path folder = Files.createDirectories(drafts.resolve("autumn"));
    Files.writeString(folder.resolve("report.yaml"), yaml);
    for (String language : new String[] {"en", "ru", "be", "fi"}) {
      Files.writeString(
          folder.resolve("texts_" + language + ".properties"),
          "title=Autumn\nsubject={0}\nsection.web.title=Web\n");
    }
    return folder;
  }

  private Outcome preview(Object template, Object... more) {
    Object[] words = {"report", "preview", template, "--home", home, "--out", drafts};
    Object[] all = java.util.Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return retainer(all);
  }

  @Test
  void writesPdfWorkbookAndPagesOfADraft() throws IOException {
    Path folder = draft("sections:\n  - {key: web, figures: [web.sessions]}\n");

    Outcome outcome = preview(folder, "--locale", "fi", "--png");

    assertThat(outcome.status()).as(outcome.err()).isZero();
    assertThat(outcome.out().lines())
        .anyMatch(line -> line.endsWith("autumn-preview-fi.pdf"))
        .anyMatch(line -> line.endsWith("autumn-preview-fi.xlsx"))
        .anyMatch(line -> line.endsWith("autumn-preview-fi-01.png"))
        .allMatch(line -> Path.of(line).toFile().length() > 1000);
  }

  @Test
  void namesFileAndLineOfEachMistake() throws IOException {
    Path folder =
        draft("sections:\n  - {key: web, figures: [web.sesions]}\n  - {key: web, figure: []}\n");

    Outcome broken = preview(folder);
    draft("sections:\n  - {key: web, figures: [web.sesions]}\n");
    Outcome unknown = preview(folder);

    assertThat(broken.status()).isEqualTo(1);
    assertThat(broken.err()).contains("autumn/report.yaml, line 3: unknown word \"figure\"");
    assertThat(unknown.status()).isEqualTo(1);
    assertThat(unknown.err())
        .contains("autumn/report.yaml, line 2: no KPI script defines \"web.sesions\"");
  }

  @Test
  void rendersAgainWhenAFileIsSavedAndOutlivesAMistake() throws Exception {
    Path folder = draft("sections:\n  - {key: web, figures: [web.sessions]}\n");
    Path pdf = drafts.resolve("autumn-preview-en.pdf");
    var outcome = new AtomicReference<Outcome>();
    var watching =
        new Thread(() -> outcome.set(preview(folder, "--format", "pdf", "--watch")), "watch");
    watching.start();
    try {
      byte[] first = written(pdf, new byte[0]);

      draft("sections:\n  - {key: web, figures: [web.sesions]}\n");
      Thread.sleep(1500);
      assertThat(Files.readAllBytes(pdf)).isEqualTo(first);
      Files.writeString(
          folder.resolve("texts_en.properties"),
          "title=Late autumn\nsubject={0}\nsection.web.title=Web\n");
      Files.writeString(
          folder.resolve("report.yaml"), "sections:\n  - {key: web, figures: [web.sessions]}\n");
      assertThat(written(pdf, first)).isNotEqualTo(first);
    } finally {
      watching.interrupt();
      watching.join(60_000);
    }
    assertThat(outcome.get().status()).isZero();
    assertThat(outcome.get().err()).contains("Waiting for edits", "web.sesions");
  }

  /** The file once it is there and is another one. */
  private static byte[] written(Path file, byte[] before) throws Exception {
    for (int i = 0; i < 600; i++) {
      byte[] now = Files.exists(file) ? Files.readAllBytes(file) : before;
      if (!Arrays.equals(now, before)) {
        return now;
      }
      Thread.sleep(100);
    }
    throw new AssertionError(file + " was not written within a minute");
  }

  @Test
  void saysWhatADraftAndAClientsOwnVersionChange() throws IOException {
    Path folder = draft("sections:\n  - {key: web, figures: [web.sessions]}\n");
    copy(folder, home.resolve("report-templates/autumn"));
    Files.delete(folder.resolve("report.yaml"));
    Files.writeString(folder.resolve("override.yaml"), "trail: 6\n");
    Path own = home.resolve("clients/nordic/report-templates/autumn");
    Files.createDirectories(own);
    Files.writeString(own.resolve("override.yaml"), "raw: false\n");

    Outcome later = retainer("report", "diff", folder, "--client", "nordic", "--home", home);
    Outcome now = retainer("report", "diff", "autumn", "--client", "nordic", "--home", home);
    Files.writeString(folder.resolve("override.yaml"), "trail: many\n");
    Outcome broken = retainer("report", "diff", folder, "--home", home);

    assertThat(later.status()).as(later.err()).isZero();
    assertThat(later.out().lines()).containsExactly("trail", "  - 13", "  + 6");
    assertThat(now.out().lines()).containsExactly("raw", "  - 10000", "  + 0");
    assertThat(broken.status()).isEqualTo(1);
    assertThat(broken.err()).contains("autumn/override.yaml, line 1: \"trail\"");
    assertThat(retainer("report", "diff", "autumn", "--home", home).err())
        .contains("Add --client ID");
  }

  @Test
  void saysWhichReportsThereAre() {
    assertThat(preview("monthly-performanse").err()).contains("did you mean monthly-performance?");
    assertThat(preview(drafts).err()).contains("There is no report.yaml in");
  }
}
