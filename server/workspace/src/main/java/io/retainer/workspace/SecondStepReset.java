package io.retainer.workspace;

import org.jdbi.v3.core.Jdbi;

/** The way back of somebody who has lost both the phone and the recovery codes. */
public final class SecondStepReset {

  private SecondStepReset() {}

  /**
   * From now on the password alone signs them in, until they set the second step up anew. They are
   * signed out everywhere.
   *
   * @return whether there was a second step to take away; false also when nobody has this name
   */
  public static boolean of(Jdbi state, String name) {
    return state.inTransaction(
        handle -> {
          String account = " where account_id in (select id from account where name = ?)";
          handle.execute("delete from session" + account, name);
          handle.execute("delete from halfway_sign_in" + account, name);
          handle.execute("delete from recovery_code" + account, name);
          return handle.execute("delete from second_step" + account, name) > 0;
        });
  }
}
