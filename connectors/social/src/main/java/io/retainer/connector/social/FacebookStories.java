package io.retainer.connector.social;

import io.retainer.toolkit.FileContent;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Likes, comments and shares of posts, which stand in a sheet beside the key metrics. An empty cell
 * of it is none.
 */
record FacebookStories(Set<String> kinds, Map<String, Map<String, Long>> byPost) {

  static final List<String> KINDS = List.of("likes", "comments", "shares");

  static FacebookStories in(FileContent content) throws IOException {
    Set<String> kinds = new TreeSet<>();
    Map<String, Map<String, Long>> byPost = new HashMap<>();
    for (Sheet sheet : content.sheets()) {
      Optional<Table> found =
          Table.find(sheet, FacebookPages.HEADINGS, List.of("post_id", "likes"))
              .filter(table -> !table.columns().has("impressions"));
      if (found.isPresent()) {
        Table table = found.get();
        KINDS.stream().filter(table.columns()::has).forEach(kinds::add);
        table.eachRow(row -> see(table, row, byPost));
      }
    }
    return new FacebookStories(kinds, byPost);
  }

  private static void see(Table table, Row row, Map<String, Map<String, Long>> byPost) {
    Map<String, Long> counts = new HashMap<>();
    for (String kind : KINDS) {
      String cell = row.cell(table.columns().index(kind)).strip();
      if (cell.isEmpty() || cell.matches("\\d{1,15}")) {
        counts.put(kind, cell.isEmpty() ? 0L : Long.valueOf(cell));
      }
    }
    byPost.put(row.cell(table.columns().index("post_id")).strip(), counts);
  }

  boolean has(String kind) {
    return kinds.contains(kind);
  }

  /**
   * @return null for a post that the sheet does not have
   */
  Long of(String post, String kind) {
    return byPost.getOrDefault(post, Map.of()).get(kind);
  }
}
