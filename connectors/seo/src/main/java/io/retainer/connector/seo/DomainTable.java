package io.retainer.connector.seo;

import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Forms;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The linking domains of a site, one a row: counted, they are the state of its links on a day. */
final class DomainTable {

  private final SeoExport export;
  private final Table table;
  private final Set<String> domains = new HashSet<>();
  private long links;
  private long followed;
  private LocalDate latest;
  private ReadIssue problem;

  DomainTable(SeoExport export) {
    this.export = export;
    this.table = export.table();
  }

  void read() throws IOException {
    Optional<Forms> forms =
        export.forms(
            List.of("first_seen", "last_seen", "lost"),
            List.of("links", "dofollow_links"),
            List.of());
    if (forms.isEmpty()) {
      return;
    }
    export.each(forms.get(), this::count);
    if (problem != null) {
      export.sink().issue(problem);
      return;
    }
    if (domains.isEmpty()) {
      export.sink().passedOver(table.columns().line(), "headings of a table without live domains");
      return;
    }
    Optional<LocalDate> day = export.day(latest);
    if (day.isPresent()) {
      TableWriter writer = export.sink().table(header());
      writer.row(table.columns().line(), DateSpan.ofDay(day.get()), values());
    }
  }

  private void count(Fields fields) {
    LocalDate seen = fields.day("last_seen");
    latest = seen != null && (latest == null || seen.isAfter(latest)) ? seen : latest;
    String domain = fields.text("ref_domain");
    Long links = fields.count("links");
    Long dofollow = fields.count("dofollow_links");
    boolean isLost = fields.text("lost") != null;
    fields.required("ref_domain", domain);
    long line = fields.row().line();
    if (!fields.isSound()) {
      problem = problem == null ? broken(line) : problem;
    } else if (isLost) {
      export.sink().passedOver(line, "a domain whose links are lost");
    } else if (!domains.add(domain)) {
      export.sink().passedOver(line, "a domain that is in the table before");
    } else {
      this.links += links == null ? 0 : links;
      followed += dofollow != null && dofollow > 0 ? 1 : 0;
    }
  }

  private static ReadIssue broken(long line) {
    return new ReadIssue(
        line,
        "",
        "a row without a domain, or with text for a number",
        "a domain and its links in each row",
        "The domains are counted, so none may be left out: export the file again.");
  }

  private List<String> columns() {
    List<String> columns = new ArrayList<>(List.of("domain", "provider", "referring_domains"));
    if (export.has("links")) {
      columns.add("backlinks");
    }
    if (export.has("dofollow_links")) {
      columns.add("dofollow_domains");
    }
    return columns;
  }

  private Object[] values() {
    return columns().stream()
        .map(
            column ->
                switch (column) {
                  case "provider" -> export.provider();
                  case "referring_domains" -> (Object) (long) domains.size();
                  case "backlinks" -> links;
                  case "dofollow_domains" -> followed;
                  default -> account();
                })
        .toArray();
  }

  private String account() {
    return export
        .settings()
        .account()
        .or(() -> Site.inFileName(export.fileName()))
        .orElse(export.provider());
  }

  private TableHeader header() {
    return new TableHeader(
        table.sheet().name(),
        Datasets.BACKLINK_SUMMARY,
        columns(),
        Set.of(),
        Grain.SNAPSHOT,
        true,
        Optional.empty(),
        account(),
        Optional.empty());
  }
}
