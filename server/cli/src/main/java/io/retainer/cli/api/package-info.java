/**
 * The server's HTTP API as this program uses it: JSON in and out, files as multipart, problems as
 * sentences. Nothing here knows what the requests are about.
 */
package io.retainer.cli.api;
