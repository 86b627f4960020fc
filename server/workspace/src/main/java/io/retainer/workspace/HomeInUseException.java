package io.retainer.workspace;

import java.nio.file.Path;

/** Another process works in this home folder. */
public class HomeInUseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Path home;

  public HomeInUseException(Path home, Throwable cause) {
    super(
        "The home folder "
            + home
            + " is in use by another process, probably a running server. Stop it, or use its pages"
            + " or API instead.",
        cause);
    this.home = home;
  }

  public Path home() {
    return home;
  }
}
