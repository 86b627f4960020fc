/**
 * Files come in, over a form or the API, and their results are shown.
 *
 * <p>Promises: bytes go straight to disk and no further than the limit; temporary files are gone
 * when the answer is; a name in an upload is never a path.
 */
package io.retainer.app.imports;
