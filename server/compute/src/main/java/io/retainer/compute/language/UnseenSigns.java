package io.retainer.compute.language;

import java.util.Set;

/** Signs that nobody sees, or that turn the direction of what stands around them. */
public final class UnseenSigns {

  /** Fillers of scripts, which are letters by their class. */
  private static final Set<Integer> FILLERS =
      Set.of(0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0);

  /** A hyphen and what joins letters belong to some languages. */
  private static final Set<Integer> OF_LANGUAGES = Set.of(0x00AD, 0x200C, 0x200D);

  private UnseenSigns() {}

  public static boolean has(int sign) {
    return FILLERS.contains(sign)
        || switch (Character.getType(sign)) {
          case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
          case Character.FORMAT -> !OF_LANGUAGES.contains(sign);
          default -> false;
        };
  }
}
