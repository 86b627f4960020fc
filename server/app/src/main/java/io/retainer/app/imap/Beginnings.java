package io.retainer.app.imap;

import jakarta.mail.MessagingException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.eclipse.angus.mail.imap.protocol.UIDSet;

/**
 * The first bytes of several mails by one question. Jakarta Mail asks for each mail alone, and a
 * mail server may be far away.
 */
public final class Beginnings {

  private Beginnings() {}

  /**
   * @param uids numbers of the mails
   * @param longest how many bytes of each
   * @return by number; without those that are gone or of which the server says nothing. None of
   *     them counts as seen
   */
  public static Map<Long, byte[]> of(IMAPFolder folder, Collection<Long> uids, int longest)
      throws MessagingException {
    UIDSet[] sets =
        UIDSet.createUIDSets(uids.stream().mapToLong(Long::longValue).sorted().toArray());
    String question =
        "UID FETCH %s (UID BODY.PEEK[]<0.%d>)".formatted(UIDSet.toString(sets), longest);
    var read = new HashMap<Long, byte[]>();
    folder.doCommand(
        protocol -> {
          for (Response each : answers(protocol, question)) {
            keep(each, read);
          }
          return null;
        });
    read.keySet().retainAll(uids);
    return read;
  }

  private static Response[] answers(IMAPProtocol protocol, String question)
      throws ProtocolException {
    Response[] answers = protocol.command(question, null);
    protocol.notifyResponseHandlers(answers);
    protocol.handleResult(answers[answers.length - 1]);
    return answers;
  }

  private static void keep(Response answer, Map<Long, byte[]> read) {
    if (answer instanceof FetchResponse mail) {
      UID uid = mail.getItem(UID.class);
      BODY body = mail.getItem(BODY.class);
      if (uid != null && body != null && body.getByteArray() != null) {
        read.put(uid.uid, body.getByteArrayInputStream().readAllBytes());
      }
    }
  }
}
