package io.retainer.rendering.overview;

import io.retainer.model.fact.Coverage;
import io.retainer.model.report.SourceNote;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.words.Formats;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What figures rest on, in words.
 *
 * @param title dataset, source and account
 * @param coverage which days are there, and the currencies
 * @param files each with hash and time of import, the last line counting those not named
 */
public record SourceText(String title, String coverage, List<String> files) {

  private static final int FILES_NAMED = 6;
  private static final int GAPS_NAMED = 8;

  public SourceText {
    files = List.copyOf(files);
  }

  public static SourceText of(ReportTexts texts, SourceNote source, ZoneId zone) {
    Formats formats = texts.formats();
    String currencies =
        source.currencies().isEmpty()
            ? ""
            : " \u00b7 "
                + texts.text("notes.currency")
                + ": "
                + String.join(", ", source.currencies());
    return new SourceText(
        texts.text("notes.source", formats.dataset(source.dataset()), name(formats, source)),
        texts.text("notes.coverage") + ": " + coverage(texts, source) + currencies,
        files(texts, source, zone));
  }

  /** Where no account is named, that is said only to tell it from one that is. */
  private static String name(Formats formats, SourceNote source) {
    String title = formats.source(source.source(), source.title());
    return Formats.isNamed(source.source(), source.account()) || source.beside()
        ? title + " (" + formats.account(source.source(), source.account()) + ")"
        : title;
  }

  private static String coverage(ReportTexts texts, SourceNote source) {
    Formats formats = texts.formats();
    String days =
        source.missing().stream()
            .limit(GAPS_NAMED)
            .map(formats::span)
            .collect(Collectors.joining(", "));
    String more = source.missing().size() > GAPS_NAMED ? " \u2026" : "";
    Coverage.Extent extent = source.missing().isEmpty() ? source.extent() : Coverage.Extent.PARTIAL;
    String text =
        texts.text("notes.coverage." + extent, days.isEmpty() ? Formats.NOTHING : days + more);
    // Some languages end a date with a period.
    String end = text.endsWith(".") ? " " : ". ";
    return source.complete() ? text : text + end + texts.text("notes.rows-left-out");
  }

  private static List<String> files(ReportTexts texts, SourceNote source, ZoneId zone) {
    Formats formats = texts.formats();
    List<String> lines = new ArrayList<>();
    source.files().stream()
        .limit(FILES_NAMED)
        .forEach(
            file ->
                lines.add(
                    texts.text(
                        "notes.file",
                        file.name(),
                        file.hashPrefix(),
                        formats.moment(file.importedAt(), zone))));
    int more = source.files().size() - FILES_NAMED;
    if (more > 0) {
      lines.add(texts.text("notes.more-files", formats.number(more)));
    }
    return lines;
  }
}
