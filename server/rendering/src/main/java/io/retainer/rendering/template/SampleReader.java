package io.retainer.rendering.template;

import io.retainer.model.kpi.KpiId;
import io.retainer.model.time.Period;
import io.retainer.rendering.template.Definition.Line;
import io.retainer.rendering.template.Sample.Made;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads samples over one another, key by key, and collects everything that is wrong with them. */
final class SampleReader {

  /** Further digits say nothing in an invented number. */
  private static final int LONGEST_NUMBER = 30;

  private final List<String> problems = new ArrayList<>();
  private static final Pattern MADE =
      Pattern.compile("(?:(\\d{1,9}) \\* )?([a-z0-9.-]+) (/|-) ([a-z0-9.-]+)");

  private final Map<KpiId, Line<BigDecimal>> values = new LinkedHashMap<>();
  private final Map<KpiId, Line<Made>> made = new LinkedHashMap<>();
  private final Map<String, List<String>> groups = new LinkedHashMap<>();
  private final Map<KpiId, Line<String>> targets = new LinkedHashMap<>();
  private String client = "Sample client";
  private Currency currency = Currency.getInstance("EUR");
  private Period period = Period.parse("2026-10");

  private SampleReader() {}

  /** A text and where it stands. */
  record Source(String file, String text) {}

  /** The files that a template's sample is read from, the one that overrides last. */
  static List<Source> sources(String template, LayeredFiles files) {
    List<Source> sources = new ArrayList<>();
    for (String folder : List.of(Style.FOLDER, template)) {
      String file = folder + "/" + Sample.FILE;
      files.all(file).forEach(text -> sources.add(new Source(file, text)));
    }
    return sources;
  }

  static Sample read(List<Source> sources) {
    SampleReader reader = new SampleReader();
    sources.forEach(reader::add);
    reader.refusePartsThatAreMade();
    if (!reader.problems.isEmpty()) {
      throw new TemplateException(reader.problems);
    }
    return new Sample(
        reader.client,
        reader.currency,
        reader.period,
        reader.values,
        reader.made,
        reader.groups,
        reader.targets);
  }

  private void add(Source source) {
    YamlLines yaml = YamlLines.read(source.file(), source.text(), problems);
    yaml.allow("client", "currency", "period", "values", "groups", "targets");
    yaml.child("client").flatMap(line -> read(line, word -> word)).ifPresent(it -> client = it);
    yaml.child("currency")
        .flatMap(line -> read(line, SampleReader::currency))
        .ifPresent(it -> currency = it);
    yaml.child("period").flatMap(line -> read(line, Period::parse)).ifPresent(it -> period = it);
    Map<KpiId, Line<Said>> said = new LinkedHashMap<>();
    eachKpi(yaml, "values", Said::of, said);
    said.forEach(this::keep);
    eachKpi(yaml, "targets", word -> word, targets);
    yaml.child("groups")
        .ifPresent(
            found ->
                found
                    .children()
                    .forEach((dimension, names) -> groups.put(dimension, names(dimension, names))));
  }

  private <T> void eachKpi(
      YamlLines yaml, String key, Function<String, T> reading, Map<KpiId, Line<T>> into) {
    yaml.child(key)
        .ifPresent(
            found ->
                found
                    .children()
                    .forEach(
                        (id, line) ->
                            read(line, any -> new KpiId(id))
                                .ifPresent(
                                    kpi ->
                                        read(line, reading)
                                            .ifPresent(
                                                value ->
                                                    into.put(kpi, new Line<>(value, line.at()))))));
  }

  private List<String> names(String dimension, YamlLines yaml) {
    List<String> names =
        yaml.items(dimension).stream()
            .map(item -> read(item, word -> word))
            .flatMap(Optional::stream)
            .toList();
    if (names.isEmpty()) {
      problems.add(yaml.at() + ": \"" + dimension + "\" has no names; leave it out or name some");
    }
    return names;
  }

  private <T> Optional<T> read(YamlLines line, Function<String, T> reading) {
    try {
      return Optional.of(reading.apply(line.scalar()));
    } catch (IllegalArgumentException e) {
      problems.add(line.at() + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  /** A number, or what it is made of. */
  private record Said(Optional<BigDecimal> number, Optional<Made> made) {

    static Said of(String word) {
      Matcher parts = MADE.matcher(word);
      if (parts.matches()) {
        BigDecimal times = new BigDecimal(Optional.ofNullable(parts.group(1)).orElse("1"));
        return new Said(
            Optional.empty(),
            Optional.of(
                new Made(
                    times,
                    new KpiId(parts.group(2)),
                    parts.group(3).equals("/"),
                    new KpiId(parts.group(4)))));
      }
      if (word.length() > LONGEST_NUMBER || !word.matches("-?\\d+(\\.\\d+)?")) {
        throw new IllegalArgumentException(
            "saw \""
                + word
                + "\", expected a number like 12.5, or of which two KPIs it is made, like ads.cost /"
                + " ads.clicks");
      }
      return new Said(Optional.of(new BigDecimal(word)), Optional.empty());
    }
  }

  /** The last file that names a KPI says all of it. */
  private void keep(KpiId kpi, Line<Said> said) {
    values.remove(kpi);
    made.remove(kpi);
    said.value().number().ifPresent(number -> values.put(kpi, new Line<>(number, said.at())));
    said.value().made().ifPresent(parts -> made.put(kpi, new Line<>(parts, said.at())));
  }

  /** What is made of such a part could lead back to where it began. */
  private void refusePartsThatAreMade() {
    made.forEach(
        (kpi, line) ->
            Stream.of(line.value().first(), line.value().second())
                .filter(made::containsKey)
                .map(
                    part ->
                        line.at()
                            + ": "
                            + kpi
                            + " is made of "
                            + part
                            + ", which is made of others itself; write a number for one of them")
                .forEach(problems::add));
  }

  private static Currency currency(String word) {
    try {
      return Currency.getInstance(word);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "saw \"" + word + "\", expected a currency by its three letters, like EUR", e);
    }
  }
}
