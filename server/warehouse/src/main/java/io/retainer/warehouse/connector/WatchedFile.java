package io.retainer.warehouse.connector;

import io.retainer.spi.SourceFile;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * A file as a call sees it: each byte that is read is a sign of life.
 *
 * @param origin whose answers about the file the call may have
 */
record WatchedFile(SourceFile file, WatchedCall call, String origin) implements SourceFile {

  @Override
  public String name() {
    return file.name();
  }

  @Override
  public long size() {
    return file.size();
  }

  @Override
  public InputStream open() throws IOException {
    call.sign();
    InputStream opened = file.open();
    call.sign();
    return new Watched(opened, call);
  }

  @Override
  public List<SourceFile> siblings() {
    return file.siblings().stream()
        .<SourceFile>map(each -> new WatchedFile(each, call, origin))
        .toList();
  }

  @Override
  public Object once(String question, Look look) throws IOException {
    call.sign();
    Object answer = file.once(origin + ": " + question, look);
    call.sign();
    return answer;
  }

  private static final class Watched extends FilterInputStream {

    private final WatchedCall call;

    Watched(InputStream in, WatchedCall call) {
      super(in);
      this.call = call;
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      if (read >= 0) {
        call.sign();
      }
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      if (read > 0) {
        call.sign();
      }
      return read;
    }
  }
}
