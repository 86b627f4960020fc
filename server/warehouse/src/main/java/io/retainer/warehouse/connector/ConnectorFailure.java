package io.retainer.warehouse.connector;

/** A connector's own mistake, in words. It harms the one file it was reading and nothing else. */
public final class ConnectorFailure extends RuntimeException {

  private static final long serialVersionUID = 1;

  ConnectorFailure(String message) {
    super(message);
  }

  ConnectorFailure(Throwable thrown) {
    super(words(thrown), thrown);
  }

  /** What happened, for whoever has to tell the connector's author. */
  private static String words(Throwable thrown) {
    if (thrown instanceof StackOverflowError) {
      return "it called itself without an end (StackOverflowError)";
    }
    if (thrown instanceof OutOfMemoryError) {
      return "it asked for more memory than there is (" + thrown.getMessage() + ")";
    }
    if (thrown instanceof LinkageError) {
      return MissingCode.words((LinkageError) thrown);
    }
    return thrown.toString();
  }

  @Override
  public String toString() {
    return getMessage();
  }
}
