package io.retainer.kpi;

import io.retainer.kpi.script.Nearest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Of all scripts that may be referred to, those that are: reading the others, and trying their
 * examples, is most of the time that a check of one file takes.
 *
 * <p>Which they are is told by the ids that stand in a text, in quotes, whatever they stand for:
 * rather one script too many than one too few.
 */
final class ReferredScripts {

  private static final Pattern DEFINED =
      Pattern.compile("\\bkpi\\s*+\\(\\s*+['\"]([^'\"\\\\$\\n]*+)['\"]\\s*+\\)\\s*+\\{");

  private static final Pattern QUOTED = Pattern.compile("['\"]([a-z][a-z0-9.-]{0,200}+)['\"]");

  /** What refers to a KPI, and so has to be one. */
  private static final Pattern REFERENCE =
      Pattern.compile("\\bkpi\\s*+\\(\\s*+['\"]([^'\"\\n]{0,200}+)['\"]");

  private final Map<String, List<InLayer>> definers = new TreeMap<>();
  private final Map<InLayer, String> texts = new HashMap<>();

  private ReferredScripts() {}

  /**
   * A script of a layer.
   *
   * @param path within its layer, with slashes
   */
  record InLayer(int layer, String path, Path file) {}

  /**
   * Those that the files refer to, and those that these refer to, in the order of the layers. Where
   * a file refers to a KPI that nobody defines, that of the nearest id is among them.
   */
  static Referred of(List<Path> files, List<Path> layers) {
    var referred = new ReferredScripts();
    List<InLayer> all = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      int layer = i;
      ScriptFiles.below(layers.get(i))
          .forEach((path, file) -> all.add(new InLayer(layer, path, file)));
    }
    all.forEach(referred::note);
    List<InLayer> found = referred.among(files.stream().map(ReferredScripts::text).toList(), all);
    return new Referred(found, Set.copyOf(referred.definers.keySet()));
  }

  /**
   * @param scripts those that are referred to
   * @param known ids of all that there are in the layers
   */
  record Referred(List<InLayer> scripts, Set<String> known) {}

  private void note(InLayer script) {
    String text = text(script.file());
    texts.put(script, text);
    matches(DEFINED, text)
        .forEach(id -> definers.computeIfAbsent(id, any -> new ArrayList<>()).add(script));
  }

  private List<InLayer> among(List<String> checked, List<InLayer> all) {
    Set<String> own = new HashSet<>();
    checked.forEach(text -> own.addAll(matches(DEFINED, text)));
    Deque<String> open = new ArrayDeque<>();
    for (String text : checked) {
      open.addAll(matches(QUOTED, text));
      Set<String> others = matches(REFERENCE, text);
      others.removeAll(own);
      open.addAll(meant(others));
    }
    Set<InLayer> found = new HashSet<>();
    while (!open.isEmpty()) {
      for (InLayer script : definers.getOrDefault(open.pop(), List.of())) {
        if (found.add(script)) {
          open.addAll(matches(QUOTED, texts.get(script)));
        }
      }
    }
    return all.stream().filter(found::contains).toList();
  }

  /** The nearest ids of those that nobody defines, so that they can be named. */
  private Set<String> meant(Set<String> references) {
    Set<String> meant = new HashSet<>();
    references.stream()
        .filter(id -> !definers.containsKey(id))
        .forEach(id -> Nearest.to(id, definers.keySet()).ifPresent(meant::add));
    return meant;
  }

  private static Set<String> matches(Pattern pattern, String text) {
    Set<String> found = new HashSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  /** What cannot be read refers to nothing; reading it as a script says why. */
  private static String text(Path file) {
    try {
      return ScriptFiles.text(file);
    } catch (IOException e) {
      return "";
    }
  }
}
