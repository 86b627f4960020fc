package io.retainer.connector.seo;

import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Forms;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The links that a crawl found: those to pages of other sites are kept. */
final class CrawledLinks {

  private static final List<String> COLUMNS =
      List.of("page", "target_url", "target_domain", "is_nofollow", "is_sponsored", "is_broken");
  private static final Set<String> HYPERLINKS =
      Set.of(
          "hyperlink",
          "hipervínculo",
          "hyperlien",
          "collegamento ipertestuale",
          "ahref",
          "гиперссылка");

  private final SeoExport export;
  private final Table table;

  CrawledLinks(SeoExport export) {
    this.export = export;
    this.table = export.table();
  }

  void read() throws IOException {
    Optional<LocalDate> day = export.day(null);
    if (day.isEmpty()) {
      return;
    }
    String site = site().orElse("");
    TableWriter writer = export.sink().table(header(site));
    export.each(Forms.plain(), fields -> link(fields, site, day.get(), writer));
  }

  /** The site is that of the first page. */
  private Optional<String> site() throws IOException {
    for (Row row : table.sheet().head()) {
      String page = row.cell(table.columns().index("source_url"));
      if (row.line() > table.columns().line() && !page.isBlank()) {
        return Site.in(page);
      }
    }
    return Optional.empty();
  }

  private TableHeader header(String site) {
    return new TableHeader(
        table.sheet().name(),
        Datasets.OUTBOUND_LINKS,
        COLUMNS,
        Set.of("page", "target_url"),
        Grain.SNAPSHOT,
        true,
        Optional.empty(),
        export.settings().account().orElse(site.isEmpty() ? export.provider() : site),
        Optional.empty());
  }

  private void link(Fields fields, String site, LocalDate day, TableWriter writer) {
    long line = fields.row().line();
    String kind = fields.text("kind");
    String page = fields.required("source_url", fields.text("source_url"));
    String target = fields.required("target_url", fields.text("target_url"));
    if (!fields.isSound()) {
      fields.rejectTo(writer);
      return;
    }
    Optional<String> domain = target.startsWith("http") ? Site.in(target) : Optional.empty();
    if (kind == null || !HYPERLINKS.contains(kind.toLowerCase(Locale.ROOT)) || domain.isEmpty()) {
      export.sink().passedOver(line, "no link to a page: an image, a script or the like");
    } else if (isOwn(domain.get(), site)) {
      export.sink().passedOver(line, "a link within the site");
    } else {
      String rel = Optional.ofNullable(fields.text("rel")).orElse("").toLowerCase(Locale.ROOT);
      Boolean follow = export.has("follow") ? fields.truth("follow") : null;
      Object[] values = {
        page,
        target,
        domain.get(),
        follow == null ? null : (Boolean) !follow,
        export.has("rel") ? (Boolean) rel.contains("sponsored") : null,
        Responses.isBroken(fields.text("target_code"))
      };
      if (fields.isSound()) {
        writer.row(line, DateSpan.ofDay(day), values);
      } else {
        fields.rejectTo(writer);
      }
    }
  }

  private static boolean isOwn(String domain, String site) {
    return domain.equals(site) || domain.endsWith("." + site) || site.endsWith("." + domain);
  }
}
