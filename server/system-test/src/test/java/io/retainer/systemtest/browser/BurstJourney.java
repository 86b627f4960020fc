package io.retainer.systemtest.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import io.retainer.cli.api.Api;
import io.retainer.workspace.contract.Json;

/** An account manager has the same report go to each of several clients. */
final class BurstJourney {

  private static final String MAKE = "button[value=make]";

  private BurstJourney() {}

  /**
   * By the keyboard alone.
   *
   * @param first a client that there is
   */
  static void byKeyboard(Window window, Api api, String first) throws Exception {
    ObjectNode second =
        Json.object()
            .put("id", "birch")
            .put("name", "Birch & Co")
            .put("zone", "Asia/Vladivostok")
            .put("locale", "ru")
            .put("currency", "RUB");
    api.post("clients", second);
    int before = api.get("schedules").path("schedules").size();
    window.open("/schedules");
    window.press("main a[href='/schedules/burst']");
    Page page = window.page();
    page.locator("[name=report]").selectOption("seo");
    for (String client : new String[] {first, "birch"}) {
      page.locator("[name=client][value=" + client + "]").focus();
      page.keyboard().press("Space");
    }
    window.presses("Enter");

    assertThat(page.locator("#plan tbody tr").count()).isEqualTo(2);
    assertThat(page.locator(MAKE).count()).as("nobody is known at Birch").isZero();
    window.lookClosely("schedule-burst-wrong");
    page.locator("[name=recipients-birch]").fill("olga@birch.example");
    page.locator("[name=recipients-" + first + "]").fill("aino@client.example");
    page.locator("[name=client][value=birch]").focus();
    window.presses("Enter");
    window.lookClosely("schedule-burst-plan");
    assertThat(page.locator("#plan").innerText()).contains("Asia/Vladivostok", "RUB");
    assertThat(api.get("schedules").path("schedules")).as("a dry run").hasSize(before);

    page.locator(MAKE).focus();
    window.presses("Enter");
    window.lookClosely("schedule-burst-made");
    assertThat(page.locator("main tbody tr").count()).as("those that were made").isEqualTo(2);
    JsonNode made = api.get("schedules?client=birch").path("schedules").path(0);
    assertThat(made.path("locale").asText()).isEqualTo("ru");
    assertThat(made.path("recipients").path(0).asText()).isEqualTo("olga@birch.example");

    window.press("main a[href*='state=paused']");
    assertThat(page.locator("#read tbody tr").count()).isEqualTo(2);
    window.lookClosely("schedule-burst-pause");
    page.goBack();
    window.press("form[action$='/undo'] button");
    assertThat(api.get("schedules").path("schedules")).hasSize(before);
  }
}
