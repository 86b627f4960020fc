package io.retainer.toolkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.testkit.TestFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class GunzippedTest {

  @Test
  void readsATablePackedWithGzipWhateverItsName() throws IOException {
    byte[] packed = gzip("Date,Clicks\n2026-10-01,5\n".getBytes(UTF_8));
    for (String name : new String[] {"clicks.csv.gz", "clicks.csv", "download (1)"}) {
      var file = TestFile.of(name, packed);
      Sheet sheet = FileContent.of(file).sheets().get(0);
      assertThat(sheet.head().get(1).cells()).containsExactly("2026-10-01", "5");
      try (var rows = sheet.rows()) {
        assertThat(rows.next().cell(0)).isEqualTo("Date");
      }
      assertThat(file.openStreams()).isZero();
    }
    assertThat(FileContent.of(TestFile.of("clicks.csv.gz", packed)).sheets().get(0).name())
        .isEqualTo("clicks.csv");
  }

  @Test
  void readsJsonLinesPackedWithGzip() throws IOException {
    var file = TestFile.of("m.jsonl.gz", gzip("{\"a\":1}\n{\"a\":2}\n".getBytes(UTF_8)));
    assertThat(FileContent.of(file).documents().get(0).isLines()).isTrue();
  }

  @Test
  void namesAnArchiveThatBreaksOffOrIsDamaged() throws IOException {
    byte[] noise = new byte[300_000];
    new Random(4).ints(0, 26).limit(noise.length).forEach(new Letters(noise)::put);
    byte[] packed = gzip(noise);

    assertThatThrownBy(() -> readAll(Arrays.copyOf(packed, packed.length / 2)))
        .isInstanceOf(UnreadableContent.class)
        .hasMessageContaining("ends in the middle");
    assertThatThrownBy(() -> readAll(Arrays.copyOf(packed, 5)))
        .isInstanceOf(UnreadableContent.class);
    packed[packed.length - 6] ^= 1;
    assertThatThrownBy(() -> readAll(packed))
        .isInstanceOf(UnreadableContent.class)
        .hasMessageContaining("damaged gzip");
  }

  @Test
  void namesABomb() throws IOException {
    byte[] packed = gzip("0,0\n".repeat(16 << 20).getBytes(UTF_8));
    assertThatThrownBy(() -> readAll(packed)).hasMessageContaining("bomb");
  }

  /** Its head alone looks like a table whose columns may be named. */
  @Test
  void namesABombBeforeAnybodyReadsItsRows() throws IOException {
    byte[] packed = gzip("0,0\n".repeat(16 << 20).getBytes(UTF_8));
    var file = TestFile.of("till.csv.gz", packed);

    assertThatThrownBy(() -> FileContent.of(file))
        .isInstanceOf(UnreadableContent.class)
        .hasMessageContaining("bomb")
        .hasMessageContaining("at most 200 times the packed size");
    assertThat(file.openStreams()).isZero();
  }

  /** Whoever holds a file in memory asks for its size first. */
  @Test
  void isAsLargeAsWhatItHolds() throws IOException {
    byte[] packed = gzip("0,0\n".repeat(1000).getBytes(UTF_8));

    assertThat(Gunzipped.of(TestFile.of("till.csv.gz", packed)).size()).isEqualTo(4000);
  }

  /** The end of the inner archive was looked for where the outer one ends. */
  @Test
  void readsAZipWithinIt() throws IOException {
    var zip = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(zip)) {
      out.setLevel(0);
      out.putNextEntry(new ZipEntry("till.csv"));
      out.write("0,0\n".repeat(100_000).getBytes(UTF_8));
    }

    var file = TestFile.of("till.zip.gz", gzip(zip.toByteArray()));

    assertThat(FileContent.of(file).sheets()).hasSize(1);
  }

  @Test
  void namesAnArchiveInAnArchive() throws IOException {
    byte[] packed = gzip(gzip("a,b\n".getBytes(UTF_8)));
    assertThatThrownBy(() -> FileContent.of(TestFile.of("x.gz", packed)))
        .hasMessageContaining("further archives");
  }

  private static void readAll(byte[] packed) throws IOException {
    var file = TestFile.of("x.csv.gz", packed);
    try (var rows = FileContent.of(file).sheets().get(0).rows()) {
      while (rows.next() != null) {
        continue;
      }
    } finally {
      assertThat(file.openStreams()).isZero();
    }
  }

  private static byte[] gzip(byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  /** Lines of letters that pack badly. */
  private static final class Letters {
    private final byte[] into;
    private int at;

    Letters(byte[] into) {
      this.into = into;
    }

    void put(int letter) {
      into[at] = (byte) (at % 40 == 39 ? '\n' : 'a' + letter);
      at++;
    }
  }
}
