-- When somebody approved a report, or took one that waited for data: until then nothing was late about it, and it was not expected before.
alter table occurrence add column asked_at timestamp with time zone;
