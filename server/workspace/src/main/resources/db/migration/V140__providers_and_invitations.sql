-- Who signs in by an OpenID provider may have no password; who is locked does not come in at all.
alter table account alter column password_hash drop not null;
alter table account add column locked_at timestamp with time zone;

-- Whom a provider knows under which account. By its subject, never by an address: addresses are given to others.
create table provider_identity (
  issuer     varchar(500) not null,
  subject    varchar(255) not null,
  account_id varchar(36)  not null unique references account (id) on delete cascade,
  by_claim   boolean      not null,
  linked_at  timestamp with time zone not null,
  primary key (issuer, subject)
);

-- The link with which somebody chooses how they sign in: one at a time, once, for a while.
create table invitation (
  fingerprint varchar(64) not null primary key,
  account_id  varchar(36) not null unique references account (id) on delete cascade,
  expires_at  timestamp with time zone not null
);

-- Whether the provider has asked for a second step already.
alter table session add column second_step boolean default false not null;
