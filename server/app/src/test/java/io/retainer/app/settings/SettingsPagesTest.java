package io.retainer.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.RenderedPage;
import io.retainer.app.TestHome;
import io.retainer.app.shell.Account;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Texts;
import io.retainer.app.shell.Visit;
import io.retainer.workspace.configuration.Configuration;
import io.retainer.workspace.configuration.Setting;
import io.retainer.workspace.configuration.SettingCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsPagesTest {

  @TempDir private Path folder;

  private TestHome home;

  @BeforeEach
  void open() {
    home = new TestHome(folder, Clock.systemUTC());
  }

  @AfterEach
  void close() {
    home.close();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everySettingStandsThereInTheReadersWords(Language language) throws IOException {
    String html = html(started("retainer.mail.host = mail.agency.example"), language);

    assertThat(SettingCatalogue.load().all())
        .extracting(Setting::key)
        .allSatisfy(key -> assertThat(html).contains(">" + key + "<"));
    assertThat(html)
        .contains("mail.agency.example", Texts.in(language).text("settings.origin.file"));
  }

  @Test
  void noSecretIsShownWhereverItStands() throws IOException {
    Path kept = Files.writeString(folder.resolve("oidc"), "kept-apart");
    String html =
        html(
            started(
                "retainer.mail.password = in-the-file",
                "retainer.oidc.client-secret-file = " + kept,
                "retainer.traces.url = https://tracer:in-the-address@traces.example/v1?key=asked"),
            Language.EN);

    assertThat(html)
        .doesNotContain("in-the-file", "kept-apart", "in-the-address", "key=asked")
        .contains("Set, not shown", "A file of its own", "https://…@traces.example/v1?…");
  }

  @Test
  void whatIsWrittenAfterTheStartIsToldToNeedARestart() throws IOException {
    SettingsPages pages = started("retainer.mail.host = old.example");
    write("retainer.mail.host = new.example", "retainer.imports.keep-files = 400");

    List<SettingLine> lines =
        pages.board().groups().values().stream().flatMap(List::stream).toList();
    assertThat(lines)
        .filteredOn(SettingLine::isChanged)
        .singleElement()
        .satisfies(line -> assertThat(line.value()).contains("old.example"));
    assertThat(lines)
        .filteredOn(line -> line.key().equals("retainer.imports.keep-files"))
        .singleElement()
        .satisfies(line -> assertThat(line.value()).contains("400"));
    assertThat(html(pages, Language.EN)).contains("Needs a restart").doesNotContain("new.example");
  }

  @Test
  void aFileThatCannotBeReadIsSaidAndTakesNothingAway() throws IOException {
    SettingsPages pages = started("retainer.mail.host = old.example");
    write("retainer.mail.host = \\u00zz");

    assertThat(pages.board().isReadable()).isFalse();
    assertThat(html(pages, Language.EN)).contains("old.example", "cannot be read");
  }

  private SettingsPages started(String... lines) throws IOException {
    write(lines);
    return new SettingsPages(home.workspace(), new Pages());
  }

  private void write(String... lines) throws IOException {
    Files.write(folder.resolve(Configuration.FILE), List.of(lines));
  }

  private static String html(SettingsPages pages, Language language) {
    var owner = new Account("1", "maria", Role.OWNER);
    var visit = new Visit(Optional.of(owner), language, Visit.Theme.SYSTEM, "c", "/settings");
    Texts texts = Texts.in(language);
    var page = new Page(visit, texts, Page.Section.SETTINGS, texts.text("settings.title"));
    return RenderedPage.html(page, "settings.jte", pages.board());
  }
}
