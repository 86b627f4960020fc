package io.retainer.toolkit;

import io.retainer.spi.ReadIssue;
import io.retainer.spi.SourceFile;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/**
 * The entries of a ZIP archive, one after the other, within limits: how many, how many bytes in
 * all, and how many out of how few. Nothing is written anywhere, so a hostile path in a name has
 * nowhere to lead.
 *
 * <p>Not with the JDK's own reader: it takes an archive for damaged whose sizes stand in eight
 * bytes behind each entry, as programs write workbooks that never hold one in memory.
 */
final class ZipEntries implements Closeable {

  /** The end of the directory, without and with the longest comment. */
  private static final int SHORTEST_END = 22;

  private static final int LONGEST_END = SHORTEST_END + 65_535;

  private final PackedBytes packed;
  private final ZipArchiveInputStream zip;
  private final int mostEntries;
  private final long mostBytes;
  private final CRC32 sum = new CRC32();
  private ZipArchiveEntry entry;
  private int count;
  private long unpacked;

  private ZipEntries(PackedBytes packed, int mostEntries, long mostBytes) {
    this.packed = packed;
    // Names without the UTF-8 flag are in some old code page; this one reads any bytes.
    this.zip = new ZipArchiveInputStream(packed, StandardCharsets.ISO_8859_1.name(), true);
    this.mostEntries = mostEntries;
    this.mostBytes = mostBytes;
  }

  static ZipEntries open(SourceFile file, int mostEntries, long mostBytes) throws IOException {
    return new ZipEntries(
        new PackedBytes(new BufferedInputStream(file.open(), 1 << 16)), mostEntries, mostBytes);
  }

  /**
   * @return the next entry that is no folder, or null
   */
  ZipEntry next() throws IOException {
    try {
      do {
        drain();
        ZipArchiveEntry last = entry;
        entry = zip.getNextEntry();
        refuseDamage(last);
        if (entry != null && ++count > mostEntries) {
          throw UnreadableContent.of(
              "an archive of more than " + mostEntries + " entries",
              "the few files of an export",
              "Unpack it and upload the files of one export at a time.");
        }
        sum.reset();
      } while (entry != null && entry.isDirectory());
      return entry;
    } catch (IOException failure) {
      throw translated(failure);
    } catch (IllegalArgumentException badName) {
      throw damaged(badName);
    }
  }

  /** The sum of an entry may stand behind it, and is known once the next one was looked for. */
  private void refuseDamage(ZipArchiveEntry last) throws ZipException {
    if (last != null && last.getCrc() >= 0 && last.getCrc() != sum.getValue()) {
      throw new ZipException("the check sum of an entry is wrong");
    }
  }

  private void drain() throws IOException {
    if (entry != null) {
      content().transferTo(OutputStream.nullOutputStream());
    }
  }

  /** Place of the current entry in the archive, from 1, folders counted. */
  int place() {
    return count;
  }

  /** The current entry's bytes. Closing them closes the archive. */
  InputStream content() {
    return new Content();
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private void refusePassword() throws UnreadableContent {
    if (entry != null && entry.getGeneralPurposeBit().usesEncryption()) {
      throw UnreadableContent.of(
          "an archive protected with a password",
          "an archive that opens without one",
          "Unpack it with the password and upload the files.");
    }
  }

  private void spend(long bytes) throws UnreadableContent {
    unpacked += bytes;
    refuseBomb(packed.count(), unpacked, mostBytes);
  }

  static void refuseBomb(long packed, long unpacked, long most) throws UnreadableContent {
    if (unpacked > most || unpacked > Limits.RATIO_FREE && unpacked > Limits.RATIO * packed) {
      throw UnreadableContent.of(
          "an archive of which the first "
              + packed
              + " bytes unpack to "
              + unpacked
              + ": a ZIP bomb, or no export",
          "at most "
              + most
              + " bytes unpacked, and at most "
              + Limits.RATIO
              + " times the packed size",
          "Do not unpack it unless you know where it comes from; download the export again.");
    }
  }

  private static IOException translated(IOException failure) {
    if (failure instanceof UnreadableContent) {
      return failure;
    }
    if (failure instanceof EOFException
        || String.valueOf(failure.getMessage()).startsWith("Truncated")) {
      return endsInTheMiddle(failure);
    }
    return failure instanceof ZipException ? damaged(failure) : failure;
  }

  static UnreadableContent endsInTheMiddle(IOException cause) {
    return new UnreadableContent(
        ReadIssue.ofFile(
            "an archive that ends in the middle",
            "a whole archive",
            "The download or upload broke off: download the export again."),
        cause);
  }

  /**
   * Whether the directory that every archive ends with is there. An archive cut off between two
   * entries reads like a whole one otherwise.
   */
  static boolean hasEnd(SourceFile file) throws IOException {
    byte[] tail;
    try (var in = file.open()) {
      in.skipNBytes(Math.max(0, file.size() - LONGEST_END));
      tail = in.readNBytes(LONGEST_END);
    }
    for (int i = tail.length - SHORTEST_END; i >= 0; i--) {
      if (tail[i] == 'P' && tail[i + 1] == 'K' && tail[i + 2] == 5 && tail[i + 3] == 6) {
        return true;
      }
    }
    return false;
  }

  private static UnreadableContent damaged(Exception cause) {
    return new UnreadableContent(
        ReadIssue.ofFile(
            "a damaged archive (" + cause.getMessage() + ")",
            "a sound ZIP archive",
            "Download the export again."),
        cause);
  }

  private final class Content extends InputStream {

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        refusePassword();
        int read = zip.read(bytes, offset, length);
        if (read > 0) {
          sum.update(bytes, offset, read);
          spend(read);
        }
        return read;
      } catch (IOException failure) {
        throw translated(failure);
      }
    }

    @Override
    public void close() throws IOException {
      zip.close();
    }
  }
}
