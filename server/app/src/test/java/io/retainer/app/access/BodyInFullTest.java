package io.retainer.app.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the body of a request ends that wanted another protocol. */
class BodyInFullTest {

  private static final String NEXT = "GET /next HTTP/1.1\r\n\r\n";

  private static InputStream wire(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  private static String all(InputStream body) throws IOException {
    return new String(body.readAllBytes(), UTF_8);
  }

  @Test
  void isAsLongAsItSays() throws IOException {
    InputStream wire = wire("name=olga" + NEXT);

    assertThat(all(BodyInFull.of(wire, 9))).isEqualTo("name=olga");
    assertThat(all(wire)).isEqualTo(NEXT);
    assertThat(BodyInFull.of(wire(NEXT), 0).read()).isEqualTo(-1);
  }

  @Test
  void endsWithItsLastChunk() throws IOException {
    InputStream wire = wire("5\r\nname=\r\n004;of=4\r\nolga\r\n0\r\nDigest: x\r\n\r\n" + NEXT);

    assertThat(all(BodyInFull.inChunks(wire))).isEqualTo("name=olga");
    assertThat(all(wire)).isEqualTo(NEXT);
    assertThat(all(BodyInFull.inChunks(wire("0\r\n\r\n")))).isEmpty();
  }

  @Test
  void oneThatBreaksOffIsNoShorterOne() {
    assertThatThrownBy(() -> all(BodyInFull.of(wire("name"), 9))).isInstanceOf(EOFException.class);
    assertThatThrownBy(() -> all(BodyInFull.inChunks(wire("5\r\nname=\r\n"))))
        .isInstanceOf(EOFException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-5\r\nname=\r\n0\r\n\r\n",
        "0x5\r\nname=\r\n0\r\n\r\n",
        "5\nname=\r\n0\r\n\r\n",
        "5\r\nname=more\r\n0\r\n\r\n",
        "ffffffffffffffff\r\nname\r\n0\r\n\r\n",
        "\r\nname=\r\n"
      })
  void whatMayEndElsewhereForAnotherReaderIsRefused(String chunks) {
    assertThatThrownBy(() -> all(BodyInFull.inChunks(wire(chunks))))
        .isInstanceOf(IOException.class);
  }
}
