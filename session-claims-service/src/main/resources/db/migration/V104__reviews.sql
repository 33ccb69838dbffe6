-- View: reviews, to find and filter them.
CREATE TABLE review (
    review     uuid PRIMARY KEY,
    kind       text        NOT NULL,
    counsellor uuid        NOT NULL,
    status     text        NOT NULL,
    outcome    text,
    opened_at  timestamptz NOT NULL
);
CREATE INDEX review_opened ON review (opened_at, review);
CREATE INDEX review_counsellor ON review (counsellor, opened_at);
