package io.retainer.warehouse.imports;

import io.retainer.spi.SourceFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An arrived file as a connector sees it. Streams that the connector forgets are closed with it.
 */
final class OpenableFile implements SourceFile, AutoCloseable {

  private static final int BUFFER = 1 << 16;

  private final ArrivedFile file;
  private final List<OpenableFile> siblings;
  private final List<InputStream> opened = new ArrayList<>();
  private final Map<String, Object> answers = new ConcurrentHashMap<>();

  OpenableFile(ArrivedFile file, List<ArrivedFile> together) {
    this.file = file;
    this.siblings =
        together.stream()
            .filter(file::isBeside)
            .map(other -> new OpenableFile(other, List.of()))
            .toList();
  }

  @Override
  public String name() {
    return file.name();
  }

  @Override
  public long size() {
    return file.bytes();
  }

  @Override
  public InputStream open() throws IOException {
    InputStream stream = new BufferedInputStream(Files.newInputStream(file.path()), BUFFER);
    opened.add(stream);
    return stream;
  }

  @Override
  public List<SourceFile> siblings() {
    return List.copyOf(siblings);
  }

  /** Connectors that are given up may still be looking, so nobody waits for another's answer. */
  @Override
  public Object once(String question, Look look) throws IOException {
    Object known = answers.get(question);
    if (known == null) {
      known = look.answer();
      answers.put(question, known);
    }
    return known;
  }

  @Override
  public void close() throws IOException {
    for (InputStream stream : opened) {
      stream.close();
    }
    opened.clear();
    for (OpenableFile sibling : siblings) {
      sibling.close();
    }
  }
}
