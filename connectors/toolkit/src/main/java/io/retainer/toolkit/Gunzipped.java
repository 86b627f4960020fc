package io.retainer.toolkit;

import io.retainer.spi.ReadIssue;
import io.retainer.spi.SourceFile;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * What a gzip archive holds, unpacked while it is read and within limits.
 *
 * @param size of what it holds
 */
record Gunzipped(SourceFile packed, long size) implements SourceFile {

  private static final String SIZE = "toolkit 1: size of what gzip holds";

  /**
   * Unpacked as a whole once and nothing kept, to know that it is sound and no bomb before anybody
   * is asked what its columns are.
   *
   * @throws UnreadableContent when it is damaged or unpacks to more than a file may
   */
  static Gunzipped of(SourceFile packed) throws IOException {
    return new Gunzipped(packed, (Long) FirstLook.at(packed, SIZE, () -> unpacked(packed)));
  }

  private static Object unpacked(SourceFile packed) throws IOException {
    try (InputStream content = content(packed)) {
      return content.transferTo(OutputStream.nullOutputStream());
    }
  }

  static boolean is(byte[] head) {
    return FileContent.startsWith(head, 0x1F, 0x8B);
  }

  @Override
  public String name() {
    String name = packed.name();
    return name.toLowerCase(java.util.Locale.ROOT).endsWith(".gz")
        ? name.substring(0, name.length() - 3)
        : name;
  }

  @Override
  public List<SourceFile> siblings() {
    return packed.siblings();
  }

  @Override
  public Object once(String question, Look look) throws IOException {
    return packed.once("unpacked with gzip, " + question, look);
  }

  @Override
  public InputStream open() throws IOException {
    return content(packed);
  }

  private static InputStream content(SourceFile packed) throws IOException {
    InputStream in = packed.open();
    try {
      return new Content(new PackedBytes(new BufferedInputStream(in, 1 << 16)));
    } catch (IOException | RuntimeException failure) {
      in.close();
      throw translated(failure);
    }
  }

  private static IOException translated(Exception failure) {
    if (failure instanceof EOFException eof) {
      return ZipEntries.endsInTheMiddle(eof);
    }
    if (failure instanceof ZipException) {
      return new UnreadableContent(
          ReadIssue.ofFile(
              "a damaged gzip archive (" + failure.getMessage() + ")",
              "a sound gzip archive",
              "Download the export again."),
          failure);
    }
    return failure instanceof IOException io ? io : new IOException(failure);
  }

  private static final class Content extends FilterInputStream {
    private final PackedBytes packed;
    private long unpacked;

    Content(PackedBytes packed) throws IOException {
      super(new GZIPInputStream(packed, 1 << 16));
      this.packed = packed;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read;
      try {
        read = super.read(bytes, offset, length);
      } catch (IOException failure) {
        throw translated(failure);
      }
      unpacked += Math.max(0, read);
      ZipEntries.refuseBomb(packed.count(), unpacked, Limits.UNPACKED);
      return read;
    }

    @Override
    public long skip(long count) throws IOException {
      long skipped = 0;
      while (skipped < count && read() >= 0) {
        skipped++;
      }
      return skipped;
    }
  }
}
