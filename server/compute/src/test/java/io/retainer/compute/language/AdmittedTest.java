package io.retainer.compute.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.compute.worker.Words;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.codehaus.groovy.runtime.DefaultGroovyMethods;
import org.codehaus.groovy.runtime.StringGroovyMethods;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The lists are data; these are their rules. */
class AdmittedTest {

  static List<Admitted> lists() {
    return List.of(
        Admitted.METHODS,
        Admitted.NODES,
        Admitted.OPERATORS,
        Admitted.PROPERTIES,
        Admitted.TYPES,
        Admitted.WORDS,
        Admitted.read(Instead.class, "instead"));
  }

  @ParameterizedTest
  @MethodSource("lists")
  void areSortedAndSayWhatEachThingMeans(Admitted list) {
    assertThat(List.copyOf(list.all())).isSorted().isNotEmpty();
    assertThat(list.entries().values()).allMatch(meaning -> !meaning.isBlank());
  }

  @Test
  void nameMethodsThatExistOneByOne() throws ClassNotFoundException {
    Set<String> there = new HashSet<>();
    for (String type : Admitted.TYPES.all()) {
      if (type.contains(".")) {
        for (Method method : Class.forName(type).getMethods()) {
          there.add(name(type) + "." + signature(method, 0));
        }
      }
    }
    Stream.of(DefaultGroovyMethods.class, StringGroovyMethods.class)
        .flatMap(type -> Arrays.stream(type.getMethods()))
        .filter(method -> Modifier.isStatic(method.getModifiers()))
        .filter(method -> method.getParameterCount() > 0)
        .forEach(
            method ->
                there.add(
                    name(method.getParameterTypes()[0].getName()) + "." + signature(method, 1)));
    assertThat(there).containsAll(Admitted.METHODS.all());
  }

  @Test
  void nameCallsThatExistOneByOne() throws ReflectiveOperationException {
    Admitted calls = Admitted.read(Words.class, "calls");
    assertThat(List.copyOf(calls.all())).isSorted().isNotEmpty();
    for (String call : calls.all()) {
      Class<?> owner = Class.forName(call.substring(0, call.indexOf('.')).replace('/', '.'));
      String name = call.substring(call.indexOf('.') + 1, call.indexOf('('));
      MethodType type =
          MethodType.fromMethodDescriptorString(
              call.substring(call.indexOf('(')), Words.class.getClassLoader());
      assertThat(
              name.equals("<init>")
                  ? owner.getDeclaredConstructor(type.parameterArray())
                  : owner.getMethod(name, type.parameterArray()))
          .isNotNull();
    }
  }

  @Test
  void nameExactlyTheWordsThereAre() {
    Set<String> there =
        Arrays.stream(Words.class.getDeclaredMethods())
            .filter(method -> Modifier.isPublic(method.getModifiers()))
            .map(method -> signature(method, 0))
            .collect(Collectors.toSet());
    assertThat(Admitted.WORDS.all()).containsExactlyInAnyOrderElementsOf(there);
  }

  @Test
  void nameFieldsOfOurOwnTypesOnly() throws ReflectiveOperationException {
    for (String property : Admitted.PROPERTIES.all()) {
      String[] parts = property.split("\\.");
      Class<?> type = Class.forName("io.retainer.compute.worker." + parts[0]);
      assertThat(Modifier.isFinal(type.getField(parts[1]).getModifiers())).isTrue();
    }
  }

  private static String signature(Method method, int from) {
    return method.getName()
        + Arrays.stream(method.getParameterTypes())
            .skip(from)
            .map(type -> name(type.getName()))
            .collect(Collectors.joining(",", "(", ")"));
  }

  private static String name(String type) {
    return Admitted.TYPES.entries().getOrDefault(type, type);
  }
}
