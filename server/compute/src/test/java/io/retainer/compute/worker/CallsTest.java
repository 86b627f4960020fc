package io.retainer.compute.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A call that is listed and that there is not says that something may be written which may not. */
class CallsTest {

  @Test
  void everyCallThatIsListedIsThere() throws IOException {
    List<String> calls = calls();

    assertThat(calls).hasSizeGreaterThan(50);
    assertThat(calls).filteredOn(call -> !isThere(call)).isEmpty();
  }

  private static List<String> calls() throws IOException {
    try (InputStream listed = CodeCheck.class.getResourceAsStream("calls.txt")) {
      return new String(listed.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.contains("("))
          .toList();
    }
  }

  private static boolean isThere(String call) {
    String name = call.substring(0, call.indexOf('('));
    int dot = name.lastIndexOf('.');
    String method = name.substring(dot + 1);
    try {
      ClassLoader loader = CallsTest.class.getClassLoader();
      Class<?> owner = Class.forName(name.substring(0, dot).replace('/', '.'), false, loader);
      MethodType type =
          MethodType.fromMethodDescriptorString(call.substring(call.indexOf('(')), loader);
      return method.equals("<init>")
          ? owner.getDeclaredConstructor(type.parameterArray()) != null
          : Arrays.stream(owner.getMethods()).anyMatch(each -> is(each, method, type));
    } catch (ReflectiveOperationException | TypeNotPresentException e) {
      return false;
    }
  }

  private static boolean is(Method each, String name, MethodType type) {
    return each.getName().equals(name)
        && each.getReturnType().equals(type.returnType())
        && Arrays.equals(each.getParameterTypes(), type.parameterArray());
  }
}
