-- Groups of clients: a brand with its shops, an account manager's portfolio. A client may be in several.
create table client_group (
  id         varchar(36)  not null primary key,
  name       varchar(100) not null,
  -- Two names that differ in nothing but capitals would be taken for each other.
  same_name  varchar(200) not null unique,
  created_at timestamp with time zone not null
);
create table client_group_member (
  group_id varchar(36) not null references client_group (id) on delete cascade,
  client   varchar(64) not null references client (id) on delete cascade,
  primary key (group_id, client)
);
create index client_group_member_by_client on client_group_member (client);
