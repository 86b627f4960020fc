package io.retainer.connector.seo;

/** What a site answered when a crawler asked for a page. */
final class Responses {

  private Responses() {}

  /**
   * Whether the page is gone. Sites that answer a crawler with 401, 403 or 429 keep it out and may
   * well answer people, and without a code nobody asked: null for these.
   */
  static Boolean isBroken(String code) {
    if (code == null || !code.matches("[1-5]\\d\\d")) {
      return null;
    }
    int answer = Integer.parseInt(code);
    return answer == 401 || answer == 403 || answer == 429 ? null : (Boolean) (answer >= 400);
  }
}
