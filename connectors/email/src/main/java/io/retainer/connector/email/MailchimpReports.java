package io.retainer.connector.email;

import io.retainer.toolkit.Headings;
import io.retainer.toolkit.JsonText;
import io.retainer.toolkit.JsonValue;
import io.retainer.toolkit.JsonValues;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Answers to {@code GET /3.0/reports} of Mailchimp's Marketing API, as tables under the headings of
 * campaigns.csv.
 */
final class MailchimpReports {

  private static final Headings HEADINGS =
      Headings.load(MailchimpReports.class, "mailchimp-headings.txt");
  private static final List<String> FIELDS =
      List.of(
          "Title",
          "Subject",
          "List",
          "Send Date",
          "Total Recipients",
          "Hard Bounces",
          "Soft Bounces",
          "Unique Opens",
          "Total Opens",
          "Unique Clicks",
          "Total Clicks",
          "Unsubscribes",
          "Abuse Complaints",
          "Unique Id");

  private final JsonText json;

  private MailchimpReports(JsonText json) {
    this.json = json;
  }

  /** Empty when the JSON is no such answer. */
  static Optional<MailchimpReports> of(JsonText json) throws IOException {
    JsonValue head = json.head();
    JsonValue first = head.at("reports").at(0);
    boolean isOne =
        head.at("reports").isArray()
            && (first.isMissing()
                ? head.has("total_items")
                : first.has("id") && first.has("campaign_title") && first.has("emails_sent"));
    return isOne ? Optional.of(new MailchimpReports(json)) : Optional.empty();
  }

  /** A table for each currency: amounts of two have none that holds for both. */
  List<Table> tables() throws IOException {
    Set<String> currencies = new TreeSet<>();
    try (JsonValues reports = json.values("reports")) {
      for (JsonValue report = reports.next(); report != null; report = reports.next()) {
        currencies.add(currency(report));
      }
    }
    List<Table> tables = new ArrayList<>();
    for (String currency : currencies) {
      Table.find(sheet(currency), HEADINGS, List.of("campaign_id", "sent_at", "recipients"))
          .ifPresent(tables::add);
    }
    return tables;
  }

  /** Empty: the client's. */
  private static String currency(JsonValue report) {
    String code = report.at("ecommerce", "currency_code").text();
    return code.matches("[A-Z]{3}") ? code : "";
  }

  private Sheet sheet(String currency) {
    var headings = new ArrayList<>(FIELDS);
    headings.add("Total Orders");
    headings.add("Total Revenue" + (currency.isEmpty() ? "" : " (" + currency + ")"));
    return json.sheet(
        headings,
        report -> currency(report).equals(currency) ? cells(report) : List.of(),
        "reports");
  }

  private static List<String> cells(JsonValue report) {
    String subscribers = report.at("clicks", "unique_subscriber_clicks").text();
    return List.of(
        report.at("campaign_title").text(),
        report.at("subject_line").text(),
        report.at("list_name").text(),
        report.at("send_time").text(),
        report.at("emails_sent").text(),
        report.at("bounces", "hard_bounces").text(),
        report.at("bounces", "soft_bounces").text(),
        report.at("opens", "unique_opens").text(),
        report.at("opens", "opens_total").text(),
        subscribers.isEmpty() ? report.at("clicks", "unique_clicks").text() : subscribers,
        report.at("clicks", "clicks_total").text(),
        report.at("unsubscribed").text(),
        report.at("abuse_reports").text(),
        report.at("id").text(),
        report.at("ecommerce", "total_orders").text(),
        report.at("ecommerce", "total_revenue").text());
  }
}
