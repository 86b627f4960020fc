package io.retainer.workspace;

import io.retainer.model.client.Client;
import java.util.List;

/**
 * Clients that are looked at together.
 *
 * @param members those that the thread may see, by name
 */
public record ClientGroup(String id, String name, List<Client> members) {

  private static final int LONGEST = 100;

  /** Separates groups in a cell of the table of clients. */
  public static final String SEPARATOR = ";";

  public ClientGroup {
    members = List.copyOf(members);
  }

  /**
   * A name as somebody typed it.
   *
   * @throws IllegalArgumentException saying what a name has to be
   */
  public static String name(String typed) {
    String name = typed.strip().replaceAll("\\s+", " ");
    boolean isPlain =
        name.codePoints().noneMatch(Character::isISOControl) && Client.visible(name).equals(name);
    if (name.isEmpty() || name.length() > LONGEST || name.contains(SEPARATOR) || !isPlain) {
      throw new IllegalArgumentException(
          "A group has a name of 1 to %d characters without semicolons, like Nordic shops; saw \"%s\""
              .formatted(
                  LONGEST, name.length() > LONGEST ? name.substring(0, LONGEST) + "…" : name));
    }
    return name;
  }
}
