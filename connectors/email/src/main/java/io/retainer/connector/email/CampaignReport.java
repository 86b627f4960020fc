package io.retainer.connector.email;

import io.retainer.toolkit.Columns;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The report of one campaign: sections of labels with a value beside them, and a table of links.
 *
 * @param columns the labels, as if they were headings
 * @param values what stands beside the labels, as if it were their row
 * @param linkColumns the headings of the links
 */
record CampaignReport(Columns columns, Row values, Optional<Columns> linkColumns, List<Row> links) {

  private static final Headings LABELS =
      Headings.load(CampaignReport.class, "campaign-report-labels.txt");
  private static final Headings LINKS =
      Headings.load(CampaignReport.class, "campaign-report-links.txt");
  private static final List<String> OF_LINKS = List.of("url", "clicks_total", "clicks_unique");

  static CampaignReport of(List<Row> rows) {
    List<String> labels = new ArrayList<>();
    List<String> values = new ArrayList<>();
    List<Row> links = new ArrayList<>();
    Columns linkColumns = null;
    boolean isAmongLinks = false;
    for (Row row : rows) {
      if (row.width() < 2) {
        isAmongLinks = false;
      } else if (isAmongLinks) {
        links.add(row);
      } else if (LINKS.match(row).hasAll(OF_LINKS)) {
        linkColumns = LINKS.match(row);
        isAmongLinks = true;
      } else if (row.width() == 2) {
        labels.add(row.cell(0).strip().replaceFirst(":$", ""));
        values.add(row.cell(1));
      }
    }
    return new CampaignReport(
        LABELS.match(Row.of(1, labels.toArray(String[]::new))),
        Row.of(1, values.toArray(String[]::new)),
        Optional.ofNullable(linkColumns),
        links);
  }

  boolean hasLinks() {
    return !links.isEmpty();
  }
}
