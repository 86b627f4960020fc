package io.retainer.rendering.pdf;

import java.util.ArrayList;
import java.util.List;

/**
 * How many rows of tiles stand below a heading, and on each page after it: a heading is not left
 * alone on a page where more of them follow than fit.
 *
 * @param first below the heading; none, where nothing is left there
 * @param next on a page of their own
 */
record TileRoom(int first, int next) {

  private static final int BESIDE = 3;

  static TileRoom of(int below, int page, int row) {
    return new TileRoom(Math.max(0, below / row), page / row);
  }

  static int rows(long tiles) {
    return (int) (tiles + BESIDE - 1) / BESIDE;
  }

  boolean isEnough(long tiles) {
    return rows(tiles) <= first;
  }

  /** How many rows stand on the last of the pages. */
  int last(long tiles) {
    return isEnough(tiles) ? rows(tiles) : 1 + (rows(tiles) - first - 1) % next;
  }

  /** What stands together on each page; all of it where it fits. */
  <T> List<List<T>> pages(List<T> tiles) {
    List<List<T>> pages = new ArrayList<>();
    int begin = 0;
    int rows = first > 0 ? first : next;
    while (begin < tiles.size()) {
      int end = Math.min(tiles.size(), begin + rows * BESIDE);
      pages.add(tiles.subList(begin, end));
      begin = end;
      rows = next;
    }
    return pages;
  }
}
