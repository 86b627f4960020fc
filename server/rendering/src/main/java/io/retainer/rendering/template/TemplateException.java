package io.retainer.rendering.template;

import java.util.List;

/** A template cannot be used. The message lists everything that is wrong, a line each. */
public final class TemplateException extends RuntimeException {

  private final transient List<String> problems;

  TemplateException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  TemplateException(String problem, Throwable cause) {
    super(problem, cause);
    this.problems = List.of(problem);
  }

  public List<String> problems() {
    return problems;
  }
}
