package io.retainer.app.composing;

import io.retainer.app.shell.Language;
import io.retainer.app.shell.Page;
import io.retainer.model.client.Client;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.time.Comparison;
import io.retainer.rendering.template.Composition;
import io.retainer.rendering.template.Composition.Part;
import io.retainer.rendering.template.OverrideText;
import io.retainer.rendering.template.OwnSection;
import io.retainer.rendering.template.SectionMistake;
import io.retainer.rendering.template.SectionWords;
import io.retainer.rendering.template.Shape;
import io.retainer.rendering.template.TemplateChanges.Change;
import io.retainer.workspace.composing.ReportVersion;
import io.retainer.workspace.composing.ReportVersions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A report that is being composed, as a page shows it.
 *
 * @param title by which its readers know it
 * @param form what was typed
 * @param names of the KPIs there are, in the reader's language
 * @param titles of the sections, by key
 * @param languages of sections' words, that of the client's reports first
 * @param changes what it would change of the version in force; empty as long as nobody asked
 * @param problems what to correct, each in its own words
 * @param mistakes what to correct in sections of the client's own
 * @param added the section that was just added; empty when none was
 * @param inForce the text of the client's version
 */
public record Composing(
    Client client,
    String report,
    String title,
    CompositionForm form,
    KpiNames names,
    Map<String, String> titles,
    List<Language> languages,
    Optional<List<Change>> changes,
    List<String> problems,
    List<SectionMistake> mistakes,
    String added,
    List<ReportVersion> versions,
    String inForce) {

  public Composition composition() {
    return form.composition();
  }

  public String basis() {
    return ReportVersions.basis(inForce);
  }

  /** Older ones may read alike, and the file may have been edited since. */
  public boolean isInForce(ReportVersion version) {
    return version == versions.get(0) && version.text().equals(inForce);
  }

  public String path() {
    return "/clients/" + client.id().value() + "/templates";
  }

  /** Where the form goes to, and which section the browser shows then. */
  public String pathTo(String section) {
    return path() + "/" + report + "#section." + section;
  }

  public List<String> comparisons() {
    return Arrays.stream(Comparison.values()).map(Comparison::word).toList();
  }

  /** What a report is compared with in a place, if anything. */
  public String compared(int place) {
    return place < composition().compare().size() ? composition().compare().get(place) : "";
  }

  /** Names of KPIs to choose from, with their ids. */
  public Map<String, String> choices() {
    return names.choices();
  }

  /** A figure as its field shows it. */
  public String label(String kpi) {
    return names.label(kpi);
  }

  /** The key of what is wrong with a figure; empty when nothing is. */
  public String problem(String kpi) {
    return kpi.isEmpty() || names.find(kpi).isPresent()
        ? ""
        : names.isAmbiguous(kpi) ? "composing.several" : "composing.unknown";
  }

  /** The figures with a place for one more. */
  public List<String> withOneMore(List<String> figures) {
    List<String> more = new ArrayList<>(figures);
    more.add("");
    return more;
  }

  /** The same for a new section, which begins with more places. */
  public List<String> places(Part part) {
    List<String> more = withOneMore(part.figures());
    while (more.size() < 3) {
      more.add("");
    }
    return more;
  }

  /** Which part of the report a change is about. */
  public String what(Page page, Change change) {
    return words(page).what(change.subject());
  }

  /** What a part was, or is to be; a dash where there was nothing. */
  public String said(Page page, Change change, Optional<String> value) {
    return value.map(text -> words(page).value(change.subject(), text)).orElse("–");
  }

  private PartWords words(Page page) {
    Locale reader = page.visit().language().locale();
    return new PartWords(page, key -> heading(key, reader), names::label);
  }

  private String heading(String key, Locale reader) {
    return composition().sections().stream()
        .filter(part -> part.key().equals(key))
        .map(part -> heading(part, reader))
        .filter(title -> !title.isEmpty())
        .findFirst()
        .orElse(titles.getOrDefault(key, key));
  }

  /** The language of a heading that is not in the reader's; empty where it is. */
  public Optional<String> languageOfHeading(Part part, Locale reader) {
    return part.own()
        .map(own -> own.words().titles())
        .filter(all -> !all.containsKey(reader.getLanguage()))
        .flatMap(all -> all.keySet().stream().findFirst());
  }

  /** How a section is headed; empty for one that has no title yet. */
  public String heading(Part part, Locale reader) {
    return part.own()
        .flatMap(own -> SectionWords.in(own.words().titles(), reader.getLanguage()))
        .orElse(titles.getOrDefault(part.key(), part.own().isPresent() ? "" : part.key()));
  }

  /** What stands for a title that is not typed, if something does. */
  public String standIn(Part part, OwnSection own) {
    return SectionWords.in(own.words().titles(), languages.get(0).tag())
        .orElse(titles.getOrDefault(part.key(), ""));
  }

  /** The shapes to choose from. */
  public List<Shape> shapes(OwnSection own) {
    return Stream.of(Shape.values())
        .filter(shape -> shape != Shape.WRITTEN || own.shape() == Shape.WRITTEN)
        .toList();
  }

  /** The rows as typed; where nobody typed, those there are. */
  public String rows(Part part, OwnSection own) {
    return form.rows().getOrDefault(part.key(), String.valueOf(own.rows()));
  }

  /** Dimensions that all figures of a section can be cut by, or else the first. */
  public List<String> fitting(Part part) {
    List<KpiDescriptor> kpis =
        part.figures().stream().map(names::find).flatMap(Optional::stream).toList();
    if (kpis.isEmpty()) {
      return List.of();
    }
    List<String> all = new ArrayList<>(kpis.get(0).dimensions());
    kpis.forEach(kpi -> all.retainAll(kpi.dimensions()));
    return all.isEmpty() ? kpis.get(0).dimensions() : all;
  }

  /** The other dimensions there are. */
  public List<String> others(Part part) {
    TreeSet<String> others = new TreeSet<>();
    names
        .choices()
        .values()
        .forEach(id -> names.find(id).ifPresent(kpi -> others.addAll(kpi.dimensions())));
    part.own().map(OwnSection::by).filter(by -> !by.isEmpty()).ifPresent(others::add);
    fitting(part).forEach(others::remove);
    return List.copyOf(others);
  }

  /** What is wrong at a field of a section, in the reader's words; empty when nothing is. */
  public String mistake(Page page, Part part, String field) {
    return mistakes.stream()
        .filter(one -> one.section().equals(part.key()) && one.field().equals(field))
        .findFirst()
        .map(one -> said(page, one))
        .orElse("");
  }

  private String said(Page page, SectionMistake mistake) {
    String kpi = mistake.kpi().map(one -> one.title(page.visit().language().locale())).orElse("");
    return page.text("composing.mistake." + mistake.what(), kpi, page.number(mistake.number()));
  }

  /** What the file says beside all this. */
  public List<String> beyond() {
    return OverrideText.beyond(inForce, composition());
  }

  public boolean hasComments() {
    return OverrideText.hasComments(inForce);
  }
}
