package io.retainer.workspace.pull;

import static io.retainer.workspace.pull.PulledHome.NOON;
import static io.retainer.workspace.pull.StandInSearchConsole.PROPERTY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.workspace.contract.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pulls of Search Console, against a server that answers as Google documents it. */
class SearchConsoleTest {

  private static final String KIND = "google-search-console";
  private static final LocalDate LAST_FINAL_DAY = LocalDate.of(2026, 11, 23);

  /** What gcloud keeps of a person who signed in. */
  private static final String PERSON =
      Json.object()
          .put("type", "authorized_user")
          .put("client_id", "7.apps.example")
          .put("client_secret", "hush+1")
          .put("refresh_token", "1//made-up")
          .toString();

  @TempDir Path folder;
  private StandInSearchConsole google;
  private PulledHome home;

  @BeforeEach
  void open() throws IOException {
    google = new StandInSearchConsole(LAST_FINAL_DAY);
    home = new PulledHome(folder, google.endpoints());
  }

  @AfterEach
  void close() {
    google.close();
    home.close();
  }

  @Test
  void oneFileHoldsTheDaysAndTheirPartsAsGoogleAnsweredThem() throws Exception {
    home.add(KIND, PROPERTY, PulledHome.serviceAccount(), LocalDate.of(2026, 11, 20));

    assertThat(home.puller(NOON).pull(home.only())).isOne();

    assertThat(home.names)
        .containsExactly("google-search-console-sc-domain_birch.example-2026-11-20-2026-11-25.zip");
    assertThat(home.accounts).containsExactly("birch.example");
    assertThat(entries(home.files.get(0)))
        .containsOnlyKeys(
            "date.json",
            "date-device.json",
            "date-country.json",
            "date-query.json",
            "date-page.json")
        .hasEntrySatisfying(
            "date-query.json", text -> assertThat(text).contains("[\"2026-11-23\",\"kia\"]"));
    assertThat(google.questions)
        .allSatisfy(
            question -> {
              assertThat(question.path("dataState").asText()).isEqualTo("final");
              assertThat(question.path("rowLimit").asInt()).isEqualTo(25_000);
            });
  }

  @Test
  void daysThatAreNotFinalYetComeLaterAndThoseBeforeAreAskedForAgain() {
    home.add(KIND, PROPERTY, PERSON, LocalDate.of(2026, 11, 20));
    home.puller(NOON).pull(home.only());
    assertThat(home.only().pulledUntil()).contains(LAST_FINAL_DAY);
    home.puller(NOON.plusSeconds(3600)).pullDue();
    assertThat(home.names).hasSize(1);

    google.finalUntil = LAST_FINAL_DAY.plusDays(1);
    home.puller(NOON.plus(Duration.ofDays(1))).pullDue();

    assertThat(home.names).last().asString().contains("2026-11-21-2026-11-26");
    assertThat(home.only().pulledUntil()).contains(LAST_FINAL_DAY.plusDays(1));
    assertThat(google.tokenForms.get(0))
        .contains("grant_type=refresh_token", "client_secret=hush%2B1", "refresh_token=1%2F%2F");
  }

  @Test
  void aSiteThatNobodyFindsIsNotAskedForTheSameDaysForEver() {
    google.finalUntil = LocalDate.of(2020, 1, 1);
    home.add(KIND, PROPERTY, PERSON, LocalDate.of(2026, 11, 1));

    home.puller(NOON).pull(home.only());

    assertThat(home.names).isEmpty();
    assertThat(home.only().pulledUntil()).contains(LocalDate.of(2026, 11, 16));
  }

  @Test
  void asksPageByPageUntilOneIsNotFull() throws IOException {
    google.queriesADay = 30_000;
    home.add(KIND, PROPERTY, PERSON, LocalDate.of(2026, 11, 23));

    home.puller(NOON).pull(home.only());

    assertThat(google.questions)
        .filteredOn(question -> question.at("/dimensions/1").asText().equals("query"))
        .extracting(question -> question.path("startRow").asInt())
        .containsExactly(0, 25_000);
    String queries = entries(home.files.get(0)).get("date-query.json");
    assertThat(queries.split("\"keys\"", -1)).hasSize(30_001);
    assertThat(queries.lines()).hasSize(2);
  }

  @Test
  void theSameAnswersAreTheSameFile() {
    home.add(KIND, PROPERTY, PERSON, LocalDate.of(2026, 11, 22));
    home.puller(NOON).pull(home.only());
    home.puller(NOON).pull(home.only());

    assertThat(home.files).hasSize(2);
    assertThat(home.files.get(1)).isEqualTo(home.files.get(0));
  }

  @Test
  void aQuotaIsWaitedForAndThenComesBackToWithoutLosingWhatWasThere() {
    home.add(KIND, PROPERTY, PERSON, LocalDate.of(2026, 11, 20));
    google.refuse("quotaExceeded", "userRateLimitExceeded");
    home.puller(NOON).pull(home.only());
    assertThat(home.pauses).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(4));

    google.refuse("quotaExceeded", "quotaExceeded", "quotaExceeded", "quotaExceeded");
    assertThatThrownBy(() -> home.puller(NOON).pull(home.only()))
        .hasMessageContaining("answered 403 Said quotaExceeded, 4 times");
    assertThat(home.only().notBefore()).contains(NOON.plus(Duration.ofHours(1)));
    assertThat(home.only().pulledUntil()).contains(LAST_FINAL_DAY);
  }

  @Test
  void saysWhatToDoWhenTheAccountMayNotReadTheProperty() throws Exception {
    home.add(
        KIND,
        "https://www.birch.example/",
        PulledHome.serviceAccount(),
        LocalDate.of(2026, 11, 20));

    assertThatThrownBy(() -> home.puller(NOON).test(home.only()))
        .hasMessageContaining("robot@made-up.iam.gserviceaccount.com may not read the property")
        .hasMessageContaining("(Said forbidden)")
        .hasMessageContaining("Users and permissions");
  }

  @Test
  void aPropertyOrCredentialThatCannotBeOneIsRefusedWithoutShowingIt() {
    LocalDate day = LocalDate.of(2026, 11, 20);
    assertThatThrownBy(() -> home.add(KIND, "birch.example", PERSON, day))
        .hasMessageContaining("sc-domain:birch.example");
    assertThatThrownBy(() -> home.add(KIND, PROPERTY, "{\"type\":\"authorized_user\"}", day))
        .hasMessageContaining("refresh_token");
    assertThatThrownBy(() -> home.add("bing", PROPERTY, PERSON, day))
        .hasMessageContaining("google-analytics-4, google-search-console");
    assertThat(GoogleCredential.read(PERSON).toString()).doesNotContain("hush", "made-up");
  }

  private static Map<String, String> entries(byte[] zip) throws IOException {
    var entries = new LinkedHashMap<String, String>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return entries;
  }
}
