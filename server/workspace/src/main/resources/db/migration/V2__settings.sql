-- Single values of the home, such as the salt of customer keys.
create table setting (
  name  varchar(100)  not null primary key,
  content varchar(4000) not null
);
