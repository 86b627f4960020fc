package io.retainer.app.brand;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A request as a browser or a program sends it, of which only the body matters. */
public final class SentBody {

  private static final String EDGE = "edge-of-the-form";

  private SentBody() {}

  public static HttpServletRequest of(byte[] body, String type) {
    ServletInputStream stream = stream(body);
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            SentBody.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getInputStream" -> stream;
                  case "getContentType" -> type;
                  case "getMethod" -> "POST";
                  case "getContentLength" -> body.length;
                  case "getContentLengthLong" -> (long) body.length;
                  default -> null;
                });
  }

  /** What a container gives to whoever reads a body. */
  public static ServletInputStream stream(byte[] body) {
    var in = new ByteArrayInputStream(body);
    return new ServletInputStream() {
      @Override
      public int read() {
        return in.read();
      }

      @Override
      public boolean isFinished() {
        return in.available() == 0;
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setReadListener(ReadListener listener) {
        throw new UnsupportedOperationException();
      }
    };
  }

  /** Fields in their order, then files. */
  public static HttpServletRequest form(Map<String, String> fields, Map<String, byte[]> files)
      throws IOException {
    var body = new ByteArrayOutputStream();
    for (Map.Entry<String, String> field : fields.entrySet()) {
      head(body, "name=\"" + field.getKey() + "\"");
      body.write(field.getValue().getBytes(StandardCharsets.UTF_8));
    }
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      head(body, "name=\"" + file.getKey() + "\"; filename=\"any.bin\"");
      body.write(file.getValue());
    }
    body.write(("\r\n--" + EDGE + "--\r\n").getBytes(StandardCharsets.US_ASCII));
    return of(body.toByteArray(), "multipart/form-data; boundary=" + EDGE);
  }

  private static void head(ByteArrayOutputStream body, String disposition) throws IOException {
    body.write(
        ("\r\n--" + EDGE + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
  }
}
