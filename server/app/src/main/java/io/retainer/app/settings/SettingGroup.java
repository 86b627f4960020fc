package io.retainer.app.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A heading of the page, and the settings below it by the second word of their keys. */
public enum SettingGroup {
  SERVER("home", "http", "url", "role", "shared", "deliveries", "logs", "reports", "traces"),
  MAIL("mail"),
  BOUNCES("bounces"),
  DATA("imports", "inbox"),
  PEOPLE("oidc"),
  SCRIPTS("kpi"),
  DATABASES("database", "facts");

  private final List<String> features;

  SettingGroup(String... features) {
    this.features = List.of(features);
  }

  static SettingGroup of(String feature) {
    return Arrays.stream(values())
        .filter(group -> group.features.contains(feature))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("The settings page has no place for " + feature));
  }

  public String titleKey() {
    return "settings.group." + name().toLowerCase(Locale.ROOT);
  }
}
