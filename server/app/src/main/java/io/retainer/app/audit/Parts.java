package io.retainer.app.audit;

import java.util.function.BooleanSupplier;

/** The parts of an operation that concerns many clients. */
@FunctionalInterface
public interface Parts {

  /**
   * Does one.
   *
   * @param path of the object that it is done to, as if it had been asked for by itself
   * @param part says whether it could be done
   */
  void does(String path, BooleanSupplier part);
}
