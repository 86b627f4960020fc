/**
 * The packaged product as its users meet it: the launcher as a process, the server over HTTP and
 * SMTP, the files it sends opened and read. And the arrows between the modules.
 */
package io.retainer.systemtest;
