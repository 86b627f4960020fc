/** The packaged server as people see it: in the Chromium that is installed, clicked through. */
package io.retainer.systemtest.browser;
