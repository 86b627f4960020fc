package io.retainer.connector.seo;

import io.retainer.connector.seo.SeoLayout.Kind;
import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.Evidence;
import io.retainer.toolkit.Headings;
import java.util.List;

/** Moz: Link Explorer and rankings. */
public final class Moz extends SeoTool {

  private static final Headings RANKS = Headings.load(Moz.class, "moz-rank-headings.txt");
  private static final Headings LINKS = Headings.load(Moz.class, "moz-link-headings.txt");

  public Moz() {
    super(
        "Moz",
        List.of(
            SeoLayout.of("rankings", Kind.RANKINGS, RANKS, "keyword", "position", "difficulty")
                .told("Monthly Volume", "Ranking URL", "Labels", "Label"),
            SeoLayout.of("rankings", Kind.RANKINGS, RANKS, "keyword", "position", "engine")
                .told("Monthly Volume", "Ranking URL", "Labels", "Label"),
            SeoLayout.of(
                "inbound links",
                Kind.LINKS,
                LINKS,
                "source_url",
                "target_url",
                "anchor",
                "authority"),
            SeoLayout.of("linking domains", Kind.DOMAINS, LINKS, "ref_domain", "authority")),
        "No table has the headings Keyword, Rank, Difficulty and Monthly Volume, or URL, Anchor Text, Target URL and"
            + " Domain Authority, or Root Domain and Domain Authority, as the exports of Moz do.");
  }

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of("moz", "Moz")
        .about("Inbound links and linking domains of Link Explorer, and rankings of keywords.")
        .export(
            "inbound links",
            "In Link Explorer open Inbound Links or Linking Domains and press Export CSV.")
        .export(
            "rankings", "In a campaign open Rankings, or Ranking Keywords of a site: Export CSV.")
        .layout(
            "inbound links of Open Site Explorer, with lines before the headings",
            Evidence.REPORTED)
        .layout("inbound links and linking domains of Link Explorer", Evidence.REMEMBERED)
        .layout("rankings", Evidence.REMEMBERED)
        .fills(Datasets.BACKLINKS, "inbound links")
        .fills(Datasets.BACKLINK_SUMMARY, "linking domains, counted")
        .fills(Datasets.RANKINGS, "keywords, each with its best position")
        .fills(Datasets.OUTBOUND_LINKS, "links of the site to others, told by their addresses")
        .languages(Evidence.REPORTED, "en")
        .note(
            "The tables do not say their day: put it into the name of the file, like"
                + " links_2026-01-31.csv, or name the period.")
        .note("Link Explorer exports no more than a part of the links of a large site.")
        .build();
  }
}
