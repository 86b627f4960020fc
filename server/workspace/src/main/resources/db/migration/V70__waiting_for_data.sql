-- What a schedule does while days of its period are not imported: wait for them, or send what there is.
alter table report_schedule add column incomplete varchar(10) default 'wait' not null;

-- When an occurrence that waits is looked at again; null when it does not wait.
alter table occurrence add column look_again_at timestamp with time zone;
