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

  /** What to do about it. */
  public static String advice(Throwable failure) {
    return failure instanceof OutOfMemoryError || failure.getCause() instanceof OutOfMemoryError
        ? "Import it in parts, such as a file for each year, or give Java more memory: -Xmx in"
            + " RETAINER_SERVER_OPTS (the server) and RETAINER_JAVA_OPTS (the command)."
        : "Check that the file is whole; if it is, report this to the connector's author.";
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
