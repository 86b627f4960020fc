/**
 * What monitoring asks: {@code /health/ready} and {@code /health/live}, answered by the container.
 */
package io.retainer.app.health;
