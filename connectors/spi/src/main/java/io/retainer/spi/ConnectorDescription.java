package io.retainer.spi;

import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A connector in words: what pages, command line and documentation show, and nothing else. Written
 * with {@link #of}.
 *
 * @param id kebab-case, unique and stable: it is stored with every row the connector reads, as the
 *     row's source ({@code google-analytics-4})
 * @param title the platform's own name
 * @param about one or two sentences: what is read
 * @param exports the exports it reads and how to get them, the usual one first
 * @param layouts the layouts it knows, each with what that rests on
 * @param refused files of the platform that it tells apart and refuses, and why
 * @param tables the canonical datasets it fills, and with what
 * @param languages of the headings it knows
 * @param optionalHeadings headings, as they stand in a sample, without which a file is read as well
 * @param settings what a user may tell it, beside the account and the days
 * @param notes what a user has to know of the numbers
 */
public record ConnectorDescription(
    String id,
    String title,
    String about,
    List<Export> exports,
    List<Layout> layouts,
    List<String> refused,
    List<Table> tables,
    List<Language> languages,
    List<String> optionalHeadings,
    List<Setting> settings,
    List<String> notes) {

  /**
   * An export as the platform calls it.
   *
   * @param how the way to it, click by click
   */
  public record Export(String name, String how) {}

  /** One form that files of the platform have. */
  public record Layout(String name, Evidence evidence) {}

  /**
   * A canonical dataset that is filled.
   *
   * @param dataset its name, see {@link Datasets}
   * @param from what its rows are in the export
   */
  public record Table(String dataset, String from) {
    public Table {
      Datasets.named(dataset);
    }
  }

  /**
   * A language of headings.
   *
   * @param tag BCP 47, {@code pt-BR}
   */
  public record Language(String tag, Evidence evidence) {
    public Language {
      try {
        new Locale.Builder().setLanguageTag(tag);
      } catch (IllformedLocaleException e) {
        throw new IllegalArgumentException(
            "A language is written as a tag like \"fi\" or \"pt-BR\", saw \"" + tag + "\"", e);
      }
    }

    /** Its name in English. */
    public String english() {
      return in(Locale.ENGLISH);
    }

    /** Its name in a reader's language. */
    public String in(Locale reader) {
      return Locale.forLanguageTag(tag).getDisplayName(reader);
    }
  }

  /**
   * What a user may tell the connector, handed over in {@link ReadSettings#values()}.
   *
   * @param name kebab-case
   * @param meaning in words, for a form
   * @param isSecret is shown to nobody once it is set
   * @param byDefault what is taken when it is not set
   */
  public record Setting(
      String name, String meaning, ColumnType type, boolean isSecret, Optional<String> byDefault) {
    public Setting {
      kebab("setting's name", name);
    }
  }

  public ConnectorDescription {
    kebab("connector id", id);
    exports = List.copyOf(exports);
    layouts = List.copyOf(layouts);
    refused = List.copyOf(refused);
    tables = List.copyOf(tables);
    languages = List.copyOf(languages);
    optionalHeadings = List.copyOf(optionalHeadings);
    settings = List.copyOf(settings);
    notes = List.copyOf(notes);
  }

  /** Begins a description; the rest is said word by word, and {@code build()} ends it. */
  public static DescriptionBuilder of(String id, String title) {
    return new DescriptionBuilder(id, title);
  }

  /** Names of the canonical datasets it fills. */
  public List<String> datasets() {
    return tables.stream().map(Table::dataset).distinct().toList();
  }

  private static void kebab(String what, String name) {
    if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("A " + what + " is kebab-case, saw \"" + name + "\"");
    }
  }
}
