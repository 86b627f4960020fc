package io.retainer.app.audit;

import io.retainer.model.client.ClientId;
import io.retainer.model.report.commentary.SectionCommentary;
import io.retainer.rendering.brand.BrandFiles;
import io.retainer.warehouse.imports.Mappings;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.brand.BrandOwner;
import io.retainer.workspace.brand.OwnBrand;
import java.awt.Color;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an operation may change that is no value of the state database, or one that only its owner
 * reads: brands, parameters of KPI scripts, mappings and what people wrote into reports. Fields and
 * values are those of {@link AuditedPlace}.
 */
public final class HomeValues {

  private static final Pattern PARAMETERS = place("clients/([^/]+)(?:/parameters)?");
  private static final Pattern WORDS = place("clients/([^/]+)/words(?:/.*)?");
  private static final Pattern BRAND = place("clients/([^/]+)/brand(?:/.*)?");
  private static final Pattern AGENCY_BRAND = place("brand(?:/.*)?");
  private static final Pattern MAPPINGS = place("mappings(?:/.*)?");

  private static final Logger LOG = LoggerFactory.getLogger(HomeValues.class);

  private static final String THERE = "yes";

  private final Workspace workspace;

  public HomeValues(Workspace workspace) {
    this.workspace = workspace;
  }

  private static Pattern place(String path) {
    return Pattern.compile("/(?:api/v1/)?" + path);
  }

  /**
   * @param path encoded, without host and query
   * @return nothing where a file is damaged: what it held is not known, and it may be mended by
   *     just this operation
   */
  public Map<String, String> at(String path) {
    try {
      return read(path);
    } catch (UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
      LOG.warn("What may change at {} could not be read", path, e);
      return Map.of();
    }
  }

  private Map<String, String> read(String path) {
    Map<String, String> values = new TreeMap<>();
    client(PARAMETERS, path)
        .ifPresent(
            client ->
                workspace
                    .parameters()
                    .of(client)
                    .forEach((name, value) -> values.put("parameter\t" + name, value)));
    client(WORDS, path).ifPresent(client -> putWords(client, values));
    client(BRAND, path).ifPresent(client -> putBrand(BrandOwner.of(client), values));
    if (AGENCY_BRAND.matcher(path).matches()) {
      putBrand(BrandOwner.AGENCY, values);
    }
    if (MAPPINGS.matcher(path).matches()) {
      for (Mappings.Saved mapping : workspace.imports().mappings().all()) {
        values.put("mapping\t" + mapping.name(), settings(mapping.text()));
      }
    }
    return values;
  }

  /** Empty for what is no client's id: nothing was changed there. */
  private static Optional<ClientId> client(Pattern pattern, String path) {
    Matcher found = pattern.matcher(path);
    if (!found.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new ClientId(found.group(1)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private void putBrand(BrandOwner owner, Map<String, String> values) {
    OwnBrand own = workspace.brands().own(owner);
    own.agency().ifPresent(name -> values.put("brand\tagency", name));
    own.primary().ifPresent(color -> values.put("brand\tprimary", hex(color)));
    own.accent().ifPresent(color -> values.put("brand\taccent", hex(color)));
    for (BrandFiles file : own.files()) {
      values.put("brand\t" + file.word(), THERE);
    }
  }

  private static String hex(Color color) {
    return "#%06x".formatted(color.getRGB() & 0xffffff);
  }

  private void putWords(ClientId client, Map<String, String> values) {
    workspace
        .commentaries()
        .inForce(client)
        .forEach(
            (report, sections) ->
                sections.forEach(
                    (section, words) ->
                        values.put(
                            String.join(
                                "\t",
                                "words",
                                report.report(),
                                report.period().toString(),
                                report.language(),
                                section),
                            text(words))));
  }

  /** What is said, in the order of the page; a sentence that is left out stands in brackets. */
  private static String text(SectionCommentary words) {
    Stream<String> findings =
        words.findings().values().stream()
            .map(one -> one.isLeftOut() ? "[" + one.said() + "]" : one.text());
    return Stream.concat(
            Stream.of(words.above().text()),
            Stream.concat(findings, Stream.of(words.below().text())))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" / "));
  }

  /** What a mapping says, without the comments about how mappings are written. */
  private static String settings(String yaml) {
    return yaml.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#") && !line.endsWith(":"))
        .collect(Collectors.joining("; "));
  }
}
