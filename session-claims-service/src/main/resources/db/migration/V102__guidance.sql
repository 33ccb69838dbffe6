-- Corrections of claimed sessions, and time found undue.
ALTER TABLE session ADD COLUMN correction text;
ALTER TABLE session ADD COLUMN correction_reason text;
ALTER TABLE session ADD COLUMN undue_half_hours integer NOT NULL DEFAULT 0;
CREATE INDEX block_counsellor ON block (counsellor, paid_at DESC, booking);
CREATE INDEX block_wallet ON block (wallet, paid_at DESC, booking);

-- View: what citizens said after a block (MR table 19).
CREATE TABLE survey (
    booking           uuid PRIMARY KEY,
    counsellor        uuid        NOT NULL,
    scores            integer[]   NOT NULL,
    question_answered boolean     NOT NULL,
    answered_at       timestamptz NOT NULL
);
CREATE INDEX survey_counsellor ON survey (counsellor, answered_at);

-- Not a view: what people wrote in their own words.
CREATE TABLE written_vault (
    about      uuid        NOT NULL,
    part       text        NOT NULL,
    content    text        NOT NULL,
    written_at timestamptz NOT NULL,
    PRIMARY KEY (about, part)
);
