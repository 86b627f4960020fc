/**
 * The brands of the agency and of its clients, as somebody sets them.
 *
 * <p>Enter through {@link io.retainer.workspace.brand.Brands}. A brand is files in {@code
 * report-templates/style/}, which people may edit as well: what is set here changes the lines and
 * files it is about, and leaves the rest. Nothing is written that could not be printed; what was
 * there before a change is kept, and one step leads back to it. What was issued is not touched: a
 * run keeps its files.
 */
package io.retainer.workspace.brand;
