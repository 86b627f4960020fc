package io.retainer.systemtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The start script with a stand-in for the Java machine, which lays out a folder as Payara Micro
 * does and then says how it was called.
 */
record FakeInstallation(Path folder, Path javaHome) {

  private static final String JAVA =
      """
      #!/usr/bin/env bash
      while [ $# -gt 0 ]; do
        case $1 in
          --rootdir) root=$2 ;;
          --outputlauncher)
            mkdir -p "$root/config" && echo laid-out >"$root/launch-micro.jar"
            printf '%s\\n' '<network-listener port="8080" protocol="http-listener"/>' \\
              '<http default-virtual-server="server"/>' >"$root/config/domain.xml"
            exit "${LAYOUT_STATUS:-0}" ;;
          -XX:SharedArchiveFile=*) archive=${1#*=} ;;
          -XX:ArchiveClassesAtExit=*) written=${1#*=} ;;
          -version) [ "$(cat "$archive")" = whole ]; exit ;;
          -Djava.io.tmpdir=*) tmp=${1#*=}; echo native >"$tmp/lib.so" ;;
          -jar) jar=$2 ;;
        esac
        shift
      done
      case ${jar:-} in
        *launch-micro.jar)
          [ -z "${HOLD:-}" ] || { echo serving; read -r; }
          echo "runs with archive=${archive:-none} written=${written:-none} tmp=${tmp:-none}" ;;
      esac
      """;

  static FakeInstallation in(Path folder, String version) throws IOException {
    Path server = Files.createDirectories(folder.resolve("server"));
    Files.writeString(server.resolve("payara-micro.jar"), "a stand-in");
    Files.copy(
        Launcher.checkout().resolve("server/app/src/main/launch/start"), server.resolve("start"));
    Path javaHome = folder.resolve("jdk");
    Path java = Files.createDirectories(javaHome.resolve("bin")).resolve("java");
    Files.writeString(java, JAVA);
    java.toFile().setExecutable(true);
    Files.writeString(
        javaHome.resolve("release"),
        "JAVA_RUNTIME_VERSION=\"" + version + "+1\"\nJAVA_VERSION=\"" + version + "\"\n");
    return new FakeInstallation(folder, javaHome);
  }

  record Outcome(int status, String said) {}

  Outcome start(Path home, int port, Map<String, String> environment)
      throws IOException, InterruptedException {
    Process process = begin(home, port, environment);
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes());
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("The start did not end: " + said);
    }
    return new Outcome(process.exitValue(), said);
  }

  Process begin(Path home, int port, Map<String, String> environment) throws IOException {
    List<String> command = new ArrayList<>(List.of("bash", folder + "/server/start"));
    command.addAll(List.of(folder.toString(), home.toString(), String.valueOf(port)));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", javaHome.toString());
    builder.environment().putAll(environment);
    return builder.start();
  }
}
