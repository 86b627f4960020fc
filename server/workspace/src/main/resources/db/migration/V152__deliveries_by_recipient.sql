-- What is on the way to a destination, and when something last arrived there, is asked of all deliveries there ever were.
create index delivery_by_recipient on delivery (recipient, state, sent_at);
