/**
 * Asks an OpenID provider who somebody is: authorization code with PKCE, by discovery.
 *
 * <p>Enter at {@link io.retainer.app.oidc.OpenIdProvider}. A person comes out only of an identity
 * token that the provider has signed, for us, for this very browser, and that is not over ({@code
 * OpenIdProviderTest}). Who may come in is not decided here but in {@code access}. Nimbus is used
 * in this package alone.
 */
package io.retainer.app.oidc;
