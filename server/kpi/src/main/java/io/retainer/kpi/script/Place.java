package io.retainer.kpi.script;

/** A place in a script; lines and columns count from 1. */
public record Place(int line, int column) implements Comparable<Place> {

  @Override
  public int compareTo(Place other) {
    return line != other.line
        ? Integer.compare(line, other.line)
        : Integer.compare(column, other.column);
  }

  /** As many characters of a text as stand from here on. */
  String in(String text, int length) {
    int offset = 0;
    for (int passed = 1; passed < line; passed++) {
      offset = text.indexOf('\n', offset) + 1;
    }
    return text.substring(offset + column - 1, offset + column - 1 + length);
  }
}
