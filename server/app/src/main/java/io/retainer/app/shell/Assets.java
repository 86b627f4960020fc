package io.retainer.app.shell;

import io.retainer.rendering.page.BrandSheet;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;

/** Style, fonts and scripts of the pages. */
@Path("/assets")
public final class Assets {

  /** The modules that the editor of KPIs imports. */
  public static final List<String> EDITOR =
      List.of(
          "cm-state.js",
          "cm-view.js",
          "cm-language.js",
          "cm-commands.js",
          "cm-autocomplete.js",
          "cm-lint.js",
          "cm-common.js",
          "cm-highlight.js",
          "cm-find-cluster-break.js",
          "cm-style-mod.js",
          "cm-w3c-keyname.js",
          "cm-crelt.js");

  /** Of this program, which are few: anybody may ask for them as often as they like. */
  private static final Map<String, byte[]> UNPACKED = new ConcurrentHashMap<>();

  private static final Map<String, byte[]> COMPRESSED = new ConcurrentHashMap<>();

  static final String VERSION =
      fingerprint(
          Stream.concat(
              Stream.of(
                  "retainer.css",
                  "retainer.js",
                  "editor.js",
                  "kpi-language.js",
                  "kpi-completion.js"),
              EDITOR.stream()));

  /** Named, and not by the quality 0, which refuses it. */
  private static final Pattern GZIP =
      Pattern.compile("(?i)\\bgzip\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))");

  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css;charset=UTF-8",
          "js", "text/javascript;charset=UTF-8",
          "svg", "image/svg+xml",
          "woff2", "font/woff2");

  /**
   * Fonts are compressed as they are. Pages are not compressed: their size would tell of what they
   * hold.
   *
   * @param version changes with the files, so that browsers may keep them
   */
  @GET
  @Public
  @Path("{version}/{name:[a-z0-9-]+[.][a-z0-9]+}")
  public Response asset(
      @PathParam("version") String version,
      @PathParam("name") String name,
      @HeaderParam(HttpHeaders.ACCEPT_ENCODING) String accepted) {
    String type = TYPES.get(name.substring(name.indexOf('.') + 1));
    Optional<byte[]> brand =
        BrandSheet.named(name).map(sheet -> sheet.getBytes(StandardCharsets.UTF_8));
    byte[] bytes = brand.orElseGet(() -> type == null ? null : bytes(name));
    if (bytes == null) {
      throw Problem.missing("There is no file of this name.");
    }
    var answer =
        Response.ok(bytes, type).header("Cache-Control", "public, max-age=31536000, immutable");
    if (name.endsWith(".woff2")) {
      return answer.build();
    }
    answer.header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    return accepted != null && GZIP.matcher(accepted).find()
        ? answer
            .header(HttpHeaders.CONTENT_ENCODING, "gzip")
            .entity(
                brand
                    .map(Assets::compressed)
                    .orElseGet(() -> COMPRESSED.computeIfAbsent(name, own -> compressed(bytes))))
            .build()
        : answer.build();
  }

  private static byte[] compressed(byte[] bytes) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static String fingerprint(Stream<String> names) {
    var sum = new CRC32();
    names.forEach(name -> sum.update(bytes(name)));
    return Long.toHexString(sum.getValue());
  }

  static byte[] bytes(String name) {
    return UNPACKED.computeIfAbsent(name, Assets::read);
  }

  private static byte[] read(String name) {
    try (InputStream in = Assets.class.getResourceAsStream("/assets/" + name)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + name + " of the pages cannot be read", e);
    }
  }
}
