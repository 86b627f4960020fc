-- Whether somebody sees only the clients that are listed for them. Whoever was there before sees all.
alter table account add column limited boolean default false not null;
alter table api_token add column limited boolean default false not null;

-- The clients of those who are limited: people by account, programs by token.
create table client_access (
  holder varchar(36)  not null,
  client varchar(64)  not null references client (id) on delete cascade,
  primary key (holder, client)
);
