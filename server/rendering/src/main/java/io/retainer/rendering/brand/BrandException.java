package io.retainer.rendering.brand;

/** A logo or font cannot be used; the message begins with its name and says what to do. */
public final class BrandException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  BrandException(String name, String what) {
    super(name + " " + what);
  }

  BrandException(String name, String what, Throwable cause) {
    super(name + " " + what, cause);
  }
}
