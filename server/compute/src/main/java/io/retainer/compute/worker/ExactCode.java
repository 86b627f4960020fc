package io.retainer.compute.worker;

import groovyjarjarasm.asm.ClassReader;
import groovyjarjarasm.asm.ClassVisitor;
import groovyjarjarasm.asm.ClassWriter;
import groovyjarjarasm.asm.MethodVisitor;
import groovyjarjarasm.asm.Opcodes;
import groovyjarjarasm.asm.Type;
import java.util.Map;

/**
 * Code of a computation with arithmetic of whole numbers that ends where they run over, divisions
 * that tell where they were by zero, sorts that leave series as they are, and lists no larger than
 * what is in them.
 */
final class ExactCode {

  private static final String MATH = Type.getInternalName(Math.class);
  private static final String EXACT = Type.getInternalName(ExactNumbers.class);
  private static final String INT = "(II)I";
  private static final String LONG = "(JJ)J";

  private static final Map<Integer, String[]> OPERATIONS =
      Map.of(
          Opcodes.IADD, new String[] {"addExact", INT},
          Opcodes.ISUB, new String[] {"subtractExact", INT},
          Opcodes.IMUL, new String[] {"multiplyExact", INT},
          Opcodes.INEG, new String[] {"negateExact", "(I)I"},
          Opcodes.LADD, new String[] {"addExact", LONG},
          Opcodes.LSUB, new String[] {"subtractExact", LONG},
          Opcodes.LMUL, new String[] {"multiplyExact", LONG},
          Opcodes.LNEG, new String[] {"negateExact", "(J)J"});

  private static final String OF_GROOVY = "org/codehaus/groovy/runtime/";

  private static final Map<String, String> CALLS =
      Map.of(
          OF_GROOVY + "dgmimpl/NumberNumberPlus.plus", EXACT,
          OF_GROOVY + "dgmimpl/NumberNumberMinus.minus", EXACT,
          OF_GROOVY + "dgmimpl/NumberNumberMultiply.multiply", EXACT,
          OF_GROOVY + "dgmimpl/NumberNumberDiv.div", EXACT,
          OF_GROOVY + "DefaultGroovyMethods.next", EXACT,
          OF_GROOVY + "DefaultGroovyMethods.previous", EXACT,
          OF_GROOVY + "DefaultGroovyMethods.sort", Type.getInternalName(InOrder.class),
          OF_GROOVY + "DefaultGroovyMethods.take", Type.getInternalName(FirstOnes.class));

  private ExactCode() {}

  static byte[] of(byte[] code) {
    ClassReader reader = new ClassReader(code);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            return new Exact(super.visitMethod(access, name, descriptor, signature, exceptions));
          }
        },
        0);
    return writer.toByteArray();
  }

  private static final class Exact extends MethodVisitor {

    Exact(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitInsn(int opcode) {
      String[] exact = OPERATIONS.get(opcode);
      if (opcode == Opcodes.DDIV) {
        super.visitMethodInsn(Opcodes.INVOKESTATIC, EXACT, "divide", "(DD)D", false);
      } else if (exact == null) {
        super.visitInsn(opcode);
      } else {
        super.visitMethodInsn(Opcodes.INVOKESTATIC, MATH, exact[0], exact[1], false);
      }
    }

    @Override
    public void visitIincInsn(int variable, int step) {
      super.visitVarInsn(Opcodes.ILOAD, variable);
      super.visitLdcInsn(step);
      visitInsn(Opcodes.IADD);
      super.visitVarInsn(Opcodes.ISTORE, variable);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      String instead = CALLS.get(owner + "." + name);
      if (instead != null && opcode == Opcodes.INVOKESTATIC) {
        super.visitMethodInsn(opcode, instead, name, descriptor, false);
      } else {
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      }
    }
  }
}
