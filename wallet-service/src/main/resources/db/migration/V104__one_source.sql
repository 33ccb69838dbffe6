-- What one wallet holds is read from its events; the view keeps what is asked across wallets.
DROP TABLE credit;
DROP INDEX booking_counsellor;
ALTER TABLE booking ADD COLUMN reserved_half_hours integer NOT NULL DEFAULT 0;
UPDATE booking SET reserved_half_hours = half_hours - used_half_hours - returned_half_hours
    WHERE status NOT IN ('LAPSED', 'CANCELLED');
-- a block of which everything is used or returned is told apart by its hours
UPDATE booking SET status = 'BOOKED' WHERE status = 'USED' OR (status = 'CANCELLED' AND returned_half_hours = half_hours);
ALTER TABLE booking
    DROP COLUMN half_hours,
    DROP COLUMN used_half_hours,
    DROP COLUMN returned_half_hours,
    DROP COLUMN co_payment_cents,
    DROP COLUMN code,
    DROP COLUMN checkout_url,
    DROP COLUMN place,
    DROP COLUMN booked_at,
    DROP COLUMN giving_up;
CREATE INDEX booking_counsellor ON booking (counsellor) WHERE reserved_half_hours > 0;
