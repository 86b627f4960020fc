package io.retainer.app.imports;

import io.retainer.app.shell.Input;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.spi.DateSpan;
import io.retainer.workspace.CoverageCalendar;
import io.retainer.workspace.CoverageCalendar.Line;
import io.retainer.workspace.CoverageCalendar.Mark;
import io.retainer.workspace.Workspace;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which days of a client's data are there, for people. */
@Path("/")
public final class CoveragePages {

  private final Workspace workspace;
  private final Pages pages;

  public CoveragePages(Workspace workspace, Pages pages) {
    this.workspace = workspace;
    this.pages = pages;
  }

  /**
   * @param lines those with anything in the year
   * @param years that anything is known about, the latest first
   */
  public record Calendar(Client client, int year, List<Integer> years, List<Shown> lines) {}

  /**
   * @param title of the other source
   */
  public record Twice(String title, DateSpan span) {}

  /** A line with the platform's own name. */
  public record Shown(
      Line line, String source, List<Twice> twice, List<CoverageCalendar.Month> months) {

    /** Where its rows are, as the query of an address. */
    public String rows() {
      return "dataset=%s&source=%s&account=%s"
          .formatted(encoded(line.dataset()), encoded(line.source()), encoded(line.account()));
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** One sign for each day. */
    public static String strip(CoverageCalendar.Month month) {
      return month.marks().stream().map(Shown::sign).collect(Collectors.joining());
    }

    private static String sign(Mark mark) {
      return switch (mark) {
        case DAY -> "█";
        case PART -> "▒";
        case NONE -> "·";
      };
    }
  }

  @GET
  @Path("clients/{client}/coverage")
  @Requires(Role.VIEWER)
  public Response page(
      @PathParam("client") String client,
      @QueryParam("year") Integer asked,
      @Context SecurityContext security) {
    Client known = workspace.clients().named(Input.value(client, ClientId::new));
    List<Line> lines = workspace.coverage(known).lines();
    List<Integer> years = years(lines);
    int year = asked != null && years.contains(asked) ? asked : years.isEmpty() ? 0 : years.get(0);
    return pages.show(
        Visit.of(security),
        Page.Section.CLIENTS,
        "coverage.title",
        "coverage",
        new Calendar(known, year, years, year == 0 ? List.of() : shown(lines, year)));
  }

  private List<Shown> shown(List<Line> lines, int year) {
    DateSpan days = new DateSpan(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
    return lines.stream()
        .map(
            line ->
                new Shown(
                    line,
                    workspace.sourceTitle(line.source()),
                    line.twice().stream()
                        .map(each -> new Twice(workspace.sourceTitle(each.source()), each.span()))
                        .toList(),
                    line.months(days)))
        .filter(line -> !line.months().isEmpty())
        .toList();
  }

  private static List<Integer> years(List<Line> lines) {
    return lines.stream()
        .flatMap(
            line ->
                IntStream.rangeClosed(
                        line.span().start().getYear(), line.span().lastDay().getYear())
                    .boxed())
        .distinct()
        .sorted(java.util.Comparator.reverseOrder())
        .toList();
  }
}
