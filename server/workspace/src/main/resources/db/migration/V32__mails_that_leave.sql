-- Whether all of a mail was about to be handed over: if the process ends now, it may have arrived.
alter table delivery add column leaving boolean default false not null;
update delivery set leaving = true where state = 'sending';
