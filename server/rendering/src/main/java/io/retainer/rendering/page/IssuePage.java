package io.retainer.rendering.page;

import io.retainer.model.report.ReportContent;
import io.retainer.model.report.Section;
import io.retainer.model.report.Tile;
import io.retainer.rendering.brand.Brand;
import io.retainer.rendering.brand.Logo;
import io.retainer.rendering.overview.ComparedText;
import io.retainer.rendering.overview.FigureText;
import io.retainer.rendering.overview.LogoText;
import io.retainer.rendering.overview.RateText;
import io.retainer.rendering.overview.ReportOverview;
import io.retainer.rendering.overview.ScorecardText;
import io.retainer.rendering.overview.SourceText;
import io.retainer.rendering.template.ReportTexts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A report as one HTML document. It names the style and the script that the server hands out, and
 * leads to the files beside it by their words alone: {@code pdf}, {@code xlsx}.
 */
public final class IssuePage {

  /** The layout this page is written for; a later layout has a style sheet of its own. */
  private static final String FOLDER = "/assets/issue-1/";

  private static final String STYLE = FOLDER + "issue.css";
  private static final String SCRIPT = FOLDER + "issue.js";

  private final ReportContent content;
  private final ReportTexts texts;
  private final Brand brand;
  private final List<String> files;
  private final boolean isShared;
  private final Markup page = new Markup();

  private IssuePage(
      ReportContent content, ReportTexts texts, Brand brand, List<String> files, boolean isShared) {
    this.brand = brand;
    this.content = content;
    this.texts = texts;
    this.files = List.copyOf(files);
    this.isShared = isShared;
  }

  /**
   * The page in UTF-8; the same for the same content.
   *
   * @param files words of the files beside it
   * @param isShared whether it is for readers outside: they see what a figure means, and on this
   *     page not which files it came from; the files beside it say so
   */
  public static byte[] write(
      ReportContent content, ReportTexts texts, Brand brand, List<String> files, boolean isShared) {
    return new IssuePage(content, texts, brand, files, isShared)
        .document()
        .getBytes(StandardCharsets.UTF_8);
  }

  private String document() {
    String title =
        texts.text(
            "title.with",
            texts.text("title.with", texts.text("title"), content.client().name()),
            texts.formats().period(content.period()));
    page.made("<!DOCTYPE html>").open("html", "lang", texts.locale().toLanguageTag());
    page.open("head").open("meta", "charset", "utf-8");
    page.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    page.open("meta", "name", "color-scheme", "content", "light dark");
    page.open("meta", "name", "robots", "content", "noindex, nofollow");
    page.open("meta", "name", "referrer", "content", "no-referrer");
    page.open("meta", "name", "generator", "content", content.software());
    page.element("title", title);
    page.open("link", "rel", "stylesheet", "href", STYLE);
    brand
        .palette()
        .primary()
        .ifPresent(
            colour ->
                page.open("link", "rel", "stylesheet", "href", FOLDER + BrandSheet.name(colour)));
    page.open("script", "type", "module", "src", SCRIPT).close("script").close("head");
    page.open("body");
    page.element("a", texts.text("page.skip"), "class", "skip", "href", "#content");
    head();
    page.open("main", "id", "content");
    summary();
    scorecard();
    SectionMarkup sections = new SectionMarkup(page, content, texts);
    content.sections().forEach(sections::write);
    new LineageMarkup(page, content, texts, isShared).write();
    notes();
    return page.close("main").close("body").close("html").toString();
  }

  private void head() {
    page.open("header");
    logos();
    page.open("p", "class", "over").name(content.client().name()).close("p");
    page.open("h1")
        .text(
            texts.text(
                "title.with", texts.text("title"), texts.formats().periodTitle(content.period())))
        .close("h1");
    page.open("dl", "class", "facts");
    pair(texts.text("cover.period"), texts.formats().span(content.period().span()));
    ComparedText.of(content, texts).forEach(one -> pair(one.label(), one.days()));
    pair(
        texts.text("cover.as-of"),
        content
            .dataAsOf()
            .map(moment -> texts.formats().moment(moment, content.client().zone()))
            .orElse(texts.text("cover.no-data")));
    content.agency().ifPresent(agency -> pair(texts.text("cover.agency"), agency));
    page.close("dl");
    if (!files.isEmpty()) {
      page.open("p", "class", "files");
      for (String file : files) {
        String name = texts.text("page.download", file.toUpperCase(java.util.Locale.ROOT));
        page.element("a", name, "href", file, "download", content.fileName(file));
      }
      page.close("p");
    }
    contents();
    page.close("header");
  }

