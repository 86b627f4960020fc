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

  /**
   * Looks at the bytes once for all who ask the same: every connector is asked about every file,
   * and most of them want to know what the file begins with. May answer what another connector of
   * the same origin has found.
   *
   * @param question what is asked, in which form it is answered, and the version of that form
   * @param look finds the answer; made of types of the JDK and of this package only, as connectors
   *     see no others of each other, and changed by nobody afterwards
   */
  default Object once(String question, Look look) throws IOException {
    return look.answer();
  }

  /** A look at the bytes of a file that finds the same each time. */
  interface Look {
    Object answer() throws IOException;
  }
}
