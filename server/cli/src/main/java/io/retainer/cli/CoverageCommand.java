package io.retainer.cli;

import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.time.Period;
import io.retainer.rendering.words.Formats;
import io.retainer.spi.DateSpan;
import io.retainer.workspace.CoverageCalendar.Line;
import io.retainer.workspace.CoverageCalendar.Mark;
import io.retainer.workspace.CoverageCalendar.Month;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.contract.CoverageJson;
import io.retainer.workspace.contract.Json;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which days there is anything about. */
@Command(
    name = "coverage",
    mixinStandardHelpOptions = true,
    description =
        "Shows which days of a client's data are there, by dataset and account, and which are"
            + " missing.",
    footer = {
      "",
      "Examples:",
      "  retainer coverage --client nordic --period 2026",
      "  retainer coverage --client nordic --json"
    })
final class CoverageCommand implements Callable<Integer> {

  private static final int MONTHS = 12;
  private static final int WIDEST_MONTH = 31;

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  @Option(names = "--client", required = true, paramLabel = "ID", description = "whose data")
  private ClientId id;

  @Option(
      names = "--period",
      paramLabel = "P",
      description = "which days (default: the last 12 months there are data for)")
  private Period period;

  @Option(names = "--json", description = "print JSON and nothing else")
  private boolean json;

  @Override
  public Integer call() {
    try (Workspace workspace = home.open()) {
      Client client = workspace.clients().named(id);
      List<Line> lines = workspace.coverage(client).lines();
      PrintWriter out = spec.commandLine().getOut();
      DateSpan days = period == null ? lastMonths(lines) : period.span();
      List<Line> shown = lines.stream().filter(line -> !line.months(days).isEmpty()).toList();
      if (json) {
        out.println(Json.text(Json.<Line>array(shown, line -> CoverageJson.of(line, days))));
      } else if (shown.isEmpty()) {
        out.println("There are no data of " + client.name() + " for these days.");
      } else {
        shown.forEach(line -> print(out, line, days));
        out.println("# known   ~ known as part of a week, month or longer period only   . missing");
      }
      return ExitStatus.DONE;
    }
  }

  private static DateSpan lastMonths(List<Line> lines) {
    LocalDate after =
        lines.stream()
            .map(line -> line.span().end())
            .max(LocalDate::compareTo)
            .orElse(LocalDate.EPOCH);
    LocalDate last = after.minusDays(1);
    return new DateSpan(last.withDayOfMonth(1).minusMonths(MONTHS - 1L), after);
  }

  private static void print(PrintWriter out, Line line, DateSpan days) {
    out.println(
        line.dataset()
            + "  "
            + line.source()
            + (Formats.isNamed(line.source(), line.account()) ? "  " + line.account() : ""));
    line.twice()
        .forEach(
            twice ->
                out.println(
                    "  %s has days of %s to %s of this account too, and they are added: undo the imports of one of the two"
                        .formatted(twice.source(), twice.span().start(), twice.span().lastDay())));
    for (Month month : line.months(days)) {
      String marks =
          month.marks().stream().map(CoverageCommand::sign).collect(Collectors.joining());
      String missing =
          month.missing().stream().map(CoverageCommand::words).collect(Collectors.joining(", "));
      out.println(
          "  %s  %s  %2d of %d%s"
              .formatted(
                  month.month(),
                  marks + " ".repeat(WIDEST_MONTH - marks.length()),
                  month.known(),
                  month.marks().size(),
                  missing.isEmpty() ? "" : ", missing " + missing));
    }
    out.println();
  }

  private static String sign(Mark mark) {
    return switch (mark) {
      case DAY -> "#";
      case PART -> "~";
      case NONE -> ".";
    };
  }

  private static String words(DateSpan span) {
    int first = span.start().getDayOfMonth();
    int last = span.lastDay().getDayOfMonth();
    return first == last ? String.valueOf(first) : first + "–" + last;
  }
}
