package io.retainer.app.shell;

import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.time.Period;
import io.retainer.rendering.words.ColumnWords;
import io.retainer.rendering.words.Formats;
import io.retainer.spi.DateSpan;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What every page has: its visitor, its words and its way of writing dates and numbers.
 *
 * @param section which entry of the navigation is current
 * @param title in the visitor's language
 */
public record Page(Visit visit, Texts texts, Section section, String title) {

  private static final int PERIODS_NAMED = 6;

  private static final Set<Section> OF_OWNERS =
      Set.of(Section.ACCESS, Section.AUDIT, Section.SETTINGS);

  /** The entries of the navigation. */
  public enum Section {
    HOME("/"),
    CLIENTS("/clients"),
    UPLOADS("/uploads"),
    INBOX("/inbox"),
    REPORTS("/reports"),
    SCHEDULES("/schedules"),
    OPERATIONS("/operations"),
    DELIVERIES("/deliveries"),
    KPIS("/kpis"),
    CONNECTORS("/connectors"),
    ACCESS("/access"),
    AUDIT("/audit"),
    SETTINGS("/settings"),
    /** Pages outside the navigation. */
    NONE("");

    private final String path;

    Section(String path) {
      this.path = path;
    }

    public String path() {
      return path;
    }

    public String textKey() {
      return "nav." + name().toLowerCase(Locale.ROOT);
    }
  }

  /** The entries this visitor may open. */
  public List<Section> navigation() {
    return Arrays.stream(Section.values())
        .filter(entry -> entry != Section.NONE)
        .filter(entry -> !OF_OWNERS.contains(entry) || visit.isOwner())
        .filter(entry -> entry != Section.INBOX || visit.mayManage() && !visit.isLimited())
        .filter(entry -> entry == Section.REPORTS || visit.looks())
        .toList();
  }

  /** The address of a file of the pages; it changes when the files do. */
  public String asset(String name) {
    return "/assets/" + Assets.VERSION + "/" + name;
  }

  public String theme() {
    return visit.theme().name().toLowerCase(Locale.ROOT);
  }

  public String colorScheme() {
    return visit.theme() == Visit.Theme.SYSTEM ? "light dark" : theme();
  }

  /** What the switch of the look offers. */
  public String otherTheme() {
    return visit.theme() == Visit.Theme.DARK ? "light" : "dark";
  }

  public String text(String key, Object... arguments) {
    return texts.text(key, arguments);
  }

  public boolean has(String key) {
    return texts.has(key);
  }

  /** What the server said in English, in the visitor's language where that is known. */
  public String told(String english) {
    return Told.orAsIs(visit.language(), english);
  }

  /** Whether {@link #told} is in the visitor's language. */
  public boolean knows(String english) {
    return Told.isKnown(visit.language(), english);
  }

  public String number(long number) {
    return NumberFormat.getIntegerInstance(visit.language().locale()).format(number);
  }

  public String number(BigDecimal number) {
    NumberFormat format = NumberFormat.getNumberInstance(visit.language().locale());
    format.setMaximumFractionDigits(4);
    return format.format(number);
  }

  public String numberOrNone(Optional<BigDecimal> number) {
    return number.map(this::number).orElse("–");
  }

  public String date(LocalDate date) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
        .withLocale(visit.language().locale())
        .format(date);
  }

  public String month(YearMonth month) {
    return period(Period.month(month));
  }

  /** The same page under a title of its own. */
  public Page titled(String other) {
    return new Page(visit, texts, section, other);
  }

  public String period(Period period) {
    return Formats.of(visit.language().locale()).periodTitle(period);
  }

  /** A period's name as it stands inside of a sentence. */
  public String periodWithin(Period period) {
    return Formats.of(visit.language().locale()).period(period);
  }

  /** The first few by name, the others by their number. */
  public String periods(List<Period> periods) {
    String named =
        periods.stream()
            .limit(PERIODS_NAMED)
            .map(this::periodWithin)
            .collect(Collectors.joining(", "));
    int others = periods.size() - PERIODS_NAMED;
    return others > 0 ? text("schedules.skips-more", named, number(others)) : named;
  }

  /**
   * @param code of ISO 3166, like FI
   */
  public String country(String code) {
    return new Locale.Builder()
        .setRegion(code)
        .build()
        .getDisplayCountry(visit.language().locale());
  }

  public String language(Locale locale) {
    return Language.tagged(locale.getLanguage())
        .map(Language::ownName)
        .orElseGet(() -> locale.getDisplayLanguage(visit.language().locale()));
  }

  /** What a dataset holds, in words. */
  public String dataset(String name) {
    return Formats.of(visit.language().locale()).dataset(name);
  }

  /** The name of a source: its own, unless the language has a word for it. */
  public String source(String id, String title) {
    return Formats.of(visit.language().locale()).source(id, title);
  }

  /** The unit of a KPI's values, in words. */
  public String unit(KpiUnit unit) {
    return Formats.of(visit.language().locale()).words().text("unit.name." + unit.name());
  }

  /** A column in words, with the name by which mappings and scripts know it. */
  public String column(String dataset, String name) {
    String title = columnTitle(dataset, name);
    return title.equals(name) ? name : title + " (" + name + ")";
  }

  /** A dataset's column as reports on imports name it, with a dot between. */
  public String metric(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? column("", name) : column(name.substring(0, dot), name.substring(dot + 1));
  }

  /** How a column of a dataset is headed. */
  public String columnTitle(String dataset, String name) {
    return ColumnWords.of(visit.language().locale()).title(dataset, name);
  }

  /** What a column's title does not say. */
  public Optional<String> columnMeaning(String dataset, String name) {
    return ColumnWords.of(visit.language().locale()).meaning(dataset, name);
  }

  /** The account of a source, in words where its files name none. */
  public String account(String source, String account) {
    return Formats.of(visit.language().locale()).account(source, account);
  }

  public String days(Optional<DateSpan> span) {
    return span.map(days -> date(days.start()) + " – " + date(days.lastDay())).orElse("–");
  }

  /** A moment, in the zone where it matters and with its short name. */
  public String time(Instant instant, ZoneId zone) {
    return Moments.of(visit.language().locale(), instant, zone);
  }

  public String size(long bytes) {
    if (bytes < 1024 * 1024) {
      return text("size.kilobytes", number(Math.max(1, bytes / 1024)));
    }
    return text("size.megabytes", number(bytes / (1024 * 1024)));
  }
}
