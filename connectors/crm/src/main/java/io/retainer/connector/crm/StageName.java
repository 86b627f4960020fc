package io.retainer.connector.crm;

/**
 * A stage as HubSpot writes it beside others of its name: {@code Closed lost (Sales Pipeline)}. The
 * name of a pipeline may have brackets of its own: {@code Demo (Midwest (ND, SD))}.
 *
 * @param pipeline null when there is none behind the stage
 */
record StageName(String stage, String pipeline) {

  static StageName of(String text) {
    String name = text.strip();
    int open = opening(name);
    return open <= 0
        ? new StageName(name, null)
        : new StageName(
            name.substring(0, open).strip(), name.substring(open + 1, name.length() - 1).strip());
  }

  /** Where the bracket opens that closes at the end of the name; -1 when none does. */
  private static int opening(String name) {
    int depth = 0;
    for (int i = name.length() - 1; i >= 0 && name.endsWith(")"); i--) {
      depth += name.charAt(i) == ')' ? 1 : name.charAt(i) == '(' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
