package io.retainer.rendering.brand;

/** A logo or font cannot be used; the message begins with its name and says what to do. */
public final class BrandException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String what;

  BrandException(String name, String what) {
    this(name, what, null);
  }

  BrandException(String name, String what, Throwable cause) {
    super(name + " " + what, cause);
    this.what = what;
  }

  /** The message without the name. */
  String what() {
    return what;
  }
}
