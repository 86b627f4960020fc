package io.retainer.rendering.overview;

import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.report.BreakdownTable;
import io.retainer.model.report.Moved;
import io.retainer.model.report.ReportContent;
import io.retainer.model.report.Section;
import io.retainer.model.report.Tile;
import io.retainer.model.report.commentary.Commentary;
import io.retainer.model.report.exhibit.Exhibit;
import io.retainer.rendering.template.ReportTexts;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The figures that somebody had before the eyes who wrote about a section: each by what it is, an
 * id of a KPI first ({@code web.sessions}, {@code web.sessions@previous}, {@code
 * web.sessions/channel/Direct}), as an exact number. By how much a part moved a figure is {@code
 * web.sessions@driver/channel/Direct}.
 */
public final class Basis {

  private static final String NOTHING = "";

  /** Stands before what moved a figure. */
  private static final String DRIVER = "@driver/";

  private Basis() {}

  /** Of a section, or of {@link Commentary#SUMMARY} the scorecard; empty when there is none. */
  public static Map<String, String> of(ReportContent content, ReportTexts texts, String section) {
    Map<String, String> basis = new LinkedHashMap<>();
    if (section.equals(Commentary.SUMMARY)) {
      content.tiles().stream().map(Tile::figure).forEach(figure -> add(basis, figure));
      Stream.concat(content.findings().better().stream(), content.findings().worse().stream())
          .forEach(moved -> add(basis, moved));
    }
    content.sections().stream()
        .filter(one -> one.key().equals(section))
        .flatMap(one -> one instanceof Section.Filled filled ? Stream.of(filled) : Stream.empty())
        .forEach(filled -> add(basis, texts, filled));
    return basis;
  }

  private static void add(Map<String, String> basis, ReportTexts texts, Section.Filled section) {
    section.figures().forEach(figure -> add(basis, figure));
    for (BreakdownTable table : section.breakdowns()) {
      Kpis.Breakdown breakdown = table.breakdown();
      List<Kpis.Group> groups = new ArrayList<>(breakdown.groups());
      breakdown.other().ifPresent(groups::add);
      for (Kpis.Group group : groups) {
        for (int i = 0; i < breakdown.kpis().size(); i++) {
          String name = "/" + breakdown.dimension() + "/" + group.name();
          basis.put(breakdown.kpis().get(i).id() + name, number(group.values().get(i)));
        }
      }
    }
    int number = 0;
    for (Exhibit exhibit : section.exhibits()) {
      String twins = ExhibitPicture.of(texts, exhibit, name -> name).panel().twins().toString();
      basis.put(exhibit.lead().id() + "#" + number++, hash(twins));
    }
  }

  private static void add(Map<String, String> basis, KpiFigure figure) {
    basis.put(figure.kpi().id().value(), number(figure.current()));
    figure
        .compared()
        .forEach(
            one ->
                basis.put(
                    figure.kpi().id() + "@" + one.base().comparison().word(), number(one.value())));
  }

  private static void add(Map<String, String> basis, Moved moved) {
    if (moved.driver().isPresent()
        && moved.driver().get() instanceof Moved.Driver.Segment segment) {
      basis.put(
          moved.figure().kpi().id() + DRIVER + segment.dimension() + "/" + segment.group(),
          segment.amount().stripTrailingZeros().toPlainString());
    }
  }

  private static String number(KpiValue value) {
    return value.value().map(found -> found.stripTrailingZeros().toPlainString()).orElse(NOTHING);
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "#" + HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /**
   * A figure that is not what it was.
   *
   * @param kpi empty when nobody defines it any more
   * @param detail of which group; may be empty
   * @param isCompared whether it is the figure of a period that is compared with
   * @param before and now are empty where there was no figure, or where it is a picture's
   */
  public record Change(
      KpiId id,
      Optional<KpiDescriptor> kpi,
      String detail,
      boolean isCompared,
      Optional<BigDecimal> before,
      Optional<BigDecimal> now) {}

  /** What differs, in the order in which it was written down. */
  public static List<Change> changes(
      ReportContent content, Map<String, String> before, Map<String, String> now) {
    List<Change> changes = new ArrayList<>();
    Stream.concat(before.keySet().stream(), now.keySet().stream())
        .distinct()
        .filter(key -> !Objects.equals(before.get(key), now.get(key)))
        // Earlier versions did not say what moved a figure, so nobody wrote of it.
        .filter(key -> before.containsKey(key) || !key.contains(DRIVER))
        .map(key -> change(content, key, before.get(key), now.get(key)))
        .forEach(changes::add);
    return changes;
  }

  private static Change change(ReportContent content, String key, String before, String now) {
    String id = key.replaceFirst("[@/#].*", "");
    String detail = key.substring(id.length()).replaceFirst("^(@driver)?/[^/]*/|^[@#].*", "");
    return new Change(
        new KpiId(id),
        content.glossary().stream().filter(kpi -> kpi.id().value().equals(id)).findFirst(),
        detail,
        key.contains("@") && detail.isEmpty(),
        read(before),
        read(now));
  }

  private static Optional<BigDecimal> read(String text) {
    return text == null || text.isEmpty() || text.startsWith("#")
        ? Optional.empty()
        : Optional.of(new BigDecimal(text));
  }
}
