package io.retainer.spi;

import java.io.IOException;

/**
 * Reads the exports of one platform.
 *
 * <p>One instance serves many files, possibly at the same time on several threads, so an
 * implementation keeps no state between calls. Bad content is never an exception: {@link
 * #recognise} refuses with a reason, {@link #read} reports each problem to the sink with line and
 * column. An {@link IOException} means that the bytes could not be had.
 */
public interface Connector {

  /** Grows when a connector that was built against the SPI before cannot be used any more. */
  int SPI_VERSION = 1;

  /**
   * The attribute of a JAR's manifest that names the {@link #SPI_VERSION} it was built against. A
   * JAR without it is taken to be of the server's.
   */
  String SPI_VERSION_ATTRIBUTE = "Retainer-Connector-Spi";

  /** Says what this connector is, in the words that pages, command line and documentation show. */
  ConnectorDescription describe();

  /**
   * Decides by content, never by name alone, whether this is a file of the platform. Called for
   * every connector on every file, so it reads no more than the beginning, or the entries of an
   * archive.
   */
  Recognition recognise(SourceFile file) throws IOException;

  /**
   * Reads a file that {@link #recognise} accepted, as a stream, and hands its tables to the sink in
   * the order of the file. Reading the same file twice gives the same calls.
   */
  void read(SourceFile file, ReadSettings settings, FactSink sink) throws IOException;
}