  private void logos() {
    List<LogoText> logos = LogoText.of(brand, content, texts);
    if (logos.isEmpty()) {
      return;
    }
    page.open("p", "class", "logos");
    for (LogoText one : logos) {
      Logo logo = one.logo();
      String picture =
          "data:"
              + logo.mediaType()
              + ";base64,"
              + Base64.getEncoder().encodeToString(logo.bytes());
      page.open("img", "src", picture, "alt", one.text(), "class", "logo");
    }
    page.close("p");
  }

  private void contents() {
    page.open("nav", "aria-label", texts.text("page.contents")).open("ul");
    for (Section section : content.sections()) {
      link("s-" + section.key(), texts.text("section." + section.key() + ".title"));
    }
    if (!content.glossary().isEmpty()) {
      link("glossary", texts.text("glossary.title"));
    }
    link("notes", texts.text("notes.title"));
    page.close("ul").close("nav");
  }

  private void link(String id, String title) {
    page.open("li").element("a", title, "href", "#" + id).close("li");
  }

  private void summary() {
    if (content.commentary().summary().isEmpty()) {
      return;
    }
    page.open("section", "aria-labelledby", "summary");
    page.element("h2", texts.text("summary.title"), "id", "summary");
    ProseMarkup.write(page, content.commentary().summary());
    page.close("section");
  }

  private void scorecard() {
    if (content.tiles().isEmpty()) {
      return;
    }
    page.open("section", "aria-labelledby", "scorecard");
    page.element("h2", texts.text("scorecard.title"), "id", "scorecard");
    FigureMarkup figures = new FigureMarkup(page, content, texts);
    List<FigureText> shown = new ArrayList<>();
    page.open("div", "class", "tiles");
    for (Tile tile : content.tiles()) {
      shown.add(figures.tall(tile));
    }
    page.close("div");
    page.element("p", ReportOverview.legend(texts, shown), "class", "small");
    findings();
    page.close("section");
  }

  private void findings() {
    ScorecardText said = ScorecardText.of(content, texts);
    if (said.isEmpty()) {
      return;
    }
    page.element("h3", said.title()).open("dl", "class", "notes");
    for (ScorecardText.Row row : said.rows()) {
      page.element("dt", row.label()).open("dd");
      row.said().forEach(one -> page.open("p").name(one).close("p"));
      page.close("dd");
    }
    page.close("dl");
  }

  private void notes() {
    page.open("section", "aria-labelledby", "notes");
    page.element("h2", texts.text("notes.title"), "id", "notes");
    if (content.sources().isEmpty()) {
      page.element("p", texts.text("notes.none"));
    }
    page.open("dl", "class", "notes");
    content.sources().stream()
        .map(source -> SourceText.of(texts, source, content.client().zone()))
        .forEach(this::source);
    pair(texts.text("notes.report-id"), content.id());
    pair(
        texts.text("notes.issued"),
        texts.formats().moment(content.issuedAt(), content.client().zone()));
    pair(
        texts.text("notes.template"),
        texts.text("notes.template.value", content.template().id(), content.template().hash()));
    pair(texts.text("notes.software"), content.software());
    pair(texts.text("notes.zone"), texts.text("notes.zone.value", content.client().zone().getId()));
    pair(texts.text("notes.rounding"), texts.text("notes.rounding.value"));
    for (String line : RateText.lines(content, texts, isShared)) {
      pair(texts.text("notes.rates"), line);
    }
    page.close("dl").close("section");
  }

  private void source(SourceText source) {
    page.open("dt").name(source.title()).close("dt");
    page.open("dd").text(source.coverage());
    if (!isShared) {
      source.files().forEach(file -> page.open("br").name(file));
    }
    page.close("dd");
  }

  private void pair(String label, String text) {
    page.element("dt", label).open("dd").name(text).close("dd");
  }
}
