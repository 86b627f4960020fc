package io.retainer.kpi.script;

import io.retainer.spi.Dataset;
import io.retainer.spi.Datasets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A name that is no column where it stands, and what it may have been meant to be. */
record UnknownColumn(String owner, Collection<String> known) {

  private static final int MOST_DATASETS = 4;
  private static final Set<String> TIME = Set.of("day", "week", "month");
  private static final Set<String> OF_MOMENTS = Set.of("weekday", "hour");

  void report(Node.Name name, Problems problems) {
    String word = name.name();
    boolean isOfKeys = owner.startsWith("per(");
    if (TIME.contains(word)) {
      problems.add(
          name.at(),
          "'" + word + "' is no column of " + owner,
          "leave it out: the report asks for its days, weeks and months by itself; a condition may ask"
              + " for weekdays: where(weekday(day) in [6, 7]); a mean of days is computed: series days:"
              + " kpi('orders.count').over(28, day), then mean(days.values)");
      return;
    }
    if (OF_MOMENTS.contains(word)) {
      problems.add(
          name.at(),
          "'" + word + "' of no moment",
          word.equals("weekday")
              ? "say of which, and count from Monday: weekday(ordered_at) in [6, 7] is the weekend"
              : "say of which: hour(ordered_at) >= 18");
      return;
    }
    List<String> others =
        Datasets.all().stream()
            .filter(dataset -> dataset.find(word).isPresent())
            .map(Dataset::name)
            .toList();
    if (others.isEmpty()) {
      MeantColumns.question(word, known)
          .ifPresentOrElse(
              question ->
                  problems.add(
                      name.at(), "unknown column of " + owner + " '" + word + "'", question),
              () -> problems.unknown(name.at(), "column of " + owner, word, known));
    } else if (isOfKeys) {
      problems.add(
          name.at(),
          "'" + word + "' is no result of " + owner,
          "behind it there are its results only, which are "
              + String.join(", ", known)
              + "; make one of the column inside of it, each on a line of its own, like a = sum("
              + word
              + ")");
    } else {
      Optional<String> question = MeantColumns.question(word, known);
      problems.add(
          name.at(),
          "unknown column of " + owner + " '" + word + "', which " + of(others),
          question.map(asked -> asked + " ").orElse("")
              + "a value has the rows of one dataset: make a KPI of each, and combine the two, like"
              + " kpi('orders.revenue') / kpi('web.sessions')");
    }
  }

  private static String of(List<String> datasets) {
    String few = String.join(", ", datasets.subList(0, Math.min(MOST_DATASETS, datasets.size())));
    return (datasets.size() == 1 ? "is one of " : "others have: ")
        + few
        + (datasets.size() > MOST_DATASETS ? ", …" : "");
  }
}
