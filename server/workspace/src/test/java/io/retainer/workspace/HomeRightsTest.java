package io.retainer.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeRightsTest {

  @TempDir private Path home;

  @BeforeEach
  void makeAHomeAsEarlierVersionsDid() throws IOException {
    Files.createDirectories(home.resolve("reports/fjell"));
    Files.createDirectories(home.resolve("inbox/fjell"));
    Files.writeString(home.resolve("retainer.mv.db"), "state");
    Files.writeString(home.resolve("tap.sh"), "#!/bin/sh");
    set(home, "rwxr-xr-x");
    set(home.resolve("reports"), "rwxr-xr-x");
    set(home.resolve("inbox"), "rwxr-xr-x");
    set(home.resolve("inbox/fjell"), "rwx------");
    set(home.resolve("retainer.mv.db"), "rw-r--r--");
    set(home.resolve("tap.sh"), "rwxr-xr-x");
  }

  private static void set(Path path, String rights) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
  }

  private String rights(String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(name)));
  }

  @Test
  void nobodyElseReadsAHome() throws IOException {
    HomeRights.close(home);

    assertThat(rights("")).isEqualTo("rwx------");
    assertThat(rights("reports")).isEqualTo("rwx------");
    assertThat(rights("retainer.mv.db")).isEqualTo("rw-------");
    assertThat(rights("tap.sh")).as("still to be run").isEqualTo("rwx------");
  }

  @Test
  void whoHasOpenedTheInboxToOthersKeepsTheWayThere() throws IOException {
    set(home.resolve("inbox/fjell"), "rwxrwx---");

    HomeRights.close(home);

    assertThat(rights("")).isEqualTo("rwx--x--x");
    assertThat(rights("inbox")).isEqualTo("rwxr-xr-x");
    assertThat(rights("inbox/fjell")).isEqualTo("rwxrwx---");
    assertThat(rights("reports")).isEqualTo("rwx------");
  }

  @Test
  void aHomeThatIsNotThereIsNotMade() {
    HomeRights.close(home.resolve("nowhere"));

    assertThat(home.resolve("nowhere")).doesNotExist();
  }
}
