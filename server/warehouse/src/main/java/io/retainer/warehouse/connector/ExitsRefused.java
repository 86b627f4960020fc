package io.retainer.warehouse.connector;

import java.nio.charset.StandardCharsets;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Turns calls that would end the server's process into calls of {@link Exits}. */
final class ExitsRefused extends ClassVisitor {

  private static final String SYSTEM = "java/lang/System";
  private static final String RUNTIME = "java/lang/Runtime";
  private static final String EXITS = Exits.class.getName().replace('.', '/');

  private ExitsRefused(ClassVisitor next) {
    super(Opcodes.ASM9, next);
  }

  /** The class as it may be loaded; the very same bytes when it ends nothing. */
  static byte[] in(byte[] type) {
    // The names stand in the class as plain text; most classes have neither.
    String text = new String(type, StandardCharsets.ISO_8859_1);
    boolean mayEnd =
        text.contains(SYSTEM) && text.contains("exit")
            || text.contains(RUNTIME) && (text.contains("exit") || text.contains("halt"));
    if (!mayEnd) {
      return type;
    }
    ClassReader reader = new ClassReader(type);
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(new ExitsRefused(writer), 0);
    return writer.toByteArray();
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
    return new MethodVisitor(Opcodes.ASM9, next) {
      @Override
      public void visitMethodInsn(
          int opcode, String owner, String method, String signed, boolean ofInterface) {
        boolean ofSystem = owner.equals(SYSTEM) && method.equals("exit");
        boolean ofRuntime =
            owner.equals(RUNTIME) && (method.equals("exit") || method.equals("halt"));
        if (ofSystem || ofRuntime) {
          String taken = ofSystem ? "(I)V" : "(L" + RUNTIME + ";I)V";
          super.visitMethodInsn(Opcodes.INVOKESTATIC, EXITS, "exit", taken, false);
        } else {
          super.visitMethodInsn(opcode, owner, method, signed, ofInterface);
        }
      }
    };
  }
}
