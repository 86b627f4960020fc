package io.retainer.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.cli.api.Api;
import io.retainer.cli.api.Multipart;
import io.retainer.cli.demo.exports.DemoBusiness;
import io.retainer.cli.demo.exports.Export;
import io.retainer.workspace.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** A client with what a report of the last month needs, as somebody adds it by the API. */
final class ClientOfDemo {

  private static final DemoBusiness SHOP = DemoBusiness.all().get(1);
  private static final YearMonth LAST = YearMonth.from(LocalDate.now(SHOP.zone())).minusMonths(1);
  static final String ID = SHOP.id();

  private ClientOfDemo() {}

  static void add(Api api) throws Exception {
    api.post(
        "clients",
        Json.object()
            .put("id", ID)
            .put("name", SHOP.name())
            .put("zone", SHOP.zone().getId())
            .put("locale", "fi")
            .put("currency", "EUR"));
    var form = new Multipart();
    for (Export export : SHOP.exports(LAST)) {
      if (export.name().contains(LAST.toString())) {
        form.file("file", export.name(), export.content());
      }
    }
    assertThat(api.upload("clients/" + ID + "/imports", form))
        .isNotEmpty()
        .allSatisfy(result -> assertThat(result.path("status").asText()).isEqualTo("accepted"));
  }

  /** One of an earlier month. */
  static Path export(Path folder) throws IOException {
    String before = LAST.minusMonths(1).toString();
    Export export =
        SHOP.exports(LAST).stream()
            .filter(each -> each.name().contains(before))
            .findFirst()
            .orElseThrow();
    return Files.write(folder.resolve(export.name()), export.content());
  }

  /**
   * @return the id of its schedule
   */
  static String schedule(Api api, List<String> recipients) throws Exception {
    ObjectNode schedule =
        Json.object()
            .put("client", ID)
            .put("report", "monthly-performance")
            .put("rule", "business-day 3 at 08:00");
    schedule.set("recipients", Json.array(recipients, Json::text));
    return api.post("schedules", schedule).path("id").asText();
  }
}
