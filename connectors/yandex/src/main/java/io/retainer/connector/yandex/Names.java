package io.retainer.connector.yandex;

import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Missing;

/** What Metrica calls traffic sources and devices, under the names that KPIs ask for. */
final class Names {

  private static final Headings CHANNELS = Headings.load(Names.class, "channels.txt");
  private static final Headings DEVICES = Headings.load(Names.class, "devices.txt");

  private Names() {}

  static String channel(String cell) {
    return of(CHANNELS, cell);
  }

  static String device(String cell) {
    return of(DEVICES, cell);
  }

  /** The cell's text; null for what Metrica could not determine. */
  static String plain(String cell) {
    return Missing.is(cell) ? null : cell.strip();
  }

  private static String of(Headings names, String cell) {
    String plain = plain(cell);
    return plain == null ? null : names.key(plain).orElse(plain);
  }
}
