package io.retainer.kpi.script;

import io.retainer.model.fact.Condition;
import io.retainer.model.fact.Condition.Comparator;
import io.retainer.model.fact.Condition.Match;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Conditions that find a letter with an accent however it is stored: an {@code é} is one sign in
 * most exports, and an {@code e} with an accent of its own in what comes from a Mac.
 */
final class Accents {

  private Accents() {}

  static Condition compare(String column, Comparator comparator, Object literal) {
    Set<Object> ways = ways(literal);
    if (ways.size() == 1) {
      return new Condition.Compare(column, comparator, literal);
    }
    Condition among = new Condition.OneOf(column, List.copyOf(ways));
    return comparator == Comparator.NOT_EQUAL ? new Condition.Not(among) : among;
  }

  static Condition oneOf(String column, List<Object> literals) {
    Set<Object> all = new LinkedHashSet<>();
    literals.forEach(literal -> all.addAll(ways(literal)));
    return new Condition.OneOf(column, List.copyOf(all));
  }

  static List<Condition> matches(String column, Match match, List<String> texts) {
    return texts.stream()
        .flatMap(text -> ways(text).stream())
        .distinct()
        .<Condition>map(text -> new Condition.Matches(column, match, (String) text))
        .toList();
  }

  /** As it is written, with accents in their letters, and with accents of their own. */
  private static Set<Object> ways(Object literal) {
    Set<Object> ways = new LinkedHashSet<>();
    ways.add(literal);
    if (literal instanceof String text) {
      ways.add(Normalizer.normalize(text, Form.NFC));
      ways.add(Normalizer.normalize(text, Form.NFD));
    }
    return ways;
  }
}
