-- Whose mails may bring exports, and for which client. Without a recipient the rule holds for any.
create table mail_sender (
  sender     varchar(254) not null,
  recipient  varchar(254) not null,
  client_id  varchar(64)  not null references client (id),
  allowed_by varchar(200) not null,
  allowed_at timestamp with time zone not null,
  primary key (sender, recipient)
);
-- Mails of the watched mailbox, by what the mailbox calls them. Those of unknown senders stay there
-- untouched. A mail is marked once the mailbox knows that it was taken.
create table received_mail (
  id         varchar(36)   not null primary key,
  mailbox    varchar(600)  not null,
  validity   bigint        not null,
  uid        bigint        not null,
  message_id varchar(1000) not null,
  sender     varchar(254)  not null,
  recipients varchar(2000) not null,
  subject    varchar(300)  not null,
  state      varchar(20)   not null,
  client_id  varchar(64),
  sha256     varchar(64),
  reason     varchar(4000),
  marked     boolean       not null,
  at         timestamp with time zone not null,
  unique (mailbox, validity, uid)
);
create index received_mail_by_time on received_mail (at);
create index received_mail_by_message on received_mail (message_id);
