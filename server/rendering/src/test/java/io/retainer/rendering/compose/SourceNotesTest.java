package io.retainer.rendering.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.retainer.model.fact.Coverage;
import io.retainer.model.fact.Coverage.Extent;
import io.retainer.model.kpi.Direction;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiKind;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.report.SourceNote;
import io.retainer.rendering.Samples;
import io.retainer.rendering.overview.SourceText;
import io.retainer.spi.DateSpan;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which account of a source brought which days, told without saying two things of one. */
class SourceNotesTest {

  private static final DateSpan OCTOBER = Samples.OCTOBER.span();

  private static KpiFigure sessions(Coverage coverage) {
    var kpi =
        new KpiDescriptor(
            new KpiId("web.sessions"),
            "1",
            KpiKind.FLOW,
            KpiUnit.COUNT,
            Direction.HIGHER,
            Map.of("en", "Sessions"),
            Map.of(),
            "web_traffic",
            "",
            List.of(),
            0);
    KpiValue ten =
        KpiValue.known(BigDecimal.TEN, Optional.empty(), Optional.empty(), Optional.empty());
    return new KpiFigure(kpi, Samples.OCTOBER, ten, List.of(), coverage);
  }

  private static Coverage ofAlder(List<Coverage.Lack> lacks) {
    var file =
        new Coverage.Input(
            "7", "google-ga4", "Alder", "october.csv", "0".repeat(64), Instant.EPOCH, 31, "1");
    return new Coverage(
            lacks.isEmpty() ? Extent.FULL : Extent.PARTIAL,
            lacks.isEmpty() ? List.of() : List.of(OCTOBER),
            List.of(file),
            Set.of(),
            true,
            Optional.empty())
        .lackedBy(lacks);
  }

  private static List<SourceNote> notes(Coverage coverage) {
    return SourceNotes.of(List.of(sessions(coverage)), id -> "Google Analytics 4");
  }

  /** Exported once without an account and once with it: the second has every day. */
  private static List<SourceNote> withAndWithoutAccount() {
    return notes(ofAlder(List.of(new Coverage.Lack("google-ga4", "", List.of(OCTOBER)))));
  }

  @Test
  void theDaysThatOneAccountLacksAreNotMissingOfTheOther() {
    assertThat(withAndWithoutAccount())
        .extracting(SourceNote::account, SourceNote::extent, SourceNote::missing)
        .containsExactly(
            tuple("", Extent.PARTIAL, List.of(OCTOBER)), tuple("Alder", Extent.FULL, List.of()));
    assertThat(withAndWithoutAccount().get(0).files()).isEmpty();
    assertThat(withAndWithoutAccount().get(1).files()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "en, no account named",
    "ru, аккаунт не указан",
    "be, акаўнт не ўказаны",
    "fi, tiliä ei ole nimetty"
  })
  void theOneWithoutAnAccountIsNamedInWordsBesideAnother(String language, String words) {
    var texts =
        Samples.templates().named("monthly-performance").texts(Locale.forLanguageTag(language));

    assertThat(withAndWithoutAccount())
        .extracting(note -> SourceText.of(texts, note, ZoneOffset.UTC).title())
        .satisfiesExactly(
            title -> assertThat(title).endsWith("Google Analytics 4 (" + words + ")"),
            title -> assertThat(title).endsWith("Google Analytics 4 (Alder)"));
  }

  @Test
  void aSourceAloneIsNotSaidToNameNoAccount() {
    assertThat(notes(ofAlder(List.of()))).extracting(SourceNote::beside).containsExactly(false);
  }
}
