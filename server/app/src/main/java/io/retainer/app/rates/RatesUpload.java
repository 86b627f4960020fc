package io.retainer.app.rates;

import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Visit;
import io.retainer.workspace.rates.Rates;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;

/** The file of the form: its token comes first, and whoever has none sends nothing more. */
record RatesUpload(String name, byte[] bytes) {

  private static final int LARGEST_FIELD = 4096;

  static RatesUpload read(HttpServletRequest request, Visit visit) {
    String token = null;
    try {
      var parts = new JakartaServletFileUpload<>().getItemIterator(request);
      while (parts.hasNext()) {
        FileItemInput part = parts.next();
        if (part.isFormField() && part.getFieldName().equals("csrf")) {
          token = new String(bytes(part, LARGEST_FIELD), StandardCharsets.UTF_8).strip();
        } else if (!part.isFormField()) {
          refuseForeign(token, visit);
          return new RatesUpload(
              part.getName() == null ? "" : part.getName(), bytes(part, Rates.LARGEST + 1));
        }
      }
    } catch (FileUploadException e) {
      throw Problem.invalid("The form is damaged: " + e.getMessage());
    } catch (IOException e) {
      throw Problem.invalid("The form broke off: " + e.getMessage());
    }
    refuseForeign(token, visit);
    throw Problem.invalid("Choose a file of rates.");
  }

  private static void refuseForeign(String token, Visit visit) {
    if (!visit.hasSent(token)) {
      throw Problem.forbidden(
          "The form was too old or not from this browser. Open the page again and repeat.");
    }
  }

  private static byte[] bytes(FileItemInput part, int most) throws IOException {
    try (InputStream in = part.getInputStream()) {
      return in.readNBytes(most);
    }
  }
}
