package io.retainer.app.gates;

import io.retainer.app.reports.GateLevel;
import io.retainer.app.reports.Inspection;
import io.retainer.rendering.pdf.PdfFacts;
import io.retainer.workspace.ReportFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The files are what they are called, of a sensible size, and each page of the PDF has text. */
final class ArtefactGate implements Gate {

  private static final int SMALLEST = 2_000;
  private static final int LARGEST = 20 * 1024 * 1024;
  private static final int MOST_PAGES = 200;
  private static final long FEWEST_LETTERS = 200;

  private final Reader reader;

  /** Tells what is in a PDF. */
  interface Reader {
    PdfFacts read(byte[] pdf) throws IOException;
  }

  ArtefactGate(Reader reader) {
    this.reader = reader;
  }

  @Override
  public String name() {
    return "artefact";
  }

  @Override
  public GateLevel usual() {
    return GateLevel.HOLD;
  }

  @Override
  public List<Found> look(Inspection.Draft draft) {
    List<Found> found = new ArrayList<>();
    for (Map.Entry<ReportFormat, byte[]> file : draft.files().entrySet()) {
      String name = draft.content().fileName(file.getKey().word());
      int size = file.getValue().length;
      if (size < SMALLEST || size > LARGEST) {
        found.add(
            Found.of(
                "size",
                (formats, locale) ->
                    new Object[] {
                      name, formats.number(size), formats.number(SMALLEST), formats.number(LARGEST)
                    }));
      }
      if (file.getKey() == ReportFormat.PDF) {
        found.addAll(pages(name, file.getValue()));
      } else if (size < 2 || file.getValue()[0] != 'P' || file.getValue()[1] != 'K') {
        found.add(Found.plain("unreadable", name));
      }
    }
    return found;
  }

  private List<Found> pages(String name, byte[] pdf) {
    PdfFacts facts;
    try {
      facts = reader.read(pdf);
    } catch (IOException e) {
      return List.of(Found.plain("unreadable", name));
    }
    List<Found> found = new ArrayList<>();
    if (facts.pages() < 1 || facts.pages() > MOST_PAGES) {
      found.add(Found.plain("pages", name, facts.pages(), MOST_PAGES));
    }
    if (facts.letters() < FEWEST_LETTERS) {
      found.add(Found.plain("text", name, facts.letters(), FEWEST_LETTERS));
    } else if (!facts.blank().isEmpty()) {
      String pages = facts.blank().stream().map(String::valueOf).collect(Collectors.joining(", "));
      found.add(Found.plain("blank", name, pages));
    }
    return found;
  }
}
