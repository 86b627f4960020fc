/**
 * How reports look: the agency's brand, and each client's over it, in the browser and for programs.
 *
 * <p>Enter through {@link io.retainer.app.brand.BrandPages} and {@link
 * io.retainer.app.brand.BrandApi}; {@code io.retainer.workspace.brand} keeps it. A page shows what
 * reports will look like before and after it is saved, says what a reader would miss, and takes the
 * last change back.
 */
package io.retainer.app.brand;
