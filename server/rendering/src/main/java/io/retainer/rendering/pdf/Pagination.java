package io.retainer.rendering.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Chooses where sections begin, and which of their parts begin a page: no page that others follow
 * is left mostly empty, there are few pages, and few sections cross one that need not.
 */
final class Pagination {

  /** Between two sections on a page. */
  static final int GAP = 26;

  /** What a choice costs. A page is worth two sections that cross one. */
  private static final int MOSTLY_EMPTY = 1_000;

  private static final int PAGE = 10;
  private static final int CROSSING = 3;
  private static final int OPENING_ALONE = 3;
  private static final int HALF_EMPTY = 2;

  /** A table says again what its columns are. */
  private static final int HEAD_AGAIN = 62;

  private final int page;
  private final List<List<Part>> sections;
  private final Map<List<Integer>, Course> known = new HashMap<>();

  private Pagination(int page, List<List<Part>> sections) {
    this.page = page;
    this.sections = sections;
  }

  /**
   * What stays together, or goes on over the page as rows and paragraphs do.
   *
   * @param beginning the room without which it begins a new page; all of it, where it stays
   *     together
   */
  record Part(int height, int beginning) {

    static Part whole(int height) {
      return new Part(height, height);
    }

    private boolean isSplittable() {
      return beginning < height;
    }

    private boolean fits(int room) {
      return Math.max(height, beginning) <= room;
    }
  }

  /**
   * Where a section stands.
   *
   * @param isOnNewPage whether it begins one
   * @param breaks which of its parts begin one
   */
  record Place(boolean isOnNewPage, Set<Integer> breaks) {}

  private record Course(int cost, List<Place> places) {}

  private record Laid(int end, int cost, Set<Integer> breaks) {}

  /**
   * @param page how high one is
   * @param used of the page on which the first section may begin
   * @param sections each with its parts from top to bottom, the first with its heading
   */
  static List<Place> of(int page, int used, List<List<Part>> sections) {
    return new Pagination(page, sections).from(0, used).places();
  }

  private Course from(int section, int used) {
    if (section == sections.size()) {
      return new Course(0, List.of());
    }
    List<Integer> key = List.of(section, used);
    Course found = known.get(key);
    if (found == null) {
      found = best(section, used);
      known.put(key, found);
    }
    return found;
  }

  private Course best(int section, int used) {
    Course fresh = course(section, 0, used > 0, used > 0 ? ended(used) : 0);
    int height = sections.get(section).get(0).height();
    if (used == 0 || used + GAP + height > page) {
      return fresh;
    }
    Course here = course(section, used + GAP, false, 0);
    return here.cost() <= fresh.cost() ? here : fresh;
  }

  private Course course(int section, int start, boolean isOnNewPage, int cost) {
    Laid laid = lay(sections.get(section), start);
    Course rest = from(section + 1, laid.end());
    List<Place> places = new ArrayList<>();
    places.add(new Place(isOnNewPage, laid.breaks()));
    places.addAll(rest.places());
    return new Course(cost + laid.cost() + rest.cost(), places);
  }

  /** Part below part, each where there is room for it. */
  private Laid lay(List<Part> parts, int start) {
    Set<Integer> breaks = new LinkedHashSet<>();
    int used = start;
    int cost = 0;
    boolean crosses = false;
    for (int i = 0; i < parts.size(); i++) {
      int height = parts.get(i).height();
      if (parts.get(i).fits(page - used)) {
        used += height;
        continue;
      }
      crosses = true;
      if (goesOn(parts.get(i), used)) {
        int over = used + height;
        while (over > page) {
          over += HEAD_AGAIN - page;
          cost += PAGE;
        }
        used = over;
      } else {
        cost += ended(used) + (i == 1 ? OPENING_ALONE : 0);
        breaks.add(i);
        used = height;
      }
    }
    boolean needNot = parts.stream().mapToInt(Part::height).sum() <= page;
    return new Laid(used, crosses && needNot ? cost + CROSSING : cost, breaks);
  }

  /** What is longer than a page, or would leave one mostly empty. */
  private boolean goesOn(Part part, int used) {
    boolean isLonger = part.height() > page;
    return part.isSplittable()
        && used + part.beginning() <= page
        && (isLonger || isMostlyEmpty(used))
        && (used > 0 || isLonger);
  }

  private int ended(int used) {
    return PAGE + (isMostlyEmpty(used) ? MOSTLY_EMPTY : 2 * used < page ? HALF_EMPTY : 0);
  }

  private boolean isMostlyEmpty(int used) {
    return isMostlyEmpty(used, page);
  }

  /** Less than two fifths of it has something to see. */
  static boolean isMostlyEmpty(int used, int page) {
    return 5 * used < 2 * page;
  }
}
