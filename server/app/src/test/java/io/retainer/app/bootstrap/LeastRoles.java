package io.retainer.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.shell.Role;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The table of who may do what, {@code least-roles.txt}, written by hand. */
public final class LeastRoles {

  private LeastRoles() {}

  /**
   * @param role empty when no sign-in is needed
   */
  public record Line(String method, String path, Optional<Role> role) {

    public boolean admits(Optional<Role> visitor) {
      return role.isEmpty() || visitor.filter(has -> has.includes(role.get())).isPresent();
    }

    @Override
    public String toString() {
      return method + " " + path + " " + role.map(Role::word).orElse(Operation.ANYONE);
    }
  }

  /** The lines in their order. */
  public static List<Line> table() throws IOException {
    try (InputStream in = LeastRoles.class.getResourceAsStream("least-roles.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(LeastRoles::line)
          .toList();
    }
  }

  private static Line line(String text) {
    String[] words = text.strip().split(" +");
    assertThat(words).as("\"%s\" is: method path role", text).hasSize(3);
    return new Line(
        words[0],
        words[1],
        words[2].equals(Operation.ANYONE) ? Optional.empty() : Optional.of(Role.of(words[2])));
  }
}
