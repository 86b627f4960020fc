package io.retainer.workspace;

import java.util.Optional;
import java.util.function.Supplier;

/** A thing that is opened when it is first needed, once. */
final class Lazy<T> {

  private final Supplier<T> opening;
  private T opened;

  Lazy(Supplier<T> opening) {
    this.opening = opening;
  }

  synchronized T value() {
    if (opened == null) {
      opened = opening.get();
    }
    return opened;
  }

  synchronized Optional<T> ifOpened() {
    return Optional.ofNullable(opened);
  }
}
