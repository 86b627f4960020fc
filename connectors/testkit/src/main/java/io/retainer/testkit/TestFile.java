package io.retainer.testkit;

import io.retainer.spi.SourceFile;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A received file for tests, which knows how many of its streams are still open. */
public final class TestFile implements SourceFile {

  /** Opens the content anew. */
  public interface Content {
    InputStream open() throws IOException;
  }

  private final String name;
  private final long size;
  private final Content content;
  private final List<SourceFile> siblings;
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicLong bytesRead = new AtomicLong();

  private TestFile(String name, long size, Content content, List<SourceFile> siblings) {
    this.name = name;
    this.size = size;
    this.content = content;
    this.siblings = List.copyOf(siblings);
  }

  public static TestFile of(String name, byte[] bytes) {
    return new TestFile(name, bytes.length, () -> new ByteArrayInputStream(bytes), List.of());
  }

  public static TestFile of(String name, String text) {
    return of(name, text.getBytes(StandardCharsets.UTF_8));
  }

  public static TestFile of(Path path) {
    try {
      return new TestFile(
          path.getFileName().toString(),
          Files.size(path),
          () -> Files.newInputStream(path),
          List.of());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A file of the test's resources. */
  public static TestFile resource(Class<?> beside, String resource) {
    try (var in = beside.getResourceAsStream(resource)) {
      if (in == null) {
        throw new AssertionError("No resource " + resource + " for " + beside.getName());
      }
      return of(resource.substring(resource.lastIndexOf('/') + 1), in.readAllBytes());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A file whose content is made while it is read. */
  public static TestFile streamed(String name, long size, Content content) {
    return new TestFile(name, size, content, List.of());
  }

  public TestFile with(SourceFile... others) {
    return new TestFile(name, size, content, List.of(others));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public InputStream open() throws IOException {
    open.incrementAndGet();
    return new FilterInputStream(content.open()) {
      private boolean closed;

      @Override
      public int read() throws IOException {
        int read = super.read();
        bytesRead.addAndGet(read < 0 ? 0 : 1);
        return read;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        bytesRead.addAndGet(Math.max(0, read));
        return read;
      }

      @Override
      public void close() throws IOException {
        if (!closed) {
          closed = true;
          open.decrementAndGet();
        }
        super.close();
      }
    };
  }

  @Override
  public List<SourceFile> siblings() {
    return siblings;
  }

  /** Its content as UTF-8, to be changed or looked into by a test. */
  public String text() {
    try (var in = content.open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Bytes that were read from all streams together. */
  public long bytesRead() {
    return bytesRead.get();
  }

  /** Streams that were opened and not closed. */
  public int openStreams() {
    return open.get();
  }
}
