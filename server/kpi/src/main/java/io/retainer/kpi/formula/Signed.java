package io.retainer.kpi.formula;

import java.util.Set;

/** Columns with amounts that may be below zero. */
public final class Signed {

  public static final Set<String> COLUMNS = Set.of("follower_change", "margin");

  private Signed() {}
}
