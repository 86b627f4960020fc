package io.retainer.kpi;

import io.retainer.kpi.script.ParsedScripts;
import io.retainer.kpi.script.Place;
import io.retainer.kpi.script.Problems;
import io.retainer.kpi.script.Script;
import io.retainer.kpi.script.Unforeseen;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Script files on disk. */
final class ScriptFiles {

  /** What is longer has too many characters in whatever language it is written. */
  private static final int LARGEST = 3 * Script.MOST_CHARACTERS;

  private static final int DEEPEST = 20;
  private static final String ENDING = ".groovy";

  private ScriptFiles() {}

  /**
   * What is in a folder, by relative path with slashes.
   *
   * @param passedOver what is not read
   */
  record Found(SortedMap<String, Path> scripts, SortedMap<String, PassedOver> passedOver) {}

  /**
   * Nothing when there is no such folder. Hidden files belong to editors, and what vanishes
   * meanwhile was one of theirs too. What is no file of the folder is passed over.
   */
  static Found in(Path folder) {
    Found found = new Found(new TreeMap<>(), new TreeMap<>());
    walk(folder, found.scripts, found.passedOver);
    return found;
  }

  /** The scripts of a folder by relative path with slashes. */
  static SortedMap<String, Path> below(Path folder) {
    return in(folder).scripts;
  }

  private static void walk(
      Path folder, SortedMap<String, Path> files, SortedMap<String, PassedOver> passed) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try {
      Path inside = folder.toRealPath();
      // A home's folder is often a link to a checkout, or to a volume.
      Files.walkFileTree(
          folder,
          EnumSet.of(FileVisitOption.FOLLOW_LINKS),
          DEEPEST,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
              boolean isPassedOver =
                  !path.equals(folder)
                      && (isHidden(path) || leadsOut(path) || isCalledLikeAScript(path));
              return isPassedOver ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            private boolean leadsOut(Path path) {
              boolean leadsOut = isLinkOutOf(inside, path);
              if (leadsOut) {
                passed.put(name(path), PassedOver.LEADS_OUT);
              }
              return leadsOut;
            }

            private boolean isCalledLikeAScript(Path path) {
              boolean isCalled = path.toString().endsWith(ENDING) && !Files.isRegularFile(path);
              if (isCalled) {
                passed.put(name(path), PassedOver.NO_FILE);
              }
              return isCalled;
            }

            private String name(Path path) {
              return folder.relativize(path).toString().replace('\\', '/');
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
              if (path.toString().endsWith(ENDING)
                  && !isHidden(path)
                  && !isCalledLikeAScript(path)
                  && !leadsOut(path)) {
                files.put(name(path), path);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path path, IOException failure) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + folder + " cannot be read", e);
    }
  }

  private static boolean isLinkOutOf(Path folder, Path path) {
    try {
      return Files.isSymbolicLink(path) && !path.toRealPath().startsWith(folder);
    } catch (IOException e) {
      return true;
    }
  }

  private static boolean isHidden(Path path) {
    return path.getFileName().toString().startsWith(".");
  }

  /** Reads one script; a file that is no text is a problem of it. */
  static Script read(String name, Path file, ParsedScripts parsed, boolean mayCompute) {
    try {
      return Script.read(name, text(file), parsed, mayCompute);
    } catch (CharacterCodingException e) {
      return broken(name, "the file is no UTF-8 text", "save it as UTF-8");
    } catch (NoScript e) {
      return broken(name, e.getMessage(), e.advice);
    } catch (IOException e) {
      return broken(
          name, "the file cannot be read: " + e.getMessage(), "check its name and rights");
    }
  }

  /** Whatever reading a script brings about is a problem of this script alone. */
  static Script contained(String name, Supplier<Script> reading) {
    try {
      return reading.get();
    } catch (StackOverflowError e) {
      return broken(name, "the script is too deep to be read", "simplify it");
    } catch (RuntimeException e) {
      Problems unforeseen = new Problems(name);
      Unforeseen.note(unforeseen, new Place(1, 1), e);
      return new Script(name, List.of(), List.of(), unforeseen.list());
    }
  }

  /**
   * The text of a file, of which no more is read than a script may have.
   *
   * @throws NoScript when it is a pipe or a device, of which there may be no end, or too large
   */
  static String text(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoScript(
          Files.exists(file) ? "this is no file, but a pipe or a device" : "there is no such file",
          "name a file with scripts, or a folder of such files");
    }
    byte[] bytes;
    try (InputStream content = Files.newInputStream(file)) {
      bytes = content.readNBytes(LARGEST + 1);
    }
    if (bytes.length > LARGEST) {
      throw new NoScript(
          "the script has more than " + Script.MOST_CHARACTERS + " characters",
          Script.LIMITS + "; make several files of it");
    }
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  /** What cannot be a file of scripts. */
  private static final class NoScript extends IOException {
    private static final long serialVersionUID = 1L;
    private final String advice;

    NoScript(String message, String advice) {
      super(message);
      this.advice = advice;
    }
  }

  private static Script broken(String name, String message, String advice) {
    return new Script(
        name, List.of(), List.of(), List.of(new KpiProblem(name, 0, 0, message, advice)));
  }
}
