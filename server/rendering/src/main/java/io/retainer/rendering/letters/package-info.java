/**
 * Letters of the world's scripts in names of the data: which font draws what the house's lacks, and
 * in which direction.
 *
 * <p>Enter through {@link io.retainer.rendering.letters.OtherLetters} and {@link
 * io.retainer.rendering.letters.Directions}. A report without such letters never opens another
 * font. What no font here has is spelled in Latin letters ({@link
 * io.retainer.rendering.letters.Spelled}): Indian and other scripts join and reorder their letters,
 * which OpenPDF does not do.
 */
package io.retainer.rendering.letters;
