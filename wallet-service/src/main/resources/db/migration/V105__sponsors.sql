-- Vault: who a sponsor is, and why an agreement ended in words. In no event.
CREATE TABLE sponsor_party (
    sponsor           uuid PRIMARY KEY,
    name              text NOT NULL,
    enterprise_number text NOT NULL,
    end_reason        text
);

-- No view: the codes that were handed out.
CREATE TABLE sponsor_code (
    code    text   PRIMARY KEY,
    sponsor uuid   NOT NULL,
    number  bigint NOT NULL,
    UNIQUE (sponsor, number)
);

-- No view: whose the number of a structured reference is.
CREATE TABLE structured_reference (
    id     uuid   PRIMARY KEY,
    number bigint NOT NULL UNIQUE
);

-- Views.
CREATE TABLE sponsor (
    sponsor   uuid        PRIMARY KEY,
    last_day  date        NOT NULL,
    agreed_at timestamptz NOT NULL
);
CREATE INDEX sponsor_newest ON sponsor (agreed_at DESC, sponsor DESC);

-- What came to be owed and what came back, each with the bill that it stands on.
CREATE TABLE sponsor_line (
    sponsor  uuid   NOT NULL,
    sequence bigint NOT NULL,
    booking  uuid   NOT NULL,
    day      date   NOT NULL,
    cents    bigint NOT NULL,
    bill     uuid,
    PRIMARY KEY (sponsor, sequence)
);
CREATE INDEX sponsor_line_unbilled ON sponsor_line (day) WHERE bill IS NULL;
CREATE INDEX sponsor_line_bill ON sponsor_line (bill, sequence);

CREATE TABLE sponsor_bill (
    bill      uuid        PRIMARY KEY,
    sponsor   uuid        NOT NULL,
    cents     bigint      NOT NULL,
    number    bigint      NOT NULL,
    first_day date        NOT NULL,
    last_day  date        NOT NULL,
    billed_at timestamptz NOT NULL,
    paid_at   timestamptz
);
CREATE INDEX sponsor_bill_newest ON sponsor_bill (billed_at DESC, bill DESC);
