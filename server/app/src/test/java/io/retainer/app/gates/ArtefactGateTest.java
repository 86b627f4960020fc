package io.retainer.app.gates;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.reports.GateLevel;
import io.retainer.rendering.pdf.PdfFacts;
import io.retainer.workspace.ReportFormat;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArtefactGateTest {

  private static final byte[] SOME = new byte[5000];

  @Test
  void letsAPdfWithTextOnEachPagePass() {
    assertThat(texts(new PdfFacts(9, List.of(), 12_000))).isEmpty();
    assertThat(new ArtefactGate(PdfFacts::of).usual()).isEqualTo(GateLevel.HOLD);
  }

  @Test
  void namesBlankPages() {
    assertThat(texts(new PdfFacts(9, List.of(2, 7), 12_000)))
        .containsExactly(
            "fjell-monthly-performance-2026-10.pdf: blank pages: 2, 7. Expected: something on each"
                + " page. Look at the PDF and at the template.");
  }

  @Test
  void findsAPdfWithoutATextLayerAndOneWithTooManyPages() {
    assertThat(texts(new PdfFacts(9, List.of(1, 2), 12)))
        .singleElement()
        .asString()
        .contains("12 letters that can be searched; expected at least 200");
    assertThat(texts(new PdfFacts(900, List.of(), 12_000)))
        .singleElement()
        .asString()
        .contains("has 900 pages; expected 1 to 200");
  }

  @Test
  void findsWhatIsNoPdfAndWhatIsNoWorkbook() {
    ArtefactGate.Reader unreadable =
        pdf -> {
          throw new IOException("no");
        };
    assertThat(
            Drafts.texts(new ArtefactGate(unreadable), Drafts.with(Map.of(ReportFormat.PDF, SOME))))
        .singleElement()
        .asString()
        .contains("2026-10.pdf cannot be opened");
    assertThat(workbook(SOME)).singleElement().asString().contains("2026-10.xlsx cannot be opened");
  }

  @Test
  void findsFilesThatAreTooSmallOrTooLarge() {
    byte[] small = {'P', 'K', 3, 4};
    byte[] large = new byte[21 * 1024 * 1024];
    large[0] = 'P';
    large[1] = 'K';
    assertThat(workbook(small))
        .singleElement()
        .asString()
        .contains("has 4 bytes; expected 2,000 to 20,971,520");
    assertThat(workbook(large)).hasSize(1);
  }

  private static List<String> workbook(byte[] content) {
    return Drafts.texts(
        new ArtefactGate(PdfFacts::of), Drafts.with(Map.of(ReportFormat.XLSX, content)));
  }

  private static List<String> texts(PdfFacts facts) {
    return Drafts.texts(
        new ArtefactGate(pdf -> facts), Drafts.with(Map.of(ReportFormat.PDF, SOME)));
  }
}
