-- The live place in the queue, and what is left with counsellors who are gone.
ALTER TABLE booking
    ADD COLUMN queue_year integer,
    ADD COLUMN queue_number bigint,
    ADD COLUMN giving_up boolean NOT NULL DEFAULT false,
    ADD COLUMN abandoned boolean NOT NULL DEFAULT false;
CREATE INDEX booking_queue ON booking (queue_year, queue_number) WHERE queue_number IS NOT NULL;

CREATE TABLE gone_counsellor (
    counsellor uuid PRIMARY KEY
);
