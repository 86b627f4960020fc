-- What did not arrive may be sent to another address: the address that the report went to instead.
alter table delivery add column replaced_by varchar(254);
