/** Addresses of mails: whom reports go to, whom they may go to, and who they come from. */
package io.retainer.model.mail;
