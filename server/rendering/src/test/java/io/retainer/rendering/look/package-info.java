/** Tests that look at pages as a reader does: where things stand, and what they look like. */
package io.retainer.rendering.look;
