package io.retainer.app.bootstrap;

import io.retainer.app.access.ControlToken;
import io.retainer.workspace.contract.Json;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * Tells the operator on the console and the launcher in {@code run/server.json} where the server
 * is. The file is for the user who started the server only: its token has an owner's rights.
 *
 * @param ownerKey of the link that makes the first owner
 */
record Announcement(Settings settings, ControlToken control, Optional<String> ownerKey) {

  void publish() throws IOException {
    Optional<String> welcome = ownerKey.map(key -> settings.url() + "welcome?key=" + key);
    var json =
        Json.object()
            .put("url", settings.url().toString())
            .put("local", settings.local().toString())
            .put("token", control.secret())
            .put("pid", ProcessHandle.current().pid());
    ProcessHandle.current()
        .info()
        .startInstant()
        .ifPresent(instant -> json.put("started", instant.toString()));
    welcome.ifPresent(address -> json.put("ownerLink", address));
    write(Json.text(json));
    print();
  }

  private void write(String text) throws IOException {
    Path file = file(settings);
    Files.createDirectories(file.getParent());
    Path draft = Files.createTempFile(file.getParent(), "server", ".json", ownerOnly(file));
    Files.writeString(draft, text);
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private void print() {
    // The container has redirected System.out into its own log. The link itself is not printed:
    // consoles end in logs, which more people read than may become the owner.
    var console =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    console.println("Retainer is ready at " + settings.url());
    if (ownerKey.isPresent()) {
      console.println(
          "There is no owner yet. Open the ownerLink of "
              + file(settings)
              + " within 24 hours, it works once.");
    }
  }

  static void withdraw(Settings settings) {
    try {
      Files.deleteIfExists(file(settings));
    } catch (IOException e) {
      // It names a process that is gone; the next start replaces it.
    }
  }

  private static Path file(Settings settings) {
    return settings.home().toAbsolutePath().resolve("run").resolve("server.json");
  }
}
