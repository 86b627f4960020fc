package io.retainer.app.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.SettableClock;
import io.retainer.app.TestHome;
import io.retainer.app.Visitor;
import io.retainer.app.shell.Account;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.warehouse.imports.Mappings;
import jakarta.ws.rs.core.SecurityContext;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page of the mappings offers, and to whom. */
class MappingPagesTest {

  @Test
  void whoSeesSomeClientsReadsWhoRemovesAMapping(@TempDir Path folder) throws Exception {
    var clock = new SettableClock("2026-11-02T08:00:00Z");
    try (var home = new TestHome(folder, clock)) {
      home.workspace().imports().mappings().save(new Mappings.Saved("till", "title: till"));
      var sketches = new Sketches(home.workspace().home()::unknownTables, file -> true, clock);
      var pages = new MappingPages(home.workspace(), sketches, new Pages());

      assertThat(pages.list(manager(true)).getEntity().toString())
          .contains("somebody who sees all of them")
          .doesNotContain("/mappings/remove");
      assertThat(pages.list(manager(false)).getEntity().toString())
          .contains("/mappings/remove")
          .doesNotContain("somebody who sees all of them");
    }
  }

  private static SecurityContext manager(boolean isLimited) {
    var visit =
        new Visit(
            Optional.of(new Account("id", "olga", Role.MANAGER, isLimited)),
            Language.EN,
            Visit.Theme.SYSTEM,
            "",
            "/");
    return new Visitor(visit);
  }
}
