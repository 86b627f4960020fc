package io.retainer.workspace;

import java.util.Locale;

/** What a server that works beside others is there for. */
public enum ServerRole {

  /** Pages and the work behind them, as a server alone. */
  ALL,

  /** Pages and the API; reports, uploads and mails are left to others. */
  WEB,

  /** Reports, uploads, mails and whatever happens by itself; no pages. */
  WORKER;

  /** Set for a server, in its own home. */
  public static final String KEY = "retainer.role";

  /**
   * @throws IllegalArgumentException for another word
   */
  public static ServerRole of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** As it is set. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean hasPages() {
    return this != WORKER;
  }

  /** Whether it does what happens by itself or may happen later. */
  public boolean works() {
    return this != WEB;
  }
}
