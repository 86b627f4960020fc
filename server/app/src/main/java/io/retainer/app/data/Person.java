package io.retainer.app.data;

import io.retainer.spi.Additivity;
import io.retainer.spi.Column;

/** Keys of people: hashes by which rows of the same person are found, and nobody is named. */
final class Person {

  private static final int SHOWN = 8;

  private Person() {}

  static boolean is(Column column) {
    return column.additivity() == Additivity.KEY && column.name().endsWith("_key");
  }

  /** Enough to see that two rows are about the same person, too little to look them up. */
  static String shortened(String key) {
    return key.length() <= SHOWN ? key : key.substring(0, SHOWN) + "…";
  }
}
