package io.retainer.app.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;

/**
 * A form with files that are held in memory, as each is small. Its token comes first: whoever has
 * none sends nothing more.
 *
 * @param files by the name of their field; of none chosen there is one without bytes
 */
public record FormWithFiles(Map<String, String> fields, Map<String, Sent> files) {

  private static final int LARGEST_FIELD = 4096;
  private static final int MOST_PARTS = 30;

  /**
   * A file as the browser names it.
   *
   * @param name empty when it does not
   */
  public record Sent(String name, byte[] bytes) {}

  /**
   * @param largest bytes of a file; more are refused
   */
  public static FormWithFiles read(HttpServletRequest request, Visit visit, int largest) {
    Map<String, String> fields = new HashMap<>();
    Map<String, Sent> files = new LinkedHashMap<>();
    try {
      var parts = new JakartaServletFileUpload<>().getItemIterator(request);
      int number = 0;
      while (parts.hasNext()) {
        if (++number > MOST_PARTS) {
          throw Problem.tooLarge("This form has at most " + MOST_PARTS + " files and fields.");
        }
        FileItemInput part = parts.next();
        if (part.isFormField()) {
          fields.put(
              part.getFieldName(),
              new String(bytes(part, LARGEST_FIELD), StandardCharsets.UTF_8).strip());
        } else {
          refuseForeign(fields, visit);
          String name = part.getName() == null ? "" : part.getName();
          files.put(part.getFieldName(), new Sent(name, bytes(part, largest)));
        }
      }
    } catch (FileUploadException e) {
      throw Problem.invalid("The form is damaged: " + e.getMessage());
    } catch (IOException e) {
      throw Problem.invalid("The form broke off: " + e.getMessage());
    }
    refuseForeign(fields, visit);
    return new FormWithFiles(fields, files);
  }

  private static void refuseForeign(Map<String, String> fields, Visit visit) {
    if (!visit.hasSent(fields.get("csrf"))) {
      throw Problem.forbidden(
          "The form was too old or not from this browser. Open the page again and repeat.");
    }
  }

  private static byte[] bytes(FileItemInput part, int most) throws IOException {
    try (InputStream in = part.getInputStream()) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw Problem.tooLarge(
            "\"" + part.getFieldName() + "\" is larger than a form may carry; save it smaller.");
      }
      return bytes;
    }
  }
}
