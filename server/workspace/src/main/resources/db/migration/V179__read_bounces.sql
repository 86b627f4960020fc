-- Returned mails whose report was dealt with, by their bytes, for mailboxes that number their mails anew.
create table read_bounce (
  sha256   varchar(64)              not null primary key,
  read_at  timestamp with time zone not null
);
