package io.retainer.app.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.SettableClock;
import io.retainer.app.TestHome;
import io.retainer.app.Visitor;
import io.retainer.app.shell.Account;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.model.kpi.KpiUnit;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParametersPagesTest {

  private static final Visit ANNA =
      new Visit(
          Optional.of(new Account("anna", "Anna", Role.MANAGER)),
          Language.FI,
          Visit.Theme.SYSTEM,
          "",
          "/");

  @TempDir private static Path folder;
  private static TestHome home;
  private static ParametersPages page;

  @BeforeAll
  static void open() {
    home = new TestHome(folder, new SettableClock("2026-11-02T08:00:00Z"));
    page = new ParametersPages(home.workspace(), new Pages());
  }

  @AfterAll
  static void close() {
    home.close();
  }

  private static Response set(String name, String value) {
    return page.set(TestHome.SHOP.id().value(), "name=" + name + "&value=" + value, security());
  }

  private static SecurityContext security() {
    return new Visitor(ANNA);
  }

  private static ParametersPages.Line line(String name) {
    return page.view(TestHome.SHOP, Map.of(), "", ANNA).lines().stream()
        .filter(line -> line.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aValueIsSetShownBesideTheUsualOneAndTakenBack() {
    assertThat(line("notRankedAs").usual()).isEqualTo("101");
    assertThat(line("notRankedAs").kpis()).isNotEmpty();
    assertThat(line("brandTerms").usual()).isEmpty();

    assertThat(set("notRankedAs", "31").getStatus()).isEqualTo(303);
    assertThat(line("notRankedAs").chosen()).contains("31");
    assertThat(line("notRankedAs").usual()).isEqualTo("101");

    assertThat(set("notRankedAs", "").getStatus()).isEqualTo(303);
    assertThat(line("notRankedAs").chosen()).isEmpty();
  }

  @Test
  void aValueIsShownWithWhatItMeasures() {
    assertThat(line("inactiveDays").unit()).contains(KpiUnit.DAYS);
    assertThat(line("discountRate").usual()).isEqualTo("1 %");
    assertThat(line("brandTerms").unit()).isEmpty();

    String shown = page.board(TestHome.SHOP.id().value(), security()).getEntity().toString();
    assertThat(shown).contains("<dt>Yksikkö</dt><dd>päivät</dd>");

    assertThat(set("discountRate", "1.5+%25").getStatus()).isEqualTo(303);
    assertThat(line("discountRate").chosen()).contains("1.5 %");
    assertThat(set("discountRate", "").getStatus()).isEqualTo(303);
  }

  @Test
  void aValueThatMakesADefinitionIllegalIsRefusedAndShownAgain() {
    Response refused = set("notRankedAs", "many");

    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getEntity().toString()).contains("many");
    assertThat(home.workspace().parameters().of(TestHome.SHOP.id())).isEmpty();
    assertThat(set("nobodysWord", "1").getStatus()).isEqualTo(422);
  }
}
