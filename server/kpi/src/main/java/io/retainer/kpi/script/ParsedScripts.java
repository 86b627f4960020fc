package io.retainer.kpi.script;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the trees of parsed scripts by the hash of their text, so that a process that meets known
 * scripts only never loads Groovy: that alone costs more than a whole command may.
 */
public final class ParsedScripts {

  private static final Logger LOG = LoggerFactory.getLogger(ParsedScripts.class);

  /** Several times the scripts that there are. */
  static final int MOST = 500;

  private final Optional<Path> folder;
  private final Optional<ParsedScripts> lender;
  private final Set<String> used = Collections.newSetFromMap(new Latest());

  /** Of thousands of edits in one process, only the latest are remembered. */
  private static final class Latest extends LinkedHashMap<String, Boolean> {
    private static final long serialVersionUID = 1L;

    Latest() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
      return size() > MOST;
    }
  }

  private ParsedScripts(Optional<Path> folder, Optional<ParsedScripts> lender) {
    this.folder = folder;
    this.lender = lender;
  }

  public static ParsedScripts in(Path folder) {
    return new ParsedScripts(Optional.of(folder), Optional.empty());
  }

  /** Remembers nothing. */
  public static ParsedScripts none() {
    return new ParsedScripts(Optional.empty(), Optional.empty());
  }

  /** Knows what this one knows, and keeps in a folder of its own what it learns. */
  public ParsedScripts lentTo(Path other) {
    return new ParsedScripts(Optional.of(other), Optional.of(this));
  }

  List<Node.Statement> read(String file, String text, Problems problems) {
    String name = name(text);
    Optional<List<Node.Statement>> remembered =
        places(name).map(ParsedScripts::remembered).flatMap(Optional::stream).findFirst();
    if (remembered.isPresent()) {
      return remembered.get();
    }
    int before = problems.size();
    List<Node.Statement> statements = GroovySyntax.read(file, text, problems);
    if (problems.size() == before) {
      folder.ifPresent(path -> remember(path.resolve(name), statements));
    }
    return statements;
  }

  /** Whether something was found to be good before, by everything that this depends on. */
  public boolean isKnownGood(String everything) {
    return places(name(everything)).anyMatch(Files::exists);
  }

  private Stream<Path> places(String name) {
    return Stream.concat(
        folder.map(path -> path.resolve(name)).stream(),
        lender.stream().flatMap(other -> other.places(name)));
  }

  /** Keeps in mind that something is good. */
  public void knowGood(String everything) {
    folder.ifPresent(path -> remember(path.resolve(name(everything)), List.of()));
  }

  private String name(String text) {
    try {
      MessageDigest hash = MessageDigest.getInstance("SHA-256");
      hash.update(NodeBytes.FORM.getBytes(StandardCharsets.UTF_8));
      String name =
          HexFormat.of().formatHex(hash.digest(text.getBytes(StandardCharsets.UTF_8))) + ".parsed";
      used.add(name);
      return name;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private static Optional<List<Node.Statement>> remembered(Path file) {
    try {
      return Files.isRegularFile(file)
          ? Optional.of(NodeBytes.read(Files.readAllBytes(file)))
          : Optional.empty();
    } catch (IOException e) {
      LOG.debug("{} is read from its text again", file, e);
      return Optional.empty();
    }
  }

  private static void remember(Path file, List<Node.Statement> statements) {
    try {
      Files.createDirectories(file.getParent());
      Path written = Files.createTempFile(file.getParent(), ".parsed", ".tmp");
      Files.write(written, NodeBytes.of(statements));
      Files.move(
          written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      LOG.warn("A parsed script cannot be kept in {}", file.getParent(), e);
    }
  }

  /** Forgets the trees of texts that nobody has asked for, or not for long. */
  public void forgetTheRest() {
    if (folder.isEmpty() || !Files.isDirectory(folder.get())) {
      return;
    }
    try (Stream<Path> files = Files.list(folder.get())) {
      for (Path file : files.toList()) {
        if (file.toString().endsWith(".parsed") && !used.contains(file.getFileName().toString())) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      LOG.warn("{} cannot be tidied", folder.get(), e);
    }
  }
}
