-- What each client's KPIs have to be. A target holds from a day on, so that a new one leaves earlier
-- periods as they were judged. Percents are fractions; one bound alone is at least or at most.
create table client_target (
  client_id  varchar(64)     not null references client (id),
  kpi        varchar(100)    not null,
  period     varchar(10)     not null,
  valid_from date            not null,
  low        decimal(30, 10),
  high       decimal(30, 10),
  currency   char(3),
  set_at     timestamp with time zone not null,
  primary key (client_id, kpi, period, valid_from),
  check (low is not null or high is not null)
);
