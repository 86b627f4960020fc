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
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The form that adds a client. */
class ClientsPagesTest {

  private static final Map<String, String> BIRCH =
      Map.of("id", "birch", "name", "Birch Oy", "zone", "Europe/Helsinki", "currency", "EUR");

  private static final Visit ANNA =
      new Visit(
          Optional.of(new Account("anna", "Anna", Role.MANAGER)),
          Language.FI,
          Visit.Theme.SYSTEM,
          "",
          "/");

  @TempDir private Path folder;
  private TestHome home;
  private ClientsPages pages;

  @BeforeEach
  void open() {
    home = new TestHome(folder, new SettableClock("2026-11-02T08:00:00Z"));
    pages = new ClientsPages(home.workspace(), new Pages());
  }

  @AfterEach
  void close() {
    home.close();
  }

  private static SecurityContext security() {
    return new Visitor(ANNA);
  }

  private Response sent(Map<String, String> other) {
    Map<String, String> fields = new LinkedHashMap<>(BIRCH);
    fields.put("locale", "fi");
    fields.putAll(other);
    String body =
        fields.entrySet().stream()
            .map(
                each ->
                    each.getKey()
                        + "="
                        + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return pages.create(body, security());
  }

  private boolean isThere(String id) {
    return home.workspace().clients().find(new ClientId(id)).isPresent();
  }

  @Test
  void aNewClientIsWhereMostOfTheOthersAreAndTheFirstOneWhereTheBrowserIs() {
    assertThat(pages.blank(security()).getEntity().toString())
        .contains("name=\"zone\" value=\"Europe/Helsinki\"");

    home.state().useHandle(handle -> handle.execute("delete from client"));
    assertThat(pages.blank(security()).getEntity().toString())
        .contains("name=\"zone\" value=\"\"", "data-own-zone");
  }

  @Test
  void aNewClientSpeaksTheLanguageOfMostOthersAndTheFirstOneThatOfTheReader() {
    Client shop = TestHome.SHOP;
    home.workspace()
        .clients()
        .change(
            new Client(
                shop.id(), shop.name(), shop.zone(), Locale.forLanguageTag("be"), shop.currency()));
    assertThat(pages.blank(security()).getEntity().toString())
        .contains("<option value=\"be\" selected");

    home.state().useHandle(handle -> handle.execute("delete from client"));
    assertThat(pages.blank(security()).getEntity().toString())
        .contains("<option value=\"fi\" selected");
  }

  @Test
  void theListOfZonesIsSearchedByCityByNameAndByDistanceFromUtc() {
    assertThat(ZoneChoices.in(Locale.forLanguageTag("fi"), home.workspace().clock().instant()))
        .anySatisfy(
            zone -> {
              assertThat(zone.id()).isEqualTo("Europe/Helsinki");
              assertThat(zone.label()).startsWith("UTC+02:00 · ").containsIgnoringCase("euroop");
            })
        .noneMatch(zone -> zone.id().startsWith("Etc/") || zone.id().startsWith("US/"));
  }

  @Test
  void whatIsWrongIsSaidAtItsFieldInTheReadersLanguage() {
    Response refused = sent(Map.of("zone", "Helsinki", "currency", "ABC", "settings", "nobodys=1"));

    assertThat(refused.getStatus()).isEqualTo(422);
    for (String field : new String[] {"zone", "currency", "settings"}) {
      assertThat(refused.getEntity().toString())
          .contains("aria-describedby=\"" + field + "-wrong\"", "id=\"" + field + "-wrong\"");
    }
    assertThat(refused.getEntity().toString())
        .contains("”Helsinki” ei ole aikavyöhyke", "”ABC” ei ole valuutta")
        .doesNotContain("name-wrong");
    assertThat(isThere("birch")).isFalse();
  }

  @Test
  void aSettingThatCannotBeUsedLeavesNoClientBehind() {
    assertThat(sent(Map.of("settings", "nobodys=1")).getStatus()).isEqualTo(422);
    assertThat(isThere("birch")).isFalse();
    assertThat(sent(Map.of("settings", "")).getStatus()).isEqualTo(303);
    assertThat(sent(Map.of()).getEntity().toString())
        .contains("id=\"id-wrong\"", "”birch” on jo olemassa");
  }
}
