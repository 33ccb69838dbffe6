-- View: what was found undue, and in which complaint or review.
CREATE TABLE undue (
    review       uuid        NOT NULL,
    session      uuid        NOT NULL,
    booking      uuid        NOT NULL,
    half_hours   integer     NOT NULL,
    hours_return boolean     NOT NULL,
    reason_code  text        NOT NULL,
    claim        uuid,
    found_at     timestamptz NOT NULL,
    PRIMARY KEY (review, session)
);

-- View: complaints, to find and filter them.
CREATE TABLE complaint (
    complaint  uuid PRIMARY KEY,
    kind       text        NOT NULL,
    wallet     uuid        NOT NULL,
    booking    uuid,
    counsellor uuid,
    status     text        NOT NULL,
    outcome    text,
    filed_at   timestamptz NOT NULL
);
CREATE INDEX complaint_filed ON complaint (filed_at, complaint);
CREATE INDEX complaint_wallet ON complaint (wallet, filed_at);
CREATE INDEX complaint_counsellor ON complaint (counsellor, filed_at);
