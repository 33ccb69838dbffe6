-- View: the blocks that were paid for; a code leads to its block.
CREATE TABLE block (
    booking    uuid PRIMARY KEY,
    wallet     uuid    NOT NULL,
    counsellor uuid    NOT NULL,
    code       text    NOT NULL,
    half_hours integer NOT NULL,
    paid_at    timestamptz NOT NULL,
    closed_at  timestamptz
);
CREATE INDEX block_code ON block (code);

-- View: sessions and what the citizen said of them.
CREATE TABLE session (
    session       uuid PRIMARY KEY,
    booking       uuid        NOT NULL,
    wallet        uuid        NOT NULL,
    counsellor    uuid        NOT NULL,
    started_at    timestamptz NOT NULL,
    ended_at      timestamptz NOT NULL,
    half_hours    integer     NOT NULL,
    mode          text        NOT NULL,
    themes        varchar[]   NOT NULL,
    status        text        NOT NULL,
    silent        boolean     NOT NULL,
    registered_at timestamptz NOT NULL,
    answer_before timestamptz NOT NULL,
    answered_at   timestamptz,
    claim         uuid
);
CREATE INDEX session_counsellor ON session (counsellor, started_at DESC, session);
CREATE INDEX session_wallet ON session (wallet, started_at DESC, session);
CREATE INDEX session_booking ON session (booking);
CREATE INDEX session_claim ON session (claim) WHERE claim IS NOT NULL;
CREATE INDEX session_unanswered ON session (answer_before) WHERE status = 'REGISTERED';

-- View: what was claimed.
CREATE TABLE claim (
    claim        uuid PRIMARY KEY,
    booking      uuid        NOT NULL,
    counsellor   uuid        NOT NULL,
    half_hours   integer     NOT NULL,
    submitted_at timestamptz NOT NULL
);
CREATE INDEX claim_counsellor ON claim (counsellor, submitted_at DESC, claim);

-- Not a view: digests of the wrong codes a counsellor tried, to bound guessing.
CREATE TABLE wrong_code (
    counsellor uuid        NOT NULL,
    digest     text        NOT NULL,
    tried_at   timestamptz NOT NULL,
    PRIMARY KEY (counsellor, digest)
);
