package io.retainer.cli.doctor;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;

/** The DNS servers this machine asks. */
final class Dns {

  private static final String PATIENCE_MILLIS = "3000";

  private Dns() {}

  static List<String> texts(String name) throws NamingException {
    var environment = new Hashtable<String, String>();
    environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
    environment.put("com.sun.jndi.dns.timeout.initial", PATIENCE_MILLIS);
    environment.put("com.sun.jndi.dns.timeout.retries", "1");
    DirContext dns = new InitialDirContext(environment);
    try {
      Attribute texts = dns.getAttributes("dns:/" + name + ".", new String[] {"TXT"}).get("TXT");
      List<String> found = new ArrayList<>();
      for (int i = 0; texts != null && i < texts.size(); i++) {
        found.add(texts.get(i).toString());
      }
      return found;
    } finally {
      dns.close();
    }
  }
}
