package io.retainer.connector.seo;

import io.retainer.connector.seo.SeoLayout.Kind;
import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.Evidence;
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
    return ConnectorDescription.of("ahrefs", "Ahrefs")
        .about("Positions of keywords, links to a site and from it, linking domains.")
        .export(
            "Site Explorer",
            "Open Organic keywords, Backlinks, Referring domains, Outgoing links or the chart of"
                + " Performance, without filters, and press Export, in either CSV form.")
        .export("Rank Tracker", "Open Overview and press Export.")
        .layout("organic keywords of one day", Evidence.SEEN)
        .layout("organic keywords compared with another day", Evidence.REPORTED)
        .layout(
            "organic keywords of 2015 to 2020 (Difficulty, Traffic (desc))", Evidence.REMEMBERED)
        .layout("backlinks, and those of 2015 to 2020 (Link URL, Day Lost)", Evidence.REPORTED)
        .layout("referring domains", Evidence.REPORTED)
        .layout("outgoing links, told from backlinks by their addresses", Evidence.REMEMBERED)
        .layout("Rank Tracker, and Performance day by day", Evidence.REMEMBERED)
        .refuses("top pages: visits that are estimated would stand beside measured ones")
        .refuses("best by links: the same domain counts for several pages")
        .refuses("Keywords Explorer: it has no positions of a site")
        .fills(Datasets.RANKINGS, "keywords, all on the day of the export")
        .fills(Datasets.BACKLINKS, "backlinks, live and lost")
        .fills(Datasets.BACKLINK_SUMMARY, "referring domains, counted; days of Performance")
        .fills(Datasets.OUTBOUND_LINKS, "outgoing links")
        .languages(Evidence.SEEN, "en")
        .note(
            "The day of a table is the one in its file name, else the latest in it: keep the name"
                + " that Ahrefs gives.")
        .note("Backlinks grouped by similarity are a part of all and marked so.")
        .note("Keywords no longer found for are left out of a comparison.")
        .build();
  }
}
