-- Ids of events are random, nothing is looked for by them, and an index in random order is the dearest of all. What must be unique is an
-- event's place in its stream.
ALTER TABLE event DROP CONSTRAINT event_event_id_key;
