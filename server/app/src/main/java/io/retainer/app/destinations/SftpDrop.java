package io.retainer.app.destinations;

import io.retainer.app.deliveries.Letter;
import io.retainer.app.deliveries.Transport.Outcome;
import io.retainer.workspace.destinations.Destination;
import io.retainer.workspace.destinations.SftpAddress;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/**
 * Puts the files of a report onto an SFTP server: all of them under names that begin with a dot,
 * then each under its own, so that whoever fetches them there finds whole files only.
 */
final class SftpDrop {

  private static final Duration USUAL_PATIENCE = Duration.ofSeconds(30);

  private static final int DEEPEST = 20;

  /** What the library says of waits that ended. */
  private static final Pattern SILENCE = Pattern.compile("(?i)timeout|timed out|time-out");

  /** And of sessions. */
  private static final Pattern CLOSED = Pattern.compile("(?i)clos(ed|ing)|aborted|reset");

  private final Destination destination;
  private final SftpAddress address;
  private final Duration patience;

  SftpDrop(Destination destination) {
    this(destination, USUAL_PATIENCE);
  }

  /**
   * @param patience with each answer
   */
  SftpDrop(Destination destination, Duration patience) {
    this.patience = patience;
    this.destination = destination;
    this.address = SftpAddress.parse(destination.target());
  }

  Outcome send(Letter letter, Runnable leaving) {
    String secret;
    try {
      secret = destination.readSecret();
    } catch (IOException e) {
      return new Outcome.NotNow("The secret-file of " + letter.to() + " cannot be read.");
    }
    boolean isLeaving = false;
    try (SftpConnection connection = open(secret);
        SftpClient there = connection.files()) {
      var folder = new RemoteFolder(there, address);
      for (int i = 0; i < letter.attachments().size(); i++) {
        folder.upload(letter.attachments().get(i).file(), part(letter, i));
      }
      // Whoever waits for files may take one away as soon as it has its name.
      leaving.run();
      isLeaving = true;
      return new Outcome.Taken("written: " + String.join(", ", name(folder, letter)));
    } catch (SftpConnection.OtherHostException | GuardedAddresses.InternalException e) {
      return new Outcome.Refused(e.getMessage() + ".");
    } catch (SftpException e) {
      return new Outcome.NotNow(refused(e));
    } catch (IOException e) {
      return isLeaving ? looked(letter, secret, e) : new Outcome.NotNow(cutOff(e));
    }
  }

  private SftpConnection open(String secret) throws IOException {
    return SftpConnection.open(
        address, destination.hostKeys(), secret, destination.isInternal(), patience);
  }

  /** The same for each attempt of a mail, so that what one leaves behind the next takes up. */
  private static String part(Letter letter, int number) {
    String id = letter.messageId().replaceAll("[^A-Za-z0-9]+", "-");
    return ".retainer" + id + number + ".part";
  }

  private static List<String> name(RemoteFolder folder, Letter letter) throws IOException {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < letter.attachments().size(); i++) {
      Letter.Attachment file = letter.attachments().get(i);
      names.add(folder.name(part(letter, i), file.file(), new FileName(file.name())));
    }
    return names;
  }

  /** The connection broke while files got their names: what lies there says which have to. */
  private Outcome looked(Letter letter, String secret, IOException broken) {
    try (SftpConnection connection = open(secret);
        SftpClient there = connection.files()) {
      var folder = new RemoteFolder(there, address);
      List<String> names = new ArrayList<>();
      for (int i = 0; i < letter.attachments().size(); i++) {
        Letter.Attachment file = letter.attachments().get(i);
        var name = new FileName(file.name());
        if (folder.has(part(letter, i))) {
          names.add(folder.name(part(letter, i), file.file(), name));
        } else {
          folder.find(file.file(), name).ifPresent(names::add);
        }
      }
      if (names.size() == letter.attachments().size()) {
        return new Outcome.Taken("written: " + String.join(", ", names));
      }
    } catch (IOException e) {
      broken.addSuppressed(e);
    }
    return new Outcome.Unclear(
        Call.line(
            "The connection with %s broke while the files got their names: %s."
                .formatted(address.host(), reason(broken))));
  }

  private String refused(SftpException e) {
    String what =
        switch (e.getStatus()) {
          case SftpConstants.SSH_FX_NO_SUCH_FILE, SftpConstants.SSH_FX_NO_SUCH_PATH ->
              "there is no such folder";
          case SftpConstants.SSH_FX_PERMISSION_DENIED, SftpConstants.SSH_FX_WRITE_PROTECT ->
              address.user() + " may not write there";
          case SftpConstants.SSH_FX_NO_SPACE_ON_FILESYSTEM, SftpConstants.SSH_FX_QUOTA_EXCEEDED ->
              "its disk is full";
          default -> "it could not write them, perhaps because its disk is full";
        };
    return Call.line(
        "%s did not take the files into %s: %s (%s, status %d)."
            .formatted(address.host(), address.shown(), what, e.getMessage(), e.getStatus()));
  }

  private String cutOff(IOException e) {
    return Call.line("No file was handed over to %s: %s.".formatted(address.host(), reason(e)));
  }

  /** The library says it in words for who wrote it. */
  static String reason(IOException e) {
    if (e instanceof SftpConnection.DeniedException) {
      return e.getMessage();
    }
    List<Throwable> causes =
        Stream.iterate((Throwable) e, Throwable::getCause)
            .limit(DEEPEST)
            .takeWhile(each -> each != null)
            .toList();
    if (causes.stream().anyMatch(UnknownHostException.class::isInstance)) {
      return "no machine has that name";
    }
    if (causes.stream().anyMatch(ConnectException.class::isInstance)) {
      return "no SSH server answers at that address and port";
    }
    if (causes.stream()
        .anyMatch(each -> SILENCE.matcher(String.valueOf(each.getMessage())).find())) {
      return "it did not answer in time";
    }
    return causes.stream().anyMatch(SftpDrop::isCut) || isOfTheSystem(causes.get(causes.size() - 1))
        ? "the connection broke"
        : String.valueOf(e.getMessage());
  }

  private static boolean isCut(Throwable each) {
    return each instanceof EOFException
        || each instanceof ClosedChannelException
        || each instanceof SocketException
        || CLOSED.matcher(String.valueOf(each.getMessage())).find();
  }

  /** A socket's writing fails with the operating system's words, in the machine's language. */
  private static boolean isOfTheSystem(Throwable first) {
    return first.getClass() == IOException.class;
  }
}
