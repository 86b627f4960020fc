package io.retainer.app.traces;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;

/** Something that takes its time, on one thread, and whatever is done within it. */
public final class Step implements AutoCloseable {

  private final Span span;
  private final Scope scope;

  Step(Span span) {
    this.span = span;
    scope = span.makeCurrent();
  }

  /**
   * @param value an id, a state or a number; never what people have written
   */
  public Step with(String key, Object value) {
    span.setAttribute(key, String.valueOf(value));
    return this;
  }

  /** It ended, but not well. */
  public void failed() {
    span.setStatus(StatusCode.ERROR);
  }

  void named(String name) {
    span.updateName(name);
  }

  @Override
  public void close() {
    scope.close();
    span.end();
  }
}
