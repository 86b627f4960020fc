package io.retainer.connector.seo;

import io.retainer.connector.seo.SeoLayout.Kind;
import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.Evidence;
import io.retainer.toolkit.Headings;
import java.util.List;

/** Semrush: Organic Research and Backlink Analytics. */
public final class Semrush extends SeoTool {

  private static final Headings RANKS = Headings.load(Semrush.class, "semrush-rank-headings.txt");
  private static final Headings LINKS = Headings.load(Semrush.class, "semrush-link-headings.txt");
  private static final Headings SITES = Headings.load(Semrush.class, "semrush-domain-headings.txt");
  private static final String NO_POSITIONS =
      "it has no positions of a site. Upload Positions of Organic Research, or the overview of"
          + " Position Tracking.";

  public Semrush() {
    super(
        "Semrush",
        List.of(
            SeoLayout.of(
                "organic positions",
                Kind.RANKINGS,
                RANKS,
                "keyword",
                "position",
                "search_volume",
                "url",
                "difficulty"),
            SeoLayout.of(
                "organic positions",
                Kind.RANKINGS,
                RANKS,
                "keyword",
                "position",
                "search_volume",
                "url",
                "competition"),
            SeoLayout.of("backlinks", Kind.LINKS, LINKS, "source_url", "target_url", "ascore"),
            SeoLayout.of(
                "backlinks", Kind.LINKS, LINKS, "source_url", "target_url", "external_links"),
            SeoLayout.of("referring domains", Kind.DOMAINS, SITES, "ref_domain", "links", "ascore"),
            SeoLayout.of(
                "links of a site date by date",
                Kind.DAYS,
                SITES,
                "date",
                "referring_domains",
                "authority"),
            SeoLayout.refused("keyword list", NO_POSITIONS, RANKS, "keyword", "volume", "cpc"),
            SeoLayout.refused("keyword list", NO_POSITIONS, RANKS, "keyword", "volume", "intent")),
        "No table has the headings Keyword, Position, Search Volume and URL, or Page ascore, Source"
            + " url and Target url, or Domain ascore, Domain and Backlinks, as the exports of"
            + " Semrush do.");
  }

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of("semrush", "Semrush")
        .about("Positions of Organic Research, backlinks and linking domains.")
        .export(
            "Organic Research", "Open Positions, without filters, and press Export, CSV or XLSX.")
        .export(
            "Backlink Analytics",
            "Open Backlinks or Referring Domains, without filters, and press Export.")
        .layout("organic positions as XLSX or CSV, with Position Type or without", Evidence.SEEN)
        .layout("organic positions without Keyword Difficulty, as of the API", Evidence.REPORTED)
        .layout("backlinks and referring domains, and the API's", Evidence.REPORTED)
        .layout("links of a site date by date", Evidence.REMEMBERED)
        .refuses(
            "Keyword Overview, Keyword Magic and Keyword Strategy Builder: they have no positions"
                + " of a site")
        .fills(Datasets.RANKINGS, "keywords, each once with its best place among the results")
        .fills(Datasets.BACKLINKS, "backlinks, live and lost")
        .fills(Datasets.BACKLINK_SUMMARY, "referring domains, counted")
        .fills(Datasets.OUTBOUND_LINKS, "links of the site to others, told by their addresses")
        .languages(Evidence.SEEN, "en")
        .note("Places in boxes of the results (AI overview, local pack) are left out.")
        .note("The day of a table is the one in its file name, else the latest in it.")
        .build();
  }
}
