-- A booking waits for its payment as long as it has a last day for it. What has an index is written again in each of them
-- when a row changes, so only what is asked across wallets has one.
UPDATE booking SET pay_before = NULL WHERE pay_before IS NOT NULL AND status NOT IN ('RESERVED', 'AWAITING_PAYMENT');
DROP INDEX booking_unpaid;
DROP INDEX booking_wallet;
ALTER TABLE booking DROP COLUMN status;
CREATE INDEX booking_unpaid ON booking (pay_before) WHERE pay_before IS NOT NULL;

-- The number of a structured reference stands in the event of the booking or the bill; this hands them out, fifty at a time.
DROP TABLE structured_reference;
CREATE SEQUENCE structured_reference_number MINVALUE 1 MAXVALUE 9999999949 START 1000000000 INCREMENT 50;

-- No view: of which bookings DOSIS is to be told, and what it knows. Noted with the event; what is told is looked up then.
ALTER TABLE dossier
    ADD COLUMN changes integer NOT NULL DEFAULT 1,
    ADD COLUMN due_at timestamptz;
UPDATE dossier SET due_at = retry_at WHERE pushed_status IS DISTINCT FROM status;
DROP INDEX dossier_to_push;
ALTER TABLE dossier
    DROP COLUMN status,
    DROP COLUMN retry_at;
ALTER TABLE dossier RENAME COLUMN pushed_status TO told;
CREATE INDEX dossier_due ON dossier (due_at) WHERE due_at IS NOT NULL;
