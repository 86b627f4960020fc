package io.retainer.workspace.sealing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/**
 * The key of what is sealed, and its change for another. The other key lies beside it until all
 * secrets are sealed anew, in one transaction: whenever the process ends, one of the two opens them
 * all, and which one the secrets themselves say.
 */
public final class KeyChange {

  /** How far a change is; tests end it there. */
  public enum Step {
    KEY_MADE,
    CREDENTIALS_SEALED
  }

  private final Path file;
  private final Path other;
  private final SealedTables sealed;

  public KeyChange(Path home, Supplier<Jdbi> state) {
    this(home, new SealedTables(state));
  }

  private KeyChange(Path home, SealedTables sealed) {
    this.file = home.resolve("secret.key");
    this.other = home.resolve("secret.key.new");
    this.sealed = sealed;
  }

  /** The key in force; a change that was broken off is ended or forgotten first. */
  public SealingKey current() {
    if (Files.exists(other)) {
      settle();
    }
    return SealingKey.in(file);
  }

  private void settle() {
    try {
      if (sealed.keyIds().contains(SealingKey.in(other).id())) {
        Files.move(other, file, StandardCopyOption.ATOMIC_MOVE);
      } else {
        Files.delete(other);
      }
    } catch (SealingException halfWritten) {
      forget();
    } catch (IOException e) {
      throw new UncheckedIOException("The key " + other + " cannot be put in its place", e);
    }
  }

  private void forget() {
    try {
      Files.delete(other);
    } catch (IOException e) {
      throw new UncheckedIOException("The unfinished key " + other + " cannot be deleted", e);
    }
  }

  /**
   * @return how many secrets were sealed anew
   * @throws SealingException when one does not open with the key in force; nothing is changed then
   */
  public int change(Consumer<Step> after) {
    SealingKey former = current();
    SealingKey next = SealingKey.in(other);
    after.accept(Step.KEY_MADE);
    int renewed = sealed.reseal((owner, secret) -> next.seal(former.open(secret, owner), owner));
    after.accept(Step.CREDENTIALS_SEALED);
    try {
      Files.move(other, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("The key " + other + " cannot be put in its place", e);
    }
    return renewed;
  }
}
