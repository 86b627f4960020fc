package io.retainer.toolkit;

/**
 * Numbers without boxes around them: a million of them take 10 to 13 MB. In many small parts, as
 * one that grows has to be held twice for a moment. Zero is a number like any other.
 */
final class LongSet {

  private static final int PARTS = 256;
  private static final int SMALLEST = 16;

  private final long[][] parts = new long[PARTS][SMALLEST];
  private final int[] sizes = new int[PARTS];
  private boolean hasZero;

  /** Whether the number was not there yet. */
  boolean add(long number) {
    if (number == 0) {
      boolean isNew = !hasZero;
      hasZero = true;
      return isNew;
    }
    long mixed = number * 0x9E3779B97F4A7C15L;
    int part = (int) (mixed >>> 56);
    if (sizes[part] * 5L >= parts[part].length * 4L) {
      grow(part);
    }
    boolean isNew = put(parts[part], number);
    sizes[part] += isNew ? 1 : 0;
    return isNew;
  }

  private static boolean put(long[] slots, long number) {
    int slot = slot(slots, number);
    while (slots[slot] != 0) {
      if (slots[slot] == number) {
        return false;
      }
      slot = slot + 1 == slots.length ? 0 : slot + 1;
    }
    slots[slot] = number;
    return true;
  }

  /** The middle bits of the mixed number: the first ones have chosen the part. */
  private static int slot(long[] slots, long number) {
    long middle = number * 0x9E3779B97F4A7C15L >>> 24 & 0xFFFF_FFFFL;
    return (int) (middle * slots.length >>> 32);
  }

  private void grow(int part) {
    long[] before = parts[part];
    long[] larger = new long[before.length + Math.max(SMALLEST, before.length / 4)];
    for (long number : before) {
      if (number != 0) {
        put(larger, number);
      }
    }
    parts[part] = larger;
  }
}
