package io.retainer.warehouse;

import java.util.ArrayList;
import java.util.List;

/** What a {@link SharedScan} has added up, by family and the piece of the timeline it begins in. */
final class AllAdded {

  private final List<List<List<Added>>> byFamily = new ArrayList<>();
  private int size;

  AllAdded(SharedScan scan) {
    for (int family = 0; family < scan.families().size(); family++) {
      List<List<Added>> pieces = new ArrayList<>();
      scan.timeline().cuts().forEach(cut -> pieces.add(new ArrayList<>()));
      byFamily.add(pieces);
    }
  }

  void add(Added added) {
    size++;
    byFamily.get(added.family()).get(added.from()).add(added);
  }

  int size() {
    return size;
  }

  /** What begins in the pieces of a period. */
  List<List<Added>> of(int family, int first, int last) {
    return byFamily.get(family).subList(first, last + 1);
  }
}
