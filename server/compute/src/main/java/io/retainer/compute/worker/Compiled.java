package io.retainer.compute.worker;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.codehaus.groovy.tools.GroovyClass;

/** A compiled computation, in a class loader of its own that goes when it goes. */
final class Compiled {

  private final Method compute;

  private Compiled(Method compute) {
    this.compute = compute;
  }

  static Compiled load(List<GroovyClass> classes, String name, int inputs) {
    Class<?>[] types = Stream.generate(() -> Series.class).limit(inputs).toArray(Class<?>[]::new);
    try {
      return new Compiled(
          Class.forName(name, true, new Own(classes)).getMethod(Compilation.METHOD, types));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("A compiled computation cannot be loaded", e);
    }
  }

  Object run(List<Series> inputs) throws InvocationTargetException {
    try {
      return compute.invoke(null, inputs.toArray());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("A compiled computation cannot be called", e);
    }
  }

  private static final class Own extends ClassLoader {
    private final Map<String, byte[]> classes = new HashMap<>();

    Own(List<GroovyClass> compiled) {
      super(Compiled.class.getClassLoader());
      compiled.forEach(one -> classes.put(one.getName(), ExactCode.of(one.getBytes())));
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
