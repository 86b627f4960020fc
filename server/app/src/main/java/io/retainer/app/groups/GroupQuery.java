package io.retainer.app.groups;

import io.retainer.app.kpis.Stages;
import io.retainer.app.shell.Input;
import io.retainer.app.shell.Problem;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.time.Comparison;
import io.retainer.model.time.Period;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What the address of a group's page asks for, as typed. */
public final class GroupQuery {

  /** The main figures of all stages. */
  static final String MAIN = "main";

  @QueryParam("period")
  @DefaultValue("")
  private String period = "";

  @QueryParam("compare")
  @DefaultValue("previous")
  private String compare = "previous";

  @QueryParam("show")
  @DefaultValue(MAIN)
  private String show = MAIN;

  @QueryParam("sort")
  @DefaultValue("")
  private String sort = "";

  @QueryParam("order")
  @DefaultValue("desc")
  private String order = "desc";

  /** The last closed month, when nothing is asked for. */
  String typedPeriod(Period usual) {
    return period.isBlank() ? usual.toString() : period.strip();
  }

  Period period(Period usual) {
    return Input.value(typedPeriod(usual), Period::parse);
  }

  Comparison comparison() {
    return Input.value(compare, Comparison::parse);
  }

  /** {@link #MAIN} or a stage. */
  String show() {
    if (!show.equals(MAIN) && !show.equals(Stages.OTHER) && !Stages.ALL.contains(show)) {
      throw Problem.invalid(
          "\"%s\" is nothing to show; there are %s and %s"
              .formatted(show, MAIN, String.join(", ", Stages.ALL)));
    }
    return show;
  }

  /** The KPI that clients are ordered by; by name when there is none. */
  Optional<KpiId> sort() {
    return sort.isBlank() ? Optional.empty() : Optional.of(Input.value(sort, KpiId::new));
  }

  boolean isAscending() {
    return order.equals("asc");
  }

  /** The same question, ordered by a KPI; once more, the other way round. */
  String sortedBy(KpiId kpi, Period usual) {
    boolean again = sort.equals(kpi.value()) && !isAscending();
    return query(usual) + "&sort=" + kpi + "&order=" + (again ? "asc" : "desc");
  }

  String byName(Period usual) {
    return query(usual);
  }

  private String query(Period usual) {
    return "?period="
        + encoded(typedPeriod(usual))
        + "&compare="
        + encoded(compare)
        + "&show="
        + encoded(show);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
