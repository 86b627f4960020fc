package io.retainer.compute.worker;

import groovyjarjarasm.asm.ClassReader;
import groovyjarjarasm.asm.ClassVisitor;
import groovyjarjarasm.asm.Handle;
import groovyjarjarasm.asm.Label;
import groovyjarjarasm.asm.MethodVisitor;
import groovyjarjarasm.asm.Opcodes;
import groovyjarjarasm.asm.Type;
import io.retainer.compute.language.Admitted;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.codehaus.groovy.tools.GroovyClass;

/**
 * Looks at the code that came out in the end. Whatever the checks of the text missed, and the
 * compiler left to run time: it calls what a list names, or it is not loaded. Reads it by the ASM
 * that Groovy wrote it with.
 */
final class CodeCheck {

  private static final Admitted CALLS = Admitted.read(CodeCheck.class, "calls");

  private static final String WORDS = Type.getInternalName(Words.class);

  /** What a value may be made at run time; none of these can be made of a block. */
  private static final Set<String> CASTS =
      Set.of(
          "Z",
          "Ljava/lang/Boolean;",
          "Ljava/lang/Double;",
          "Ljava/lang/Integer;",
          "Ljava/lang/Long;",
          "Ljava/lang/Number;",
          "Ljava/lang/String;",
          "Ljava/math/BigDecimal;",
          "Ljava/util/ArrayList;",
          "Ljava/util/LinkedHashMap;",
          "Ljava/util/List;",
          "Ljava/util/Map;",
          Type.getDescriptor(Estimate.class),
          Type.getDescriptor(Nothing.class),
          Type.getDescriptor(Series.class));

  private final Set<String> own;
  private final Map<Integer, Stranger> strangers = new TreeMap<>();

  private CodeCheck(Set<String> own) {
    this.own = own;
  }

  /**
   * What may not be used.
   *
   * @param line of the text; 0 where the compiler knows none
   * @param isCast whether a value is made something else at run time
   */
  record Stranger(int line, String name, boolean isCast) {}

  /** What some classes use and may not: of each line the first. */
  static Collection<Stranger> strangers(List<GroovyClass> classes) {
    CodeCheck check =
        new CodeCheck(
            classes.stream()
                .map(one -> one.getName().replace('.', '/'))
                .collect(Collectors.toSet()));
    for (GroovyClass one : classes) {
      new ClassReader(one.getBytes()).accept(check.new Methods(), 0);
    }
    return check.strangers.values();
  }

  private static String simple(String owner) {
    return owner.substring(owner.lastIndexOf('/') + 1);
  }

  private final class Methods extends ClassVisitor {

    Methods() {
      super(Opcodes.ASM9);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      return new Calls();
    }
  }

  private final class Calls extends MethodVisitor {

    private int line;

    Calls() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visitLineNumber(int number, Label start) {
      line = number;
    }

    private void strange(String name, boolean isCast) {
      strangers.putIfAbsent(line, new Stranger(line, name, isCast));
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      String call = owner + "." + name + descriptor;
      if (!own.contains(owner) && !owner.equals(WORDS) && !CALLS.has(call)) {
        strange(simple(owner) + "." + name, false);
      }
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      String simple = simple(owner) + "." + name;
      boolean isProperty = opcode == Opcodes.GETFIELD && Admitted.PROPERTIES.has(simple);
      if (!own.contains(owner) && !isProperty) {
        strange(simple(owner) + "." + name, false);
      }
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      String to = Type.getReturnType(descriptor).getDescriptor();
      if (!name.equals("cast") || !CASTS.contains(to)) {
        strange(name, name.equals("cast"));
      }
    }

    @Override
    public void visitLdcInsn(Object value) {
      if (value instanceof Type type && !own.contains(type.getInternalName())
          || value instanceof Handle) {
        strange(value instanceof Type type ? simple(type.getInternalName()) : "a method", false);
      }
    }
  }
}
