package io.retainer.app.reports;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/**
 * Whether something failed because the database went: restarted, killed or cut off. It says nothing
 * of what was asked, which is asked again once the database is back.
 */
public final class LostDatabase {

  /** "Connection exception" of the SQL standard. */
  private static final String CONNECTION = "08";

  /** PostgreSQL's shutdown by an administrator, its crash, and its start that is not over. */
  private static final Set<String> STOPPED = Set.of("57P01", "57P02", "57P03");

  private LostDatabase() {}

  public static boolean isCauseOf(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof SQLException sql && isLost(sql)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLost(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    return failure instanceof SQLTransientConnectionException
        || failure instanceof SQLNonTransientConnectionException
        || failure instanceof SQLRecoverableException
        || state.startsWith(CONNECTION)
        || STOPPED.contains(state);
  }
}
