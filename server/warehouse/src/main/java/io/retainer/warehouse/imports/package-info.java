/**
 * How a received file becomes facts: kept, recognised, read, checked row by row, and accepted or
 * rejected as a whole.
 *
 * <p>Enter at {@link io.retainer.warehouse.imports.FileImports}. A connector is a stranger's code:
 * whatever it throws or hands over ends in a result that says what is wrong.
 */
package io.retainer.warehouse.imports;
