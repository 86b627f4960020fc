package io.retainer.spi;

import io.retainer.spi.ConnectorDescription.Export;
import io.retainer.spi.ConnectorDescription.Language;
import io.retainer.spi.ConnectorDescription.Layout;
import io.retainer.spi.ConnectorDescription.Setting;
import io.retainer.spi.ConnectorDescription.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes a {@link ConnectorDescription}. Everything but {@link #about} may be said several times.
 *
 * <pre>{@code
 * ConnectorDescription.of("acme-mail", "Acme Mail")
 *     .about("Sent mailings with opens and clicks.")
 *     .export("mailings.csv", "Open Reports, Mailings, and press Download.")
 *     .layout("mailings.csv of 2024 and later", Evidence.SEEN)
 *     .fills(Datasets.EMAIL_CAMPAIGNS, "each mailing that was sent")
 *     .languages(Evidence.SEEN, "en", "fi")
 *     .canLiveWithout("Unsubscribed")
 *     .note("Times are on the account's clock.")
 *     .build();
 * }</pre>
 */
public final class DescriptionBuilder {

  private final String id;
  private final String title;
  private String about = "";
  private final List<Export> exports = new ArrayList<>();
  private final List<Layout> layouts = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();
  private final List<Table> tables = new ArrayList<>();
  private final List<Language> languages = new ArrayList<>();
  private final List<String> optionalHeadings = new ArrayList<>();
  private final List<Setting> settings = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  DescriptionBuilder(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** One or two sentences: what is read. */
  public DescriptionBuilder about(String sentences) {
    about = sentences;
    return this;
  }

  /** An export as the platform calls it, and the way to it, click by click. */
  public DescriptionBuilder export(String name, String how) {
    exports.add(new Export(name, how));
    return this;
  }

  /** A form that files of the platform have, and what that is known from. */
  public DescriptionBuilder layout(String name, Evidence evidence) {
    layouts.add(new Layout(name, evidence));
    return this;
  }

  /** A file of the platform that is told apart and refused, and why. */
  public DescriptionBuilder refuses(String file) {
    refused.add(file);
    return this;
  }

  /** A dataset that is filled, and what its rows are in the export. */
  public DescriptionBuilder fills(Dataset dataset, String from) {
    tables.add(new Table(dataset.name(), from));
    return this;
  }

  /**
   * Languages of the headings, and what they are known from.
   *
   * @param tags BCP 47, {@code fi} or {@code pt-BR}
   */
  public DescriptionBuilder languages(Evidence evidence, String... tags) {
    for (String tag : tags) {
      languages.add(new Language(tag, evidence));
    }
    return this;
  }

  /**
   * Headings without which a file is read as well. The contract test takes each of them out of the
   * samples that have it, so write them as they stand there.
   */
  public DescriptionBuilder canLiveWithout(String... headings) {
    optionalHeadings.addAll(List.of(headings));
    return this;
  }

  /** Something a user may tell, without a value that is taken otherwise. */
  public DescriptionBuilder setting(String name, String meaning, ColumnType type) {
    settings.add(new Setting(name, meaning, type, false, Optional.empty()));
    return this;
  }

  /** Something a user may tell, and what is taken otherwise. */
  public DescriptionBuilder setting(
      String name, String meaning, ColumnType type, String byDefault) {
    settings.add(new Setting(name, meaning, type, false, Optional.of(byDefault)));
    return this;
  }

  /** A password or key: shown to nobody once it is set. */
  public DescriptionBuilder secret(String name, String meaning) {
    settings.add(new Setting(name, meaning, ColumnType.TEXT, true, Optional.empty()));
    return this;
  }

  /** What a user has to know of the numbers. */
  public DescriptionBuilder note(String sentence) {
    notes.add(sentence);
    return this;
  }

  /**
   * @throws IllegalArgumentException naming what is not as it has to be
   */
  public ConnectorDescription build() {
    return new ConnectorDescription(
        id,
        title,
        about,
        exports,
        layouts,
        refused,
        tables,
        languages,
        optionalHeadings,
        settings,
        notes);
  }
}
