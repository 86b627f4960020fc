package io.retainer.warehouse.connector;

import java.util.ServiceConfigurationError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a connector could not be started, in words for its author. */
final class StartFailure {

  private static final Pattern PROVIDER =
      Pattern.compile(": (?:Provider )?(\\S+) (not found|not a subtype)");

  private StartFailure() {}

  static String words(Throwable thrown) {
    if (thrown instanceof ServiceConfigurationError error) {
      return ofService(error);
    }
    return "its connector cannot be started: " + reason(thrown);
  }

  private static String ofService(ServiceConfigurationError error) {
    Matcher provider = PROVIDER.matcher(String.valueOf(error.getMessage()));
    boolean isNamed = provider.find();
    if (isNamed && error.getCause() == null) {
      String name = provider.group(1);
      return provider.group(2).equals("not found")
          ? "names " + name + " in META-INF/services, and has no such class"
          : name + " does not implement io.retainer.spi.Connector";
    }
    if (error.getCause() instanceof NoSuchMethodException constructor) {
      return constructor.getMessage().replaceFirst("[.]<init>.*", "")
          + " has no public constructor without parameters";
    }
    Throwable cause = error.getCause() == null ? error : error.getCause();
    return "its connector cannot be started: " + reason(cause);
  }

  private static String reason(Throwable thrown) {
    if (thrown instanceof LinkageError error) {
      return MissingCode.words(error);
    }
    StringBuilder text = new StringBuilder();
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (each.getMessage() != null && text.indexOf(each.getMessage()) < 0) {
        text.append(text.isEmpty() ? "" : ": ").append(each.getMessage());
      }
    }
    return text.isEmpty() ? thrown.getClass().getName() : text.toString();
  }
}
