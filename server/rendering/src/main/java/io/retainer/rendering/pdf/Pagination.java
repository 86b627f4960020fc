package io.retainer.rendering.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Chooses where sections begin, and which of their parts begin a page: no page that others follow
 * is left empty by a third, there are few pages, and few sections cross one that need not.
 */
final class Pagination {

  /** Between two sections on a page. */
  static final int GAP = 26;

  /**
   * What a choice costs. A page is worth two sections that cross one, or a twentieth of another.
   */
  private static final int MOSTLY_EMPTY = 1_000;

  private static final int PAGE = 10;
  private static final int CROSSING = 3;
  private static final int OPENING_ALONE = 5;
  private static final int IN_ROWS = 4;
  private static final int EMPTY = 20;
  private static final int FEW_ROWS = 8;

  /** Of a page, in percent; heights that are reckoned may be wrong by a little. */
  private static final int FILLED = 70;

  /** How far things grow to fill it. */
  static final int WELL_FILLED = 75;

  /** A table says again what its columns are, and its last row does not reach the foot. */
  private static final int HEAD_AGAIN = 84;

  /** Fewer rows do not go on. */
  private static final int LAST_ROWS = 84;

  private final int page;
  private final List<Step> steps = new ArrayList<>();
  private final Map<Point, Course> known = new HashMap<>();

  private Pagination(int page, List<List<Part>> sections) {
    this.page = page;
    for (int section = 0; section < sections.size(); section++) {
      List<Part> parts = sections.get(section);
      boolean needNot = parts.stream().mapToInt(Part::height).sum() <= page;
      for (int i = 0; i < parts.size(); i++) {
        steps.add(new Step(section, i, parts.get(i), needNot));
      }
    }
  }

  /**
   * What stays together, or goes on over the page as rows and paragraphs do.
   *
   * @param beginning the room without which it begins a new page; all of it, where it stays
   *     together
   * @param growth by how much it may become higher, where a page would be left empty
   */
  record Part(int height, int beginning, int growth) {

    Part(int height, int beginning) {
      this(height, beginning, 0);
    }

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
   * @param growths by how much parts become higher
   */
  record Place(boolean isOnNewPage, Set<Integer> breaks, Map<Integer, Integer> growths) {

    Place(boolean isOnNewPage) {
      this(isOnNewPage, new LinkedHashSet<>(), new HashMap<>());
    }

    int growth(int part) {
      return growths.getOrDefault(part, 0);
    }
  }

  /**
   * Where everything stands.
   *
   * @param used of the last page
   */
  record Places(List<Place> sections, int used) {}

  /** A part of a section that could stand on one page, or not. */
  private record Step(int section, int number, Part part, boolean needNot) {

    int gap(int used) {
      return number == 0 && used > 0 ? GAP : 0;
    }
  }

  /** What a page has used, and by how much it may be higher. */
  private record Used(int height, int growth) {

    static final Used NOTHING = new Used(0, 0);
  }

  private record Point(int step, Used used) {}

  /**
   * From a step on.
   *
   * @param begins whether the step begins a page
   * @param used of the page on which it ends
   */
  private record Course(int cost, boolean begins, Used used, Course next) {}

  /**
   * @param page how high one is
   * @param used of the page on which the first section may begin
   * @param sections each with its parts from top to bottom, the first with its heading
   */
  static Places of(int page, int used, List<List<Part>> sections) {
    return new Pagination(page, sections).places(used);
  }

  private Places places(int used) {
    List<Place> places = new ArrayList<>();
    List<Step> onPage = new ArrayList<>();
    Used end = new Used(used, 0);
    Course course = from(0, end);
    for (Step step : steps) {
      if (course.begins()) {
        grow(onPage, end, places);
        onPage.clear();
      }
      if (step.number() == 0) {
        places.add(new Place(course.begins()));
      } else if (course.begins()) {
        places.get(step.section()).breaks().add(step.number());
      }
      onPage.add(step);
      end = course.used();
      course = course.next();
    }
    return new Places(places, end.height());
  }

  /** Each by the same share of what it may. */
  private void grow(List<Step> onPage, Used end, List<Place> places) {
    int more = Math.min(end.growth(), WELL_FILLED * page / 100 - end.height());
    if (more > 0) {
      for (Step step : onPage) {
        int own = step.part().growth() * more / end.growth();
        if (own > 0) {
          places.get(step.section()).growths().put(step.number(), own);
        }
      }
    }
  }

  private Course from(int step, Used used) {
    if (step == steps.size()) {
      return new Course(0, false, used, null);
    }
    Point point = new Point(step, used);
    Course found = known.get(point);
    if (found == null) {
      found = best(step, used);
      known.put(point, found);
    }
    return found;
  }

  private Course best(int number, Used used) {
    Course below = below(number, used);
    if (used.height() == 0) {
      return below;
    }
    Course fresh = below(number, Used.NOTHING);
    int cost = fresh.cost() + ended(used) + apart(steps.get(number));
    if (below != null && below.cost() <= cost) {
      return below;
    }
    return new Course(cost, true, fresh.used(), fresh.next());
  }

  /** Below what there is, or null where it cannot begin there; on a page of its own it can. */
  private Course below(int number, Used used) {
    Step step = steps.get(number);
    Part part = step.part();
    boolean isFresh = used.height() == 0;
    int top = used.height() + step.gap(used.height());
    int over = top + part.height();
    if (part.fits(page - top) || isFresh && !part.isSplittable()) {
      return course(number, 0, new Used(over, used.growth() + part.growth()));
    }
    if (!isFresh && (!part.isSplittable() || top + part.beginning() > page)) {
      return null;
    }
    int cost = part.height() > page ? 0 : IN_ROWS;
    while (over > page) {
      over += HEAD_AGAIN - page;
      cost += PAGE;
    }
    cost += over < HEAD_AGAIN + LAST_ROWS ? FEW_ROWS : 0;
    return course(number, cost, new Used(over, 0));
  }

  private Course course(int number, int cost, Used used) {
    Course next = from(number + 1, used);
    return new Course(cost + next.cost(), false, used, next);
  }

  /** What a page costs that ends here. */
  private int ended(Used used) {
    int filled = 100 * (used.height() + used.growth()) / page;
    boolean isMostlyEmpty = filled < 40;
    return PAGE
        + (isMostlyEmpty ? MOSTLY_EMPTY : filled < FILLED ? EMPTY + 2 * (FILLED - filled) : 0);
  }

  private static int apart(Step step) {
    return (step.number() > 0 && step.needNot() ? CROSSING : 0)
        + (step.number() == 1 ? OPENING_ALONE : 0);
  }

  /** Whether what comes next may begin a page. */
  static boolean isFull(int used, int page) {
    return 100 * used >= FILLED * page;
  }
}
