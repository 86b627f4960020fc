package io.retainer.connector.ads;

import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Files of the billing pages of Google Ads, which look like a report and count nothing. */
final class GoogleBilling {

  private static final Headings HEADINGS =
      Headings.load(GoogleBilling.class, "google-billing-headings.txt");

  private static final List<List<String>> KINDS =
      List.of(List.of("description", "debits", "credits"), List.of("budget", "amount"));

  /** A bank's statement has debits and credits too, and no campaigns. */
  private static final List<String> CAMPAIGNS = List.of("campa", "kampa", "кампан", "google ads");

  private GoogleBilling() {}

  static boolean is(Sheet sheet) throws IOException {
    for (List<String> kind : KINDS) {
      if (Table.find(sheet, HEADINGS, kind).isPresent()) {
        return sheet.head().stream().anyMatch(row -> isOfCampaigns(row.text()));
      }
    }
    return false;
  }

  private static boolean isOfCampaigns(String row) {
    String text = row.toLowerCase(Locale.ROOT);
    return CAMPAIGNS.stream().anyMatch(text::contains);
  }
}
