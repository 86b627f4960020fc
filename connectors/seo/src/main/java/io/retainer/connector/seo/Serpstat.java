package io.retainer.connector.seo;

import io.retainer.connector.seo.SeoLayout.Kind;
import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.Evidence;
import io.retainer.toolkit.Headings;
import java.util.List;

/** Serpstat: keywords of a domain, and links to it and from it. */
public final class Serpstat extends SeoTool {

  private static final Headings RANKS = Headings.load(Serpstat.class, "serpstat-rank-headings.txt");
  private static final Headings LINKS = Headings.load(Serpstat.class, "serpstat-link-headings.txt");

  public Serpstat() {
    super(
        "Serpstat",
        List.of(
            SeoLayout.of(
                "keywords of a domain", Kind.RANKINGS, RANKS, "keyword", "position", "competition"),
            SeoLayout.of(
                "backlinks or outgoing links", Kind.LINKS, LINKS, "source_url", "target_url"),
            SeoLayout.of("referring domains", Kind.DOMAINS, LINKS, "ref_domain", "links")),
        "No table has the headings Keyword, Position and Competition in PPC, or Referring page and"
            + " Target page, or Referring domain and Referring pages, as the exports of Serpstat"
            + " do.");
  }

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of("serpstat", "Serpstat")
        .about("Keywords for which a domain is found, links to it and from it, linking domains.")
        .export(
            "keywords of a domain",
            "In Website Analysis open Domain Analysis, SEO Analysis, Keywords, and press Export,"
                + " CSV or XLSX.")
        .export(
            "links",
            "In Backlink Analysis open Backlinks, Outbound links or Referring domains, and press"
                + " Export.")
        .layout("keywords, with the headings of the interface for programs", Evidence.DOCUMENTED)
        .layout("keywords as the pages export them", Evidence.REMEMBERED)
        .layout("links and linking domains", Evidence.REMEMBERED)
        .fills(Datasets.RANKINGS, "keywords, each with its best position")
        .fills(Datasets.BACKLINKS, "links to the site")
        .fills(Datasets.BACKLINK_SUMMARY, "linking domains, counted")
        .fills(Datasets.OUTBOUND_LINKS, "links of the site to others, told by their addresses")
        .languages(Evidence.DOCUMENTED, "en")
        .languages(Evidence.REMEMBERED, "ru", "uk")
        .note(
            "The tables do not say their day: put it into the name of the file, like"
                + " export_2026-01-31.csv, or name the period.")
        .build();
  }
}
