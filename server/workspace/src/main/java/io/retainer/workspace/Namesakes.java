package io.retainer.workspace;

import static java.nio.file.FileVisitOption.FOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Scripts in force that are called like one that is not saved yet. Saved under the same path, it
 * takes their place as a whole: KPIs that it leaves out are gone.
 *
 * @param scripts folders of scripts in force
 * @param templates folders of report templates
 */
record Namesakes(List<Path> scripts, List<Path> templates) {

  private static final int DEEPEST = 6;

  /** Goes through a text once, whatever it is: it may be anybody's. */
  private static final Pattern DEFINED =
      Pattern.compile("(?m)^[ \\t]*+kpi\\s*+\\(\\s*+'([^'\\n]{1,200})'");

  /** What to know before the text is saved under the path of a namesake. */
  List<String> leftOut(String name, String text) throws IOException {
    Set<String> kept = defined(text);
    List<String> told = new ArrayList<>();
    for (Map.Entry<String, String> namesake : texts(scripts, ".groovy").entrySet()) {
      Set<String> gone = defined(namesake.getValue());
      gone.removeAll(kept);
      boolean isNamesake = Path.of(namesake.getKey()).getFileName().toString().equals(name);
      if (isNamesake && !gone.isEmpty()) {
        told.add(words(namesake.getKey(), gone));
      }
    }
    return told;
  }

  private String words(String path, Set<String> gone) throws IOException {
    List<String> each = new ArrayList<>();
    for (String id : gone) {
      Set<String> users = users(path, id);
      each.add(users.isEmpty() ? id : id + " (used in " + String.join(", ", users) + ")");
    }
    return "saved as "
        + path
        + " it takes the place of a file that has these KPIs too, and they are gone: "
        + String.join(", ", each)
        + "; add them, or save it under another name";
  }

  private Set<String> users(String path, String id) throws IOException {
    Set<String> users = new TreeSet<>();
    texts(scripts, ".groovy")
        .forEach(
            (file, text) -> {
              if (!file.equals(path) && text.contains("kpi('" + id + "')")) {
                users.add(file);
              }
            });
    Pattern named = Pattern.compile("(?<![\\w.-])" + Pattern.quote(id) + "(?![\\w.-])");
    texts(templates, "report.yaml")
        .forEach(
            (file, text) -> {
              if (named.matcher(text).find()) {
                users.add("report " + Path.of(file).getName(0));
              }
            });
    return users;
  }

  private static Set<String> defined(String text) {
    Set<String> ids = new TreeSet<>();
    Matcher definition = DEFINED.matcher(text);
    while (definition.find()) {
      ids.add(definition.group(1));
    }
    return ids;
  }

  /** By path within its folder; a later folder's file takes the place of an earlier one's. */
  private static Map<String, String> texts(List<Path> folders, String end) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (Path folder : folders) {
      if (!Files.isDirectory(folder)) {
        continue;
      }
      // A folder may be a link.
      try (Stream<Path> files =
          Files.find(folder, DEEPEST, (file, read) -> read.isRegularFile(), FOLLOW_LINKS)) {
        for (Path file : files.filter(f -> f.toString().endsWith(end)).toList()) {
          texts.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
        }
      }
    }
    return texts;
  }
}
