package io.retainer.toolkit;

import io.retainer.spi.ReadIssue;
import java.io.IOException;

/**
 * The content cannot be read on, for a reason the user can mend. Never leaves a connector: {@link
 * TableConnector} turns it into an issue of the file.
 */
public final class UnreadableContent extends IOException {

  private static final long serialVersionUID = 1L;

  private final transient ReadIssue issue;

  public UnreadableContent(ReadIssue issue) {
    super(issue.saw() + ", expected " + issue.expected() + ". " + issue.advice());
    this.issue = issue;
  }

  public UnreadableContent(ReadIssue issue, Throwable cause) {
    this(issue);
    initCause(cause);
  }

  public static UnreadableContent of(String saw, String expected, String advice) {
    return new UnreadableContent(ReadIssue.ofFile(saw, expected, advice));
  }

  public ReadIssue issue() {
    return issue;
  }
}
