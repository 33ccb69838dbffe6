-- View: how long it took is counted when somebody asks, from the day on which the booking's budget was committed.
ALTER TABLE settlement ADD COLUMN booking uuid;
UPDATE settlement SET booking = payout.booking FROM payout WHERE payout.claim = settlement.claim;
DELETE FROM settlement WHERE booking IS NULL;
ALTER TABLE settlement ALTER COLUMN booking SET NOT NULL, DROP COLUMN days;
