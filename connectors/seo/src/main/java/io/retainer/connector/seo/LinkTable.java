package io.retainer.connector.seo;

import io.retainer.spi.Dataset;
import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Forms;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Links with the page they stand on and the page they lead to: backlinks, or the site's own links
 * to others. The two tables have the same headings and are told apart by their addresses.
 */
final class LinkTable {

  private final SeoExport export;
  private final Table table;
  private final LinkSides sides = new LinkSides();
  private boolean isGrouped;
  private LocalDate latest;

  LinkTable(SeoExport export) {
    this.export = export;
    this.table = export.table();
  }

  void read() throws IOException {
    Optional<Forms> forms =
        export.forms(
            List.of("first_seen", "last_seen", "lost"), List.of("links_in_group"), List.of());
    if (forms.isEmpty()) {
      return;
    }
    export.each(forms.get(), this::look);
    Optional<LocalDate> day = export.day(latest);
    if (day.isPresent()) {
      var columns = sides.areOwnLinks() ? outbound() : backlinks(day.get());
      TableWriter writer = export.sink().table(header(columns));
      export.each(forms.get(), fields -> link(fields, day.get(), columns, writer));
    }
  }

  private void look(Fields fields) {
    LocalDate seen = fields.day("last_seen");
    latest = seen != null && (latest == null || seen.isAfter(latest)) ? seen : latest;
    sides.see(fields.text("source_url"), fields.text("target_url"));
    String group = fields.text("links_in_group");
    isGrouped |= group != null && !group.equals("1") && !group.equals("0");
  }

  private Map<String, Function<Fields, Object>> backlinks(LocalDate day) {
    var columns = new LinkedHashMap<String, Function<Fields, Object>>();
    columns.put("source_domain", fields -> host(fields.text("source_url")));
    columns.put("source_url", fields -> fields.text("source_url"));
    columns.put("target_url", fields -> fields.text("target_url"));
    if (export.has("anchor")) {
      columns.put("anchor", fields -> fields.text("anchor"));
    }
    columns.putAll(rel(List.of("nofollow", "sponsored", "ugc")));
    if (export.has("lost") || export.has("lost_status") || export.has("lost_link")) {
      columns.put("is_lost", this::isLost);
    }
    columns.put("seen_at", fields -> day.atStartOfDay());
    if (export.has("first_seen")) {
      columns.put("first_seen_at", fields -> fields.time("first_seen"));
    }
    if (export.has("lost")) {
      columns.put("lost_at", fields -> fields.time("lost"));
    }
    return columns;
  }

  private Map<String, Function<Fields, Object>> outbound() {
    var columns = new LinkedHashMap<String, Function<Fields, Object>>();
    columns.put("page", fields -> fields.text("source_url"));
    columns.put("target_url", fields -> fields.text("target_url"));
    columns.put("target_domain", fields -> host(fields.text("target_url")));
    columns.putAll(rel(List.of("nofollow", "sponsored")));
    if (export.has("target_code")) {
      columns.put("is_broken", fields -> Responses.isBroken(fields.text("target_code")));
    }
    return columns;
  }

  private Map<String, Function<Fields, Object>> rel(List<String> keys) {
    var columns = new LinkedHashMap<String, Function<Fields, Object>>();
    for (String key : keys) {
      if (export.has(key)) {
        columns.put("is_" + key, fields -> Follow.isMarked(fields, key));
      }
    }
    return columns;
  }

  private Object isLost(Fields fields) {
    boolean isDated = fields.text("lost") != null;
    boolean isNamed = fields.text("lost_status") != null;
    Boolean isTrue = export.has("lost_link") ? fields.truth("lost_link") : null;
    return isDated || isNamed || Boolean.TRUE.equals(isTrue);
  }

  private static String host(String url) {
    return url == null ? null : Site.in(url).orElse(null);
  }

  private TableHeader header(Map<String, ?> columns) {
    boolean isOwn = sides.areOwnLinks();
    Dataset dataset = isOwn ? Datasets.OUTBOUND_LINKS : Datasets.BACKLINKS;
    return new TableHeader(
        table.sheet().name(),
        dataset,
        new ArrayList<>(columns.keySet()),
        isOwn ? Set.of("page", "target_url") : Set.of("source_url", "target_url"),
        Grain.SNAPSHOT,
        !isGrouped,
        Optional.empty(),
        export
            .settings()
            .account()
            .or(sides::site)
            .or(() -> Site.inFileName(export.fileName()))
            .orElse(export.provider()),
        Optional.empty());
  }

  private void link(
      Fields fields,
      LocalDate day,
      Map<String, Function<Fields, Object>> columns,
      TableWriter writer) {
    fields.required("source_url", fields.text("source_url"));
    fields.required("target_url", fields.text("target_url"));
    Object[] values = columns.values().stream().map(value -> value.apply(fields)).toArray();
    if (fields.isSound()) {
      writer.row(fields.row().line(), DateSpan.ofDay(day), values);
    } else {
      fields.rejectTo(writer);
    }
  }
}
