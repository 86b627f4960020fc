package io.retainer.spi;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** A received file. Its bytes can be opened several times; whoever opens a stream closes it. */
public interface SourceFile {

  /** The name the file arrived with, without folders. Hostile until proven otherwise. */
  String name();

  /** Size in bytes. */
  long size();

  InputStream open() throws IOException;

  /**
   * The other files that arrived together with this one: some platforms put the dates of a table
   * into a file of their own.
   */
  List<SourceFile> siblings();
}
