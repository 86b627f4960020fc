package io.retainer.rendering.pdf;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What can be told of a finished PDF without looking at it.
 *
 * @param blank the numbers of pages with nothing on them but what stands on the others too
 * @param letters how many letters and digits its text layer has
 */
public record PdfFacts(int pages, List<Integer> blank, long letters) {

  public PdfFacts {
    blank = List.copyOf(blank);
  }

  /**
   * @throws IOException when it is no PDF that can be read
   */
  public static PdfFacts of(byte[] pdf) throws IOException {
    try (var reader = new PdfReader(pdf)) {
      var extractor = new PdfTextExtractor(reader);
      List<List<String>> pages = new ArrayList<>();
      long letters = 0;
      for (int page = 1; page <= reader.getNumberOfPages(); page++) {
        String text = extractor.getTextFromPage(page);
        letters += text.codePoints().filter(Character::isLetterOrDigit).count();
        pages.add(lines(text));
      }
      return new PdfFacts(pages.size(), blank(pages), letters);
    } catch (RuntimeException e) {
      throw new IOException("The PDF cannot be read: " + e.getMessage(), e);
    }
  }

  /** Page numbers differ from page to page and say nothing. */
  private static List<String> lines(String text) {
    return Arrays.stream(text.split("\\R"))
        .map(line -> line.replaceAll("\\p{Nd}+", "#").strip())
        .filter(line -> line.codePoints().anyMatch(Character::isLetterOrDigit))
        .toList();
  }

  private static List<Integer> blank(List<List<String>> pages) {
    Map<String, Integer> found = new HashMap<>();
    pages.forEach(
        lines -> new HashSet<>(lines).forEach(line -> found.merge(line, 1, Integer::sum)));
    int common = Math.max(2, pages.size() / 2 + 1);
    return IntStream.range(0, pages.size())
        .filter(page -> pages.get(page).stream().allMatch(line -> found.get(line) >= common))
        .mapToObj(page -> page + 1)
        .toList();
  }
}
