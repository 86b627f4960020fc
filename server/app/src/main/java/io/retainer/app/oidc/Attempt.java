package io.retainer.app.oidc;

/**
 * What ties one sign-in to one browser: random words that only this browser can know.
 *
 * @param state comes back in the address
 * @param nonce comes back within the signed token
 * @param verifier proves to the provider that the code is used by who asked for it
 */
public record Attempt(String state, String nonce, String verifier) {}
