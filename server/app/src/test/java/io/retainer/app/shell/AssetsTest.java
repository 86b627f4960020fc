package io.retainer.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Style and scripts travel compressed to whoever takes them so, and say the same. */
class AssetsTest {

  private static Response asked(String name, String accepted) {
    return new Assets().asset(Assets.VERSION, name, accepted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "gzip, deflate, br, zstd", "br;q=1.0, GZIP;q=0.5"})
  void compressedForBrowsers(String accepted) throws IOException {
    Response answer = asked("retainer.css", accepted);

    byte[] sent = (byte[]) answer.getEntity();
    assertThat(answer.getHeaderString("Content-Encoding")).isEqualTo("gzip");
    assertThat(answer.getHeaderString("Vary")).isEqualTo("Accept-Encoding");
    assertThat(new GZIPInputStream(new ByteArrayInputStream(sent)).readAllBytes())
        .isEqualTo(Assets.bytes("retainer.css"))
        .hasSizeGreaterThan(3 * sent.length);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "identity", "br", "gzip;q=0", "gzip; q=0.0, identity"})
  void asItIsForOthers(String accepted) {
    Response answer = asked("retainer.js", accepted);

    assertThat(answer.getHeaderString("Content-Encoding")).isNull();
    assertThat(answer.getHeaderString("Vary")).isEqualTo("Accept-Encoding");
    assertThat(answer.getEntity()).isEqualTo(Assets.bytes("retainer.js"));
  }

  /** Four hundred strangers who ask for the same at once had the processor unpack it each time. */
  @Test
  void isUnpackedAndCompressedOnceHoweverOftenSomebodyAsks() {
    for (String accepted : new String[] {null, "gzip"}) {
      assertThat(asked("cm-view.js", accepted).getEntity())
          .isSameAs(asked("cm-view.js", accepted).getEntity());
    }
    assertThat(Assets.bytes("not-there.js")).isNull();
  }

  @Test
  void fontsAreCompressedAlready() {
    Response answer = asked("inter-latin-400-normal.woff2", "gzip");

    assertThat(answer.getHeaderString("Content-Encoding")).isNull();
    assertThat(answer.getEntity()).isEqualTo(Assets.bytes("inter-latin-400-normal.woff2"));
  }
}
