-- The order of the directory is drawn anew each day (D-31); the fixed one is read no more.
ALTER TABLE registered_counsellor DROP COLUMN place_in_order;
