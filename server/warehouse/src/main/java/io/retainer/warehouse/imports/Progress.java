package io.retainer.warehouse.imports;

/** Hears how far an import is. Called on the importing thread, so it returns at once. */
@FunctionalInterface
public interface Progress {

  /**
   * @param file name of the file
   * @param step what is being done with it now
   * @param rows rows read so far
   */
  void at(String file, Step step, long rows);

  /** Nobody listens. */
  static Progress silent() {
    return (file, step, rows) -> {};
  }

  /** The steps of a file, in their order. */
  enum Step {
    RECEIVING,
    RECOGNISING,
    READING,
    ACCEPTING,
    DONE
  }
}
