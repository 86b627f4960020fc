package io.retainer.toolkit;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Single parts of a workbook that is in memory. */
final class WorkbookParts {

  private WorkbookParts() {}

  /**
   * @return the part's bytes, none when the workbook has no such part
   */
  static InputStream open(byte[] workbook, String path) throws IOException {
    var zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook)).get();
    var entry = zip.getEntry(path);
    if (entry == null) {
      zip.close();
      return InputStream.nullInputStream();
    }
    return new FilterInputStream(zip.getInputStream(entry)) {
      @Override
      public void close() throws IOException {
        zip.close();
      }
    };
  }
}
