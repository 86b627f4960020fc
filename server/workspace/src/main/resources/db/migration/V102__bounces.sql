-- How far a mailbox was read that mail servers return reports to.
create table bounce_mailbox (
  name      varchar(1000) not null primary key,
  validity  bigint        not null,
  last_uid  bigint        not null
);
create index delivery_by_message on delivery (message_id);
