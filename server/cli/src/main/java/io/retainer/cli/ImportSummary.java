package io.retainer.cli;

import io.retainer.model.imports.Doubled;
import io.retainer.model.imports.ImportResult;
import io.retainer.model.imports.ImportResult.Reconciliation;
import io.retainer.model.imports.ImportResult.Status;
import io.retainer.model.imports.ImportResult.Verdict;
import io.retainer.model.imports.PassedOver;
import io.retainer.spi.ReadIssue;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an import did, for a reader. */
record ImportSummary(PrintWriter out, boolean dryRun) {

  private static final int ISSUES = 8;

  void print(List<ImportResult> results) {
    var table = new Table("STATUS", "FILE", "CONNECTOR", "ACCOUNT", "TABLES", "ROWS", "DAYS");
    for (ImportResult result : results) {
      table.row(
          result.status().word(),
          result.file(),
          result.connector().orElse("–"),
          result.account().filter(account -> !account.isBlank()).orElse("–"),
          result.tables().size(),
          result.tables().stream().mapToLong(ImportResult.Table::rows).sum(),
          days(result));
    }
    table.print(out);
    results.stream().filter(this::hasWords).forEach(this::explain);
    out.println();
    out.println(
        Arrays.stream(Status.values())
                .map(status -> count(results, status))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "))
            + (dryRun ? "; a dry run, nothing was kept" : ""));
  }

  private static Optional<String> count(List<ImportResult> results, Status status) {
    long count = results.stream().filter(result -> result.status() == status).count();
    return count == 0 ? Optional.empty() : Optional.of(count + " " + status.word());
  }

  private static String days(ImportResult result) {
    var first = result.tables().stream().flatMap(t -> t.span().stream()).map(s -> s.start());
    var last = result.tables().stream().flatMap(t -> t.span().stream()).map(s -> s.lastDay());
    return first
        .min(java.util.Comparator.naturalOrder())
        .map(day -> day + ".." + last.max(java.util.Comparator.naturalOrder()).orElse(day))
        .orElse("–");
  }

  private boolean hasWords(ImportResult result) {
    return !result.issues().isEmpty()
        || !result.reconciliation().isEmpty()
        || !result.restatements().isEmpty()
        || !result.doubled().isEmpty()
        || !result.passedOver().isEmpty()
        || !result.assumed().isEmpty();
  }

  private void explain(ImportResult result) {
    out.println();
    out.println(result.file() + ": " + result.status().word());
    result.issues().stream().limit(ISSUES).forEach(issue -> out.println("  " + sentence(issue)));
    long more = result.issueCount() - Math.min(ISSUES, result.issues().size());
    if (more > 0) {
      out.println("  … and " + more + " more; --json names them");
    }
    result.assumed().forEach(what -> out.println("  assumed: " + plain(what)));
    result.passedOver().forEach(lines -> out.println("  " + sentence(lines)));
    totals(result);
    result.restatements().forEach(new RestatementTable(out)::print);
    result.doubled().forEach(doubled -> out.println("  " + sentence(doubled)));
  }

  private void totals(ImportResult result) {
    if (result.reconciliation().isEmpty()) {
      return;
    }
    out.println(
        "  totals of the source: "
            + Arrays.stream(Verdict.values())
                .map(verdict -> count(result, verdict))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", ")));
    result.reconciliation().stream()
        .filter(
            total -> total.verdict() == Verdict.DIFFERENT || total.verdict() == Verdict.INCOMPLETE)
        .forEach(total -> out.println("  " + sentence(total)));
  }

  private static Optional<String> count(ImportResult result, Verdict verdict) {
    long count =
        result.reconciliation().stream().filter(total -> total.verdict() == verdict).count();
    return count == 0 ? Optional.empty() : Optional.of(count + " " + words(verdict));
  }

  private static String words(Verdict verdict) {
    return switch (verdict) {
      case EQUAL -> "equal";
      case WITHIN_TOLERANCE -> "within rounding";
      case INCOMPLETE -> "incomplete by the source's own limit";
      case DIFFERENT -> "different";
    };
  }

  /**
   * {@code line 48, column "Amount spent": saw "12,5 EUR", expected a number. Correct the line.}
   */
  private static String sentence(ReadIssue issue) {
    var text = new StringBuilder();
    if (issue.line() > 0) {
      text.append("line ").append(issue.line());
      if (!issue.column().isEmpty()) {
        text.append(", column \"").append(issue.column()).append('"');
      }
      text.append(": saw \"").append(plain(issue.saw())).append('"');
    } else {
      text.append(plain(issue.saw()));
    }
    if (!issue.expected().isBlank()) {
      text.append(", expected ").append(issue.expected());
    }
    return text + (issue.advice().isBlank() ? "" : ". " + issue.advice());
  }

  private static String sentence(PassedOver passedOver) {
    String lines = passedOver.lines() == 1 ? "1 line" : "%d lines".formatted(passedOver.lines());
    String place =
        passedOver.firstLine() == 0
            ? ""
            : passedOver.lines() == 1
                ? " (line " + passedOver.firstLine() + ")"
                : " (the first: line " + passedOver.firstLine() + ")";
    return "passed over, %s%s: %s".formatted(lines, place, plain(passedOver.reason()));
  }

  private static String sentence(Doubled doubled) {
    return "%s: %s has days of %s too, %s to %s, and the figures of both are added. Keep one of the two and undo the imports of the other."
        .formatted(
            doubled.dataset(),
            doubled.source(),
            plain(doubled.account()),
            doubled.days().start(),
            doubled.days().lastDay());
  }

  private static String sentence(Reconciliation total) {
    return "the source states %s = %s, its rows add up to %s (%s)"
        .formatted(
            total.metric(),
            total.total().toPlainString(),
            total.sum().toPlainString(),
            words(total.verdict()));
  }

  /** What stood in a file is shown, never obeyed: no line breaks, no control sequences. */
  private static String plain(String text) {
    return text.replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "?").strip();
  }
}
