package io.retainer.app.inbox;

import io.retainer.model.imports.ImportResult;
import io.retainer.model.imports.PassedOver;
import io.retainer.spi.ReadIssue;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The problems of a file as lines of text. */
final class IssueWords {

  private static final int MOST = 12;
  private static final int LONGEST = 4000;

  private IssueWords() {}

  static Optional<String> of(ImportResult result) {
    if (result.issues().isEmpty() || result.status() == ImportResult.Status.DUPLICATE) {
      return Optional.empty();
    }
    String lines =
        result.issues().stream()
            .limit(MOST)
            .map(IssueWords::line)
            .collect(Collectors.joining("\n"));
    long more = result.issueCount() - Math.min(MOST, result.issues().size());
    String all = more > 0 ? lines + "\n… and " + more + " more" : lines;
    return Optional.of(all.substring(0, Math.min(LONGEST, all.length())));
  }

  /** What was assumed, and which lines were passed over. */
  static Optional<String> notes(ImportResult result) {
    if (result.status() == ImportResult.Status.DUPLICATE) {
      return Optional.empty();
    }
    String lines =
        Stream.concat(
                result.assumed().stream().map(what -> "Assumed: " + plain(what)),
                result.passedOver().stream().map(IssueWords::line))
            .collect(Collectors.joining("\n"));
    return Optional.of(lines).filter(text -> !text.isEmpty());
  }

  private static String line(PassedOver passedOver) {
    return "Passed over: %d, %s%s"
        .formatted(
            passedOver.lines(),
            plain(passedOver.reason()),
            passedOver.firstLine() == 0 ? "" : " (from line " + passedOver.firstLine() + ")");
  }

  private static String line(ReadIssue issue) {
    var text = new StringBuilder();
    if (issue.line() > 0) {
      text.append("line ").append(issue.line());
      text.append(issue.column().isEmpty() ? "" : ", column \"" + plain(issue.column()) + "\"");
      text.append(": saw \"").append(plain(issue.saw())).append('"');
    } else {
      text.append(plain(issue.saw()));
    }
    if (!issue.expected().isBlank()) {
      text.append(", expected ").append(plain(issue.expected()));
    }
    return text + (issue.advice().isBlank() ? "" : ". " + plain(issue.advice()));
  }

  /** What stood in a file is shown, never obeyed: no line breaks, no control sequences. */
  private static String plain(String text) {
    return text.replaceAll("\\s+", " ").replaceAll("[\\p{Cntrl}\\p{Cf}]", "?").strip();
  }
}
