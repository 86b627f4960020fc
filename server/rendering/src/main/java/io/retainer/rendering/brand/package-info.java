/**
 * Whose report it is, as its readers see it: name, two colours, logos and fonts.
 *
 * <p>Enter through {@link io.retainer.rendering.brand.Brand}. Every file comes from outside, so
 * each is read as a whole once, before any page needs it: a picture within limits, an SVG by a list
 * of what may be in it and with nothing fetched, a font in a process of its own first. What cannot
 * be used is a {@link io.retainer.rendering.brand.BrandException} in words that say what to do.
 */
package io.retainer.rendering.brand;
