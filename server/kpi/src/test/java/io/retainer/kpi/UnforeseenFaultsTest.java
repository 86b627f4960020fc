package io.retainer.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.kpi.script.Draft;
import io.retainer.kpi.script.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody foresaw costs the script that brings it about, and no other. */
class UnforeseenFaultsTest {

  private static final String TEXT =
      """
      kpi('%s') {
        title en: 'A'
        unit count
        better higher
        from orders
        value { count() }
        where status == 'placed' || status == null
        example 'e', rows: [[total: 1]], expect: 1
      }
      """;

  @TempDir Path folder;

  /** A list that cannot be read, in the way the supplier says. */
  private static <T> List<T> unreadable(Supplier<T> fault) {
    return new AbstractList<>() {
      @Override
      public T get(int index) {
        return fault.get();
      }

      @Override
      public int size() {
        return 1;
      }
    };
  }

  private static <T> T endless() {
    return UnforeseenFaultsTest.<T>endless();
  }

  private static <T> T failing() {
    throw new IllegalStateException("nobody knows why");
  }

  private static Linking linked(List<Draft.Way> ways, List<Draft.Example> examples) {
    Script good = Script.read("good.groovy", TEXT.formatted("a.good"));
    Draft draft = Script.read("bad.groovy", TEXT.formatted("a.bad")).drafts().get(0);
    Draft bad =
        new Draft(
            draft.file(),
            draft.at(),
            draft.id(),
            draft.text(),
            draft.unit(),
            draft.better(),
            draft.by(),
            draft.smallBase(),
            ways == null ? draft.ways() : ways,
            examples == null ? draft.examples() : examples,
            draft.parameters(),
            draft.source());
    return Linking.of(
        List.of(
            new Linking.Layered(0, new Script("bad.groovy", List.of(bad), List.of(), List.of())),
            new Linking.Layered(0, good)),
        Overlay.Earlier.UNKNOWN,
        Computing.in(Path.of("none"), Authors.none()),
        null);
  }

  private static void costsOnlyItsScript(Linking linking, String fault) {
    assertThat(linking.defined().keySet()).extracting(Object::toString).containsExactly("a.good");
    assertThat(linking.problems().get("bad.groovy"))
        .extracting(KpiProblem::toString)
        .containsExactly(
            "bad.groovy:1:5 this brings about a fault of the program ("
                + fault
                + "); write it in another way, and report this with what the server's log says");
    assertThat(linking.problems().getOrDefault("good.groovy", List.of())).isEmpty();
  }

  @Test
  void aFaultOfLinking() {
    costsOnlyItsScript(
        linked(unreadable(UnforeseenFaultsTest::failing), null), "IllegalStateException");
    costsOnlyItsScript(
        linked(unreadable(UnforeseenFaultsTest::endless), null), "StackOverflowError");
  }

  @Test
  void aFaultOfAnExample() {
    costsOnlyItsScript(
        linked(null, unreadable(UnforeseenFaultsTest::failing)), "IllegalStateException");
  }

  @Test
  void aFaultOfReadingLeavesWhatWorkedInForce() throws IOException {
    Path own = Files.createDirectory(folder.resolve("own"));
    Files.writeString(own.resolve("good.groovy"), TEXT.formatted("a.good"));
    Files.writeString(own.resolve("bad.groovy"), TEXT.formatted("a.bad"));
    AtomicBoolean isToFail = new AtomicBoolean();
    KpiLibrary library =
        KpiLibrary.open(
            List.of(own),
            folder.resolve("last-good"),
            new Computing(
                null,
                folder.resolve("program"),
                file -> {
                  if (file.endsWith("bad.groovy") && isToFail.getAndSet(false)) {
                    throw new IllegalStateException("nobody knows why");
                  }
                  return false;
                }));
    library.refresh();

    isToFail.set(true);
    Files.writeString(own.resolve("bad.groovy"), TEXT.formatted("a.bad") + "// edited\n");

    assertThat(library.problems()).extracting(KpiProblem::file).containsExactly("bad.groovy");
    assertThat(library.definitions()).hasSize(2);
  }
}
