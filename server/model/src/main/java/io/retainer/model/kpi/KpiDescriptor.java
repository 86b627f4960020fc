package io.retainer.model.kpi;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a KPI means.
 *
 * @param version changes with every change of the script's text; printed with the figures
 * @param title by language: en, ru, be, fi; English is always there
 * @param about the definition in words, by language
 * @param dataset where its rows come from
 * @param formula the formula as the script states it
 * @param dimensions dimensions it can be broken down by
 * @param smallBase a denominator below this makes the figure too small to judge
 * @param parameters what a client may choose, by name, with the values in force
 * @param daysCancel whether it is a rate that more days make no larger, as clicks per impression:
 *     it may be compared while days are missing
 */
public record KpiDescriptor(
    KpiId id,
    String version,
    KpiKind kind,
    KpiUnit unit,
    Direction better,
    Map<String, String> title,
    Map<String, String> about,
    String dataset,
    String formula,
    List<String> dimensions,
    long smallBase,
    Map<String, String> parameters,
    boolean daysCancel) {

  public KpiDescriptor {
    title = Map.copyOf(title);
    about = Map.copyOf(about);
    dimensions = List.copyOf(dimensions);
    parameters = Map.copyOf(parameters);
    if (!title.containsKey("en")) {
      throw new IllegalArgumentException("KPI " + id + " has no English title");
    }
  }

  /** A KPI of which no more than its kind is known. */
  public KpiDescriptor(
      KpiId id,
      String version,
      KpiKind kind,
      KpiUnit unit,
      Direction better,
      Map<String, String> title,
      Map<String, String> about,
      String dataset,
      String formula,
      List<String> dimensions,
      long smallBase,
      Map<String, String> parameters) {
    this(
        id,
        version,
        kind,
        unit,
        better,
        title,
        about,
        dataset,
        formula,
        dimensions,
        smallBase,
        parameters,
        kind == KpiKind.RATIO || kind == KpiKind.WMEAN);
  }

  /** A KPI that leaves nothing to the client. */
  public KpiDescriptor(
      KpiId id,
      String version,
      KpiKind kind,
      KpiUnit unit,
      Direction better,
      Map<String, String> title,
      Map<String, String> about,
      String dataset,
      String formula,
      List<String> dimensions,
      long smallBase) {
    this(
        id,
        version,
        kind,
        unit,
        better,
        title,
        about,
        dataset,
        formula,
        dimensions,
        smallBase,
        Map.of());
  }

  /** The same with what was chosen for the parameters that it has. */
  public KpiDescriptor with(Map<String, String> chosen) {
    Map<String, String> inForce = new HashMap<>(parameters);
    inForce.replaceAll(chosen::getOrDefault);
    return new KpiDescriptor(
        id,
        version,
        kind,
        unit,
        better,
        title,
        about,
        dataset,
        formula,
        dimensions,
        smallBase,
        inForce,
        daysCancel);
  }

  public String title(Locale locale) {
    return title.getOrDefault(locale.getLanguage(), title.get("en"));
  }

  public String about(Locale locale) {
    return about.getOrDefault(locale.getLanguage(), about.getOrDefault("en", ""));
  }
}
