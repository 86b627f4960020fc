package io.retainer.connector.seo;

import io.retainer.connector.seo.SeoLayout.Kind;
import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.toolkit.Headings;
import java.util.List;

/** Ahrefs: its Site Explorer and Rank Tracker. */
public final class Ahrefs extends SeoTool {

  private static final Headings RANKS = Headings.load(Ahrefs.class, "ahrefs-rank-headings.txt");
  private static final Headings LINKS = Headings.load(Ahrefs.class, "ahrefs-link-headings.txt");
  private static final Headings SITES = Headings.load(Ahrefs.class, "ahrefs-domain-headings.txt");

  public Ahrefs() {
    super(
        "Ahrefs",
        List.of(
            SeoLayout.of(
                    "organic keywords or Rank Tracker",
                    Kind.RANKINGS,
                    RANKS,
                    "keyword",
                    "position",
                    "search_volume",
                    "url",
                    "traffic")
                .without("ppc"),
            SeoLayout.of(
                "backlinks or outgoing links",
                Kind.LINKS,
                LINKS,
                "source_url",
                "target_url",
                "domain_rating"),
            SeoLayout.of(
                "referring domains", Kind.DOMAINS, SITES, "ref_domain", "links", "linked_domains"),
            SeoLayout.of(
                "performance of a site", Kind.DAYS, SITES, "date", "referring_domains", "rating"),
            SeoLayout.of(
                "performance of a site",
                Kind.DAYS,
                SITES,
                "date",
                "referring_domains",
                "organic_traffic"),
            SeoLayout.refused(
                "top pages",
                "visits of its pages are estimates and would stand beside measured ones. Upload"
                    + " Organic keywords, Backlinks or Referring domains.",
                SITES,
                "page",
                "keywords",
                "traffic",
                "top"),
            SeoLayout.refused(
                "best by links",
                "the same domain counts for several pages, so they do not add up to a site. Upload"
                    + " Referring domains or Backlinks.",
                SITES,
                "page",
                "referring_domains",
                "links",
                "ur_pages"),
            SeoLayout.refused(
                "keyword ideas",
                "it has no positions of a site. Upload Organic keywords or Rank Tracker.",
                SITES,
                "keyword",
                "volume",
                "difficulty")),
        "No table has the headings Keyword, Volume, Current position and Current URL, or Referring"
            + " page URL, Domain rating and Target URL, or Domain, Links to target and Dofollow"
            + " linked domains, as the exports of Ahrefs do.");
  }

  @Override
  public ConnectorDescription describe() {
    return new ConnectorDescription(
        "ahrefs",
        "Ahrefs",
        "Site Explorer and Rank Tracker: Organic keywords, Backlinks, Referring domains, Outgoing"
            + " links and the days of Performance, in either CSV form. Export without filters:"
            + " linking domains are counted from the table. The day of a table is the one in its"
            + " file name, else the latest in it. Backlinks grouped by similarity are a part of"
            + " all links and are marked so.",
        List.of(
            "Organic keywords, of one day or compared with another; keywords no longer found for"
                + " are left out of the comparison",
            "Organic keywords of 2015 to 2020 (Difficulty, Traffic (desc)): from memory",
            "Backlinks; those of 2015 to 2020 (Link URL, Day Lost): read in others' code",
            "Referring domains: headings read in others' code",
            "Outgoing links, told from backlinks by their addresses: never seen",
            "Rank Tracker overview, and Performance day by day: from memory, never seen",
            "Top pages, Best by links and Keywords Explorer are refused: no dataset keeps them"),
        List.of(
            Datasets.RANKINGS.name(),
            Datasets.BACKLINKS.name(),
            Datasets.BACKLINK_SUMMARY.name(),
            Datasets.OUTBOUND_LINKS.name()));
  }
}
