package io.retainer.systemtest.malformed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** The malformed files, each known by its number: the same number is the same file. */
final class Corpus {

  private static final int LARGEST = 60_000_000;

  private final List<Seeds.Seed> seeds;
  private final Map<String, Mutation> texts = Texts.all();
  private final Map<String, Mutation> containers = Containers.all();

  Corpus(List<Seeds.Seed> seeds) {
    this.seeds = seeds;
  }

  /**
   * @param how what was done to it, in order
   */
  record Malformed(int number, String name, List<String> how, byte[] content) {
    @Override
    public String toString() {
      return "case " + number + ": " + name + " " + how;
    }
  }

  /** Every kind of damage comes in turn; one file in three is damaged twice. */
  Malformed file(int number) {
    var random = new Random(number * 7_919L);
    Seeds.Seed seed = seeds.get(random.nextInt(seeds.size()));
    List<String> how = new ArrayList<>();
    byte[] content = seed.content();
    if (random.nextInt(3) == 0) {
      content = changed(content, texts, random.nextInt(texts.size()), random, how);
    }
    Map<String, Mutation> all = new TreeMap<>(texts);
    all.putAll(containers);
    content = changed(content, all, number % all.size(), random, how);
    return new Malformed(number, number + "-" + seed.name(), how, content);
  }

  private static byte[] changed(
      byte[] content, Map<String, Mutation> some, int which, Random random, List<String> how) {
    String name = List.copyOf(some.keySet()).get(which);
    byte[] changed = some.get(name).of(content, random);
    if (changed.length > LARGEST) {
      return content;
    }
    how.add(name);
    return changed;
  }
}
