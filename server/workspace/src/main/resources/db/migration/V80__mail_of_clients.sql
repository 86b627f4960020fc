-- Whom a client's reports may go to: addresses and @domains; anybody when there are none.
create table client_recipient (
  client_id varchar(64)  not null references client (id) on delete cascade,
  entry     varchar(254) not null,
  primary key (client_id, entry)
);

-- Who a client's mails come from, where it is not the server's usual sender.
create table client_sender (
  client_id varchar(64)  not null primary key references client (id) on delete cascade,
  sender    varchar(500),
  reply_to  varchar(500)
);
