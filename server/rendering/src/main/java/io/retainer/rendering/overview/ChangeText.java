package io.retainer.rendering.overview;

import io.retainer.model.client.Client;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.rendering.words.Formats;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Figures that are not what they were, in a line. */
public final class ChangeText {

  private ChangeText() {}

  /**
   * {@code Sessions 12,309 → 12,450; Revenue … and 4 more}.
   *
   * @param most how many to name
   */
  public static String of(
      List<Basis.Change> changes, Client client, Formats formats, Locale locale, int most) {
    String named =
        changes.stream()
            .limit(most)
            .map(change -> of(change, client, formats, locale))
            .collect(Collectors.joining("; "));
    return changes.size() <= most
        ? named
        : named
            + "; "
            + formats.words().text("changes.more", formats.number(changes.size() - most));
  }

  /** Whether a reader sees it: what rounds to the same number is the same to whoever reads it. */
  public static boolean isSeen(Basis.Change change, Client client, Locale locale) {
    Formats formats = Formats.of(locale);
    return change.before().isEmpty()
        || change.now().isEmpty()
        || !number(change.kpi(), change.before(), client, formats)
            .equals(number(change.kpi(), change.now(), client, formats));
  }

  private static String of(Basis.Change change, Client client, Formats formats, Locale locale) {
    String title = change.kpi().map(kpi -> kpi.title(locale)).orElse(change.id().value());
    String which = change.isCompared() ? formats.words().text("changes.compared") : change.detail();
    String what = which.isEmpty() ? title : title + " (" + which + ")";
    if (change.before().isEmpty() && change.now().isEmpty()) {
      return what;
    }
    return what
        + " "
        + number(change.kpi(), change.before(), client, formats)
        + " \u2192 "
        + number(change.kpi(), change.now(), client, formats);
  }

  private static String number(
      Optional<KpiDescriptor> kpi, Optional<BigDecimal> value, Client client, Formats formats) {
    KpiUnit unit = kpi.map(KpiDescriptor::unit).orElse(KpiUnit.RATIO);
    Optional<String> currency =
        Optional.of(client.currency().getCurrencyCode()).filter(any -> unit == KpiUnit.MONEY);
    return value.map(found -> formats.amount(found, unit, currency)).orElse(Formats.NOTHING);
  }
}
