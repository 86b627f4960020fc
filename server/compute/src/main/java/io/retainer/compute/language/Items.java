package io.retainer.compute.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is in a list, as far as the text tells its elements apart, or in a map by its keys. */
final class Items {

  private static final int MOST_TOLD_APART = 60;

  private final Map<Object, Held> byKey = new HashMap<>();
  private List<Held> written;
  private Held each;
  private int most;
  private boolean isMerging;

  private Items(List<Held> written, Held each, int most) {
    this.written = written;
    this.each = each;
    this.most = most;
  }

  /** A list that is written out. */
  static Items written(List<Held> elements) {
    Items items = new Items(new ArrayList<>(elements), Held.NOTHING, 0);
    if (elements.size() > MOST_TOLD_APART) {
      items.forget();
    }
    return items;
  }

  /**
   * @param most how many there are if none is missing; zero where the text does not tell
   */
  static Items many(Held each, int most) {
    return new Items(null, each, most);
  }

  /** The elements in their order, where the text tells. */
  Optional<List<Held>> written() {
    return Optional.ofNullable(written).map(List::copyOf);
  }

  int most() {
    return written == null ? most : written.size();
  }

  /** Any of them. */
  Held any() {
    Held any = each;
    if (written != null) {
      for (Held element : written) {
        any = any.or(element);
      }
    }
    for (Held value : byKey.values()) {
      any = any.or(value);
    }
    return any;
  }

  Held at(Optional<Double> index) {
    if (written == null || index.isEmpty()) {
      return any();
    }
    int at = index.get().intValue();
    int from = at < 0 ? written.size() + at : at;
    return from >= 0 && from < written.size() ? written.get(from) : Held.NOTHING;
  }

  Held of(Object key) {
    return byKey.containsKey(key) ? byKey.get(key) : any();
  }

  /**
   * @param isSure whether it happens once, and in any case
   */
  void add(Held element, boolean isSure) {
    if (isSure && written != null && written.size() < MOST_TOLD_APART) {
      written.add(element);
    } else {
      forget();
      each = each.or(element);
    }
  }

  void set(Optional<Double> index, Held element, boolean isSure) {
    int at = index.map(Double::intValue).orElse(-1);
    if (written == null || at < 0 || at >= written.size()) {
      forget();
      each = each.or(element);
    } else {
      written.set(at, isSure ? element : written.get(at).or(element));
    }
  }

  void put(Optional<Object> key, Held value, boolean isSure) {
    if (key.isEmpty() || byKey.size() > MOST_TOLD_APART) {
      each = each.or(value);
    } else {
      byKey.merge(key.get(), value, (old, more) -> isSure ? more : old.or(more));
    }
  }

  /** Elements are no more told apart. */
  private void forget() {
    if (written != null) {
      most = 0;
      List<Held> elements = written;
      written = null;
      for (Held element : elements) {
        each = each.or(element);
      }
    }
  }

  /** It may be the other list just as well; then both are one for what follows. */
  void mayBe(Items other) {
    if (other == this || isMerging) {
      return;
    }
    isMerging = true;
    forget();
    Held any = other.any();
    each = each.or(any);
    other.forget();
    other.each = each;
    isMerging = false;
  }

  /** Tells whether it has changed; a list may be in itself. */
  String shape(int depth) {
    return depth == 0
        ? "…"
        : String.join(",", shapes(written == null ? List.of() : written, depth))
            + "|"
            + shape(each, depth)
            + "|"
            + byKey.keySet().stream()
                .map(k -> k + ":" + shape(byKey.get(k), depth))
                .sorted()
                .toList();
  }

  private static List<String> shapes(List<Held> elements, int depth) {
    return elements.stream().map(element -> shape(element, depth)).toList();
  }

  static String shape(Held held, int depth) {
    return held.numbers() + " " + held.series() + " " + held.items().map(i -> i.shape(depth - 1));
  }
}
