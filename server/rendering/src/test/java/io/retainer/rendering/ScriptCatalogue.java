package io.retainer.rendering;

import io.retainer.model.kpi.Direction;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiKind;
import io.retainer.model.kpi.KpiUnit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The KPIs of this checkout, with their real names in each language, as far as a line of their
 * script tells: rendering does not know the engine that reads them in full.
 */
final class ScriptCatalogue {

  private static final Pattern KPI = Pattern.compile("(?m)^kpi\\('([a-z0-9.-]+)'\\) \\{$");
  private static final Pattern WORDS = Pattern.compile("\\b(en|ru|be|fi): '((?:[^'\\\\]|\\\\.)*)'");

  private ScriptCatalogue() {}

  static Map<KpiId, KpiDescriptor> read() {
    Map<KpiId, KpiDescriptor> kpis = new LinkedHashMap<>();
    Path folder = Samples.folder().resolveSibling("kpi-scripts");
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".groovy")).sorted().toList()) {
        String script = Files.readString(file);
        Matcher kpi = KPI.matcher(script);
        int end = -1;
        while (kpi.find()) {
          end = script.indexOf("\n}\n", kpi.end());
          String body = script.substring(kpi.end(), end < 0 ? script.length() : end);
          KpiId id = new KpiId(kpi.group(1));
          kpis.put(id, descriptor(id, body));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return kpis;
  }

  private static KpiDescriptor descriptor(KpiId id, String body) {
    KpiUnit unit = KpiUnit.valueOf(setting(body, "unit").orElseThrow().toUpperCase(Locale.ROOT));
    String value = setting(body, "value").orElse("").replaceAll("^\\{ | }$", "");
    KpiKind kind =
        value.contains(" / ") || unit == KpiUnit.PERCENT
            ? KpiKind.RATIO
            : unit == KpiUnit.POSITION ? KpiKind.WMEAN : KpiKind.FLOW;
    return new KpiDescriptor(
        id,
        "0123456789ab",
        id.value().equals("social.followers") ? KpiKind.STOCK : kind,
        unit,
        Direction.valueOf(setting(body, "better").orElseThrow().toUpperCase(Locale.ROOT)),
        words(body, "title"),
        words(body, "about"),
        setting(body, "from").orElse("orders"),
        value,
        setting(body, "by").map(by -> List.of(by.split(", *"))).orElse(List.of()),
        30);
  }

  private static Optional<String> setting(String body, String word) {
    Matcher found = Pattern.compile("(?m)^  " + word + " (.*)$").matcher(body);
    return found.find() ? Optional.of(found.group(1).strip()) : Optional.empty();
  }

  /** A text may go on in further lines, which are indented more. */
  private static Map<String, String> words(String body, String word) {
    Matcher block = Pattern.compile("(?m)^  " + word + " (.*(?:\\n      .*)*)$").matcher(body);
    Map<String, String> words = new LinkedHashMap<>();
    if (block.find()) {
      Matcher text = WORDS.matcher(block.group(1));
      while (text.find()) {
        words.put(text.group(1), text.group(2).replace("\\'", "'"));
      }
    }
    return words;
  }
}
