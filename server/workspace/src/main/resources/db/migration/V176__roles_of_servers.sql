-- What a server is there for: all of it, pages, or the work behind them.
alter table running_server add role varchar(10) default 'all' not null;
