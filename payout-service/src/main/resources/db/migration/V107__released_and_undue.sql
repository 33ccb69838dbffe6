-- A view: when a claim was taken back to be corrected.
ALTER TABLE payout ADD COLUMN released_at timestamptz;

-- A view: half hours found undue whose clawback is not announced yet, because their claim is not paid.
CREATE TABLE undue (
    session      uuid        NOT NULL,
    review       uuid        NOT NULL,
    claim        uuid        NOT NULL,
    booking      uuid        NOT NULL,
    half_hours   integer     NOT NULL,
    hours_return boolean     NOT NULL,
    origin       text        NOT NULL,
    reason_code  text        NOT NULL,
    found_at     timestamptz NOT NULL,
    PRIMARY KEY (session, review)
);
CREATE INDEX undue_of_claim ON undue (claim);
