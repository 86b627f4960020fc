package io.retainer.connector.crm;

import io.retainer.toolkit.Columns;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Exports of HubSpot that are not read, told apart so that a user learns which one to take. */
final class HubSpotOthers {

  private static final Headings HEADINGS =
      Headings.load(HubSpotOthers.class, "hubspot-other-headings.txt");
  private static final String INSTEAD =
      " In HubSpot open CRM, Deals, then Export, and take all properties.";

  private HubSpotOthers() {}

  /** Why the sheet is not read; empty when it is none of HubSpot's others. */
  static Optional<String> reason(Sheet sheet) throws IOException {
    Optional<Columns> records = columns(sheet, "record");
    if (records.isEmpty()) {
      return columns(sheet, "object").flatMap(HubSpotOthers::ofObjects);
    }
    Columns columns = records.get();
    if (columns.has("stage")) {
      return columns.has("created")
          ? Optional.empty()
          : Optional.of(
              "These are HubSpot's deals without the column Create Date, so that nobody can say in"
                  + " which month a deal came."
                  + INSTEAD);
    }
    if (columns.has("company")) {
      return Optional.of(
          "These are HubSpot's companies, and no dataset keeps them: reports are made of deals."
              + INSTEAD);
    }
    return columns.has("contact")
        ? Optional.of(
            "These are HubSpot's contacts, and no dataset keeps people: reports are made of deals."
                + INSTEAD)
        : Optional.empty();
  }

  private static Optional<String> ofObjects(Columns columns) {
    if (columns.has("form")) {
      return Optional.of(
          "These are HubSpot's forms with what came in since each was made; they do not say on which"
              + " days."
              + INSTEAD);
    }
    return columns.has("campaign")
        ? Optional.of(
            "These are HubSpot's campaigns with how many e-mails, forms and pages belong to each; they"
                + " have no results of them."
                + INSTEAD)
        : Optional.empty();
  }

  private static Optional<Columns> columns(Sheet sheet, String key) throws IOException {
    return Table.find(sheet, HEADINGS, List.of(key)).map(Table::columns);
  }
}
