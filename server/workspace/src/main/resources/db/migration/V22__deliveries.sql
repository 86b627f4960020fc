-- One mail to one recipient. The key keeps a repeated step from sending twice.
create table delivery (
  id              varchar(36)   not null primary key,
  run_id          varchar(36)   not null,
  client          varchar(64)   not null,
  recipient       varchar(254)  not null,
  message_id      varchar(300)  not null,
  state           varchar(10)   not null,
  attempts        int           not null,
  answer          varchar(4000),
  interrupted     boolean       not null,
  created_at      timestamp with time zone not null,
  next_attempt_at timestamp with time zone,
  updated_at      timestamp with time zone not null,
  sent_at         timestamp with time zone,
  unique (run_id, recipient)
);
create index delivery_by_time on delivery (created_at);
create index delivery_by_state on delivery (state);
