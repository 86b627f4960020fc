package io.retainer.warehouse;

import static io.retainer.warehouse.Desk.ACME;
import static io.retainer.warehouse.Desk.NOW;
import static io.retainer.warehouse.Desk.days;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.client.ClientId;
import io.retainer.model.imports.ImportResult;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Up to which day there is anything, and which files were taken since somebody waited for them. */
class NewestTest {

  private static final String SESSIONS = "table web_traffic columns=sessions";
  private static final Set<ClientId> CLIENTS = Set.of(ACME.id());

  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void open() {
    desk = new Desk(folder);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private LocalDate lastDay() {
    List<Reach> reaches = desk.warehouse.reaches(CLIENTS);
    assertThat(reaches).singleElement().extracting(Reach::client).isEqualTo(ACME.id());
    return reaches.get(0).lastDay();
  }

  @Test
  void nothingReachesNowhere() {
    assertThat(desk.warehouse.reaches(CLIENTS)).isEmpty();
    assertThat(desk.warehouse.reaches(Set.of())).isEmpty();
  }

  @Test
  void theLastDayOfAllTablesOfASourceAndNotOfTheLatestImport() {
    desk.accepted(SESSIONS, days("2026-10-01", "2026-10-20", "5"));
    desk.accepted(SESSIONS, days("2026-09-01", "2026-09-30", "5"));

    assertThat(lastDay()).isEqualTo(LocalDate.of(2026, 10, 20));
  }

  @Test
  void aSourceThatSaysItHadNothingReachesThereToo() {
    desk.accepted(SESSIONS + " period=2026-10-01..2026-10-31", "2026-10-03|5");

    assertThat(lastDay()).isEqualTo(LocalDate.of(2026, 10, 31));
  }

  @Test
  void whatWasUndoneReachesNowhere() {
    desk.accepted(SESSIONS, days("2026-09-01", "2026-09-30", "5"));
    var october = desk.accepted(SESSIONS, days("2026-10-01", "2026-10-20", "5"));

    desk.warehouse.undo(october.batch().orElseThrow(), "anna");

    assertThat(lastDay()).isEqualTo(LocalDate.of(2026, 9, 30));
  }

  @Test
  void otherClientsAreNotTold() {
    desk.accepted(SESSIONS, days("2026-10-01", "2026-10-20", "5"));

    assertThat(desk.warehouse.reaches(Set.of(new ClientId("cafe")))).isEmpty();
  }

  @Test
  void filesAreFoundByNameOrBytesAndNotThoseFromBefore() {
    ImportResult known = desk.accepted(SESSIONS, "2026-10-01|5");

    assertThat(desk.warehouse.taken(CLIENTS, Set.of(known.file()), Set.of(), NOW))
        .extracting(TakenFile::sha256)
        .containsExactly(known.sha256());
    assertThat(desk.warehouse.taken(CLIENTS, Set.of("other"), Set.of(known.sha256()), NOW))
        .extracting(TakenFile::name)
        .containsExactly(known.file());
    assertThat(
            desk.warehouse.taken(
                CLIENTS, Set.of(known.file()), Set.of(known.sha256()), NOW.plusSeconds(1)))
        .isEmpty();
  }
}
