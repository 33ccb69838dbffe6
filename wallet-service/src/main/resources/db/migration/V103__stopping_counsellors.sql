-- View: counsellors who stop on a day, until that day is noticed.
CREATE TABLE stopping_counsellor (
    counsellor uuid PRIMARY KEY,
    stops_on   date NOT NULL
);

CREATE INDEX booking_counsellor ON booking (counsellor) WHERE status IN ('RESERVED', 'QUEUED', 'AWAITING_PAYMENT', 'BOOKED');
