package io.retainer.app.shell;

import jakarta.ws.rs.core.SecurityContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.Principal;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One request's visitor.
 *
 * @param account empty when nobody is signed in
 * @param csrf what each form of this browser must carry
 * @param path address of the page, with its query, for the way back
 * @param presence who would be let in now with what this request has brought
 */
public record Visit(
    Optional<Account> account,
    Language language,
    Theme theme,
    String csrf,
    String path,
    Supplier<Optional<Account>> presence)
    implements Principal {

  /** Of somebody who stays who they are. */
  public Visit(
      Optional<Account> account, Language language, Theme theme, String csrf, String path) {
    this(account, language, theme, csrf, path, () -> account);
  }

  /** Whether they may still do what they could when they asked, for work that goes on. */
  public boolean isStillIn() {
    return presence.get().equals(account);
  }

  /** How the pages look. */
  public enum Theme {
    SYSTEM,
    LIGHT,
    DARK
  }

  public static Visit of(SecurityContext security) {
    return (Visit) security.getUserPrincipal();
  }

  @Override
  public String getName() {
    return account.map(Account::name).orElse("");
  }

  public boolean may(Role role) {
    return account.filter(who -> who.role().includes(role)).isPresent();
  }

  public boolean mayManage() {
    return may(Role.MANAGER);
  }

  /** Whether they see only some of the clients. */
  public boolean isLimited() {
    return account.filter(Account::isLimited).isPresent();
  }

  /** Whether they see more than the reports that went out. */
  public boolean looks() {
    return may(Role.VIEWER);
  }

  public boolean isOwner() {
    return may(Role.OWNER);
  }

  /** Whether a form comes from one of our own pages in this browser. */
  public boolean hasSent(String csrfOfForm) {
    return csrfOfForm != null
        && MessageDigest.isEqual(
            csrf.getBytes(StandardCharsets.UTF_8), csrfOfForm.getBytes(StandardCharsets.UTF_8));
  }
}
