package io.retainer.warehouse.connector;

/** What a connector lacks that asks for a class or method which is not there. */
final class MissingCode {

  private static final String SPI = "io.retainer.spi.";

  private MissingCode() {}

  static String words(LinkageError error) {
    String message = String.valueOf(error.getMessage()).replace('/', '.');
    if (error instanceof UnsupportedClassVersionError) {
      return "it is compiled for a newer Java than this server runs on ("
          + Runtime.version().feature()
          + "): "
          + message;
    }
    if (error instanceof ExceptionInInitializerError && error.getCause() != null) {
      return "a class of it cannot be initialised: " + error.getCause();
    }
    if (message.contains(SPI) && !(error instanceof ExceptionInInitializerError)) {
      return "it was built against another version of the SPI: " + named(error, message);
    }
    return error instanceof NoClassDefFoundError && !message.startsWith("Could not initialize")
        ? "it needs the class "
            + message
            + ", which is in neither its JAR, the JDK nor the SPI; bundle it into the JAR"
        : named(error, message);
  }

  private static String named(LinkageError error, String message) {
    return error.getClass().getSimpleName() + ": " + message;
  }
}
