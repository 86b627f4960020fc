package io.retainer.app.shell;

import java.util.Locale;

/** What a person may do. Each role may do all that a later one may. */
public enum Role {
  /** People, tokens and settings. */
  OWNER,
  /** Clients, uploads, reports, schedules. */
  MANAGER,
  /** Writes KPI scripts, and sees what a viewer sees. */
  AUTHOR,
  /** Looks and downloads. */
  VIEWER,
  /** Reads the reports that went out, and nothing else. */
  STAKEHOLDER;

  public boolean includes(Role other) {
    return compareTo(other) <= 0;
  }

  /** The word in the database, the API and the texts. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Role of(String word) {
    for (Role role : values()) {
      if (role.word().equals(word)) {
        return role;
      }
    }
    throw new IllegalArgumentException(
        "\"" + word + "\" is no role; there are owner, manager, author, viewer and stakeholder");
  }
}
