package io.retainer.toolkit;

/** Numbers without boxes around them: a million of them take 16 MB. Zero is one like any other. */
final class LongSet {

  private long[] slots = new long[1 << 10];
  private boolean hasZero;
  private int size;

  /** Whether the number was not there yet. */
  boolean add(long number) {
    if (number == 0) {
      boolean isNew = !hasZero;
      hasZero = true;
      return isNew;
    }
    if (size * 2 >= slots.length) {
      grow();
    }
    return put(number);
  }

  private boolean put(long number) {
    int slot = slot(number);
    while (slots[slot] != 0) {
      if (slots[slot] == number) {
        return false;
      }
      slot = slot + 1 & slots.length - 1;
    }
    slots[slot] = number;
    size++;
    return true;
  }

  private int slot(long number) {
    return (int) (number ^ number >>> 32) & slots.length - 1;
  }

  private void grow() {
    long[] before = slots;
    slots = new long[before.length * 2];
    size = 0;
    for (long number : before) {
      if (number != 0) {
        put(number);
      }
    }
  }
}
