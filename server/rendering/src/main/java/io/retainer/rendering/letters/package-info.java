/**
 * Letters of the world's scripts in names of the data: which font draws what the house's lacks, and
 * in which direction.
 *
 * <p>Enter through {@link io.retainer.rendering.letters.OtherLetters} and {@link
 * io.retainer.rendering.letters.Directions}. A report without such letters never opens the second
 * font. What no font here has is a box.
 */
package io.retainer.rendering.letters;
