package io.retainer.app.schedules;

import io.retainer.app.TestHome;
import java.util.List;
import java.util.Optional;

/**
 * The form of a schedule as it is sent: unless a test fills it otherwise, the shop's monthly report
 * on the third business day, which waits for its data and goes out by itself.
 */
final class FilledForm {

  private final List<String> recipients;
  private String client = TestHome.SHOP.id().value();
  private String report = "monthly-performance";
  private String rule = "business-day 3 at 08:00";
  private String kind = "month";
  private Optional<String> locale = Optional.empty();
  private String incomplete = "wait";
  private String approval = "automatic";
  private String internalDays = "";
  private List<String> internalTo = List.of();
  private boolean enabled = true;

  private FilledForm(List<String> recipients) {
    this.recipients = recipients;
  }

  static FilledForm to(String... recipients) {
    return new FilledForm(List.of(recipients));
  }

  static FilledForm to(List<String> recipients) {
    return new FilledForm(recipients);
  }

  FilledForm client(String id) {
    client = id;
    return this;
  }

  FilledForm report(String id) {
    report = id;
    return this;
  }

  FilledForm each(String periods, String when) {
    kind = periods;
    rule = when;
    return this;
  }

  FilledForm rule(String when) {
    return each(kind, when);
  }

  FilledForm incomplete(String word) {
    incomplete = word;
    return this;
  }

  FilledForm approval(String word) {
    approval = word;
    return this;
  }

  FilledForm internal(String days, List<String> addresses) {
    internalDays = days;
    internalTo = addresses;
    return this;
  }

  FilledForm locale(String tag) {
    locale = Optional.of(tag);
    return this;
  }

  FilledForm enabled(boolean goesOn) {
    enabled = goesOn;
    return this;
  }

  ScheduleValues values() {
    return new ScheduleValues(
        client,
        report,
        rule,
        kind,
        locale,
        List.of(),
        recipients,
        incomplete,
        approval,
        "",
        "",
        internalDays,
        internalTo,
        enabled);
  }
}
