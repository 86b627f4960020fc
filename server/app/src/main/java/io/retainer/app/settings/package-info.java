/**
 * What the operator has set, for owners to read: each setting with the value that is in force and
 * where it comes from. Nothing is changed here, and no secret is shown.
 */
package io.retainer.app.settings;
