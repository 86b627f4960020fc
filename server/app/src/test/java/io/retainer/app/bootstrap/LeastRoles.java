package io.retainer.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.shell.Role;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The table of who may do what, {@code least-roles.txt}, written by hand. */
public final class LeastRoles {

  /** Where the client comes from, by the words of the table. */
  public enum Of {
    PATH,
    RUN,
    SCHEDULE,
    DELIVERY,
    OWNER,
    TABLE,
    BODY,
    LIST,
    ALL,
    NONE
  }

  private LeastRoles() {}

  /**
   * @param role empty when no sign-in is needed
   * @param of where the client comes from whom it concerns
   */
  public record Line(String method, String path, Optional<Role> role, Of of) {

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
    assertThat(words).as("\"%s\" is: method path role client", text).hasSize(4);
    return new Line(
        words[0],
        words[1],
        words[2].equals(Operation.ANYONE) ? Optional.empty() : Optional.of(Role.of(words[2])),
        Of.valueOf(words[3].toUpperCase(Locale.ROOT)));
  }
}
