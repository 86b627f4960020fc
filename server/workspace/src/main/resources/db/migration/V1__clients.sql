-- The agency's clients. Facts about them live in the warehouse, under the same id.
create table client (
  id         varchar(64)  not null primary key,
  name       varchar(200) not null,
  zone       varchar(64)  not null,
  locale     varchar(35)  not null,
  currency   char(3)      not null,
  created_at timestamp with time zone not null
);
