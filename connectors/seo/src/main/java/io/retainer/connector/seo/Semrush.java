package io.retainer.connector.seo;

import io.retainer.connector.seo.SeoLayout.Kind;
import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
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
    return new ConnectorDescription(
        "semrush",
        "Semrush",
        "Positions of Organic Research, and Backlinks and Referring Domains of Backlink Analytics,"
            + " as CSV or XLSX. A keyword for which several pages are found counts once, with its"
            + " best place; places in boxes of the results are left out. The day of a table is the"
            + " one in its file name, else the latest in it. Export without filters: linking"
            + " domains are counted from the table.",
        List.of(
            "Organic positions as CSV or XLSX, with Position Type or without",
            "The same without Keyword Difficulty, as of the API: read in others' code",
            "Backlinks and referring domains, and the API's: headings read in others' code",
            "Links date by date: from memory, never seen",
            "Keyword Overview, Keyword Magic and Keyword Strategy Builder are refused: they have"
                + " no positions of a site"),
        List.of(
            Datasets.RANKINGS.name(),
            Datasets.BACKLINKS.name(),
            Datasets.BACKLINK_SUMMARY.name(),
            Datasets.OUTBOUND_LINKS.name()));
  }
}
