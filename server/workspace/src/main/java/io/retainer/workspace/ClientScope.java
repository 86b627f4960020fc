package io.retainer.workspace;

import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Whose clients the thread may see. The door of the server sets it for each request; what works by
 * itself sees all. The stores put {@link #CLIENT} into each question they ask, so that a foreign
 * client is to every page and operation what one is that does not exist.
 *
 * @param holder id of the account or token whose list of clients holds; empty for all clients
 * @param issuedOnly whether only reports that went out are seen
 */
public record ClientScope(Optional<String> holder, boolean issuedOnly) {

  public static final ClientScope ALL = new ClientScope(Optional.empty(), false);

  /** Condition of a statement over a table with a column {@code client}. */
  public static final String CLIENT = condition("client");

  private static final ThreadLocal<ClientScope> OF_THREAD = new ThreadLocal<>();

  /** The same where the client stands in another column. */
  public static String condition(String column) {
    return """
    (cast(:scope_holder as varchar(36)) is null or %s in
      (select seen.client from client_access seen where seen.holder = :scope_holder))
    """
        .formatted(column);
  }

  public static ClientScope current() {
    ClientScope set = OF_THREAD.get();
    return set == null ? ALL : set;
  }

  /** From now on, on this thread, until {@link #leave}. */
  public void enter() {
    OF_THREAD.set(this);
  }

  public static void leave() {
    OF_THREAD.remove();
  }

  /** Gives a statement what the conditions ask for. */
  public static <S extends SqlStatement<S>> S bind(S statement) {
    return statement.bind("scope_holder", current().holder().orElse(null));
  }
}
