package io.retainer.warehouse;

import java.time.LocalDate;
import java.util.List;

/** Where a number stands in an answer. */
record Place(int period, LocalDate bucket, List<String> group) implements Comparable<Place> {

  @Override
  public int compareTo(Place other) {
    int order = Integer.compare(period, other.period);
    order = order != 0 ? order : bucket.compareTo(other.bucket);
    for (int i = 0; order == 0 && i < group.size(); i++) {
      order = group.get(i).compareTo(other.group.get(i));
    }
    return order;
  }
}
