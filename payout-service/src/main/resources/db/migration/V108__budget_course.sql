-- Views. What is older than this version is filled in by a rebuild.
ALTER TABLE budget ADD COLUMN closed boolean NOT NULL DEFAULT false;

-- What each day changed: summed up to a day it is the budget as of that day.
CREATE TABLE budget_day (
    year            integer NOT NULL,
    day             date    NOT NULL,
    total_cents     bigint  NOT NULL,
    committed_cents bigint  NOT NULL,
    settled_cents   bigint  NOT NULL,
    queue           integer NOT NULL,
    PRIMARY KEY (year, day)
);

-- Each booking that has budget: when it was committed, and what of it is not settled.
CREATE TABLE commitment (
    booking      uuid    PRIMARY KEY,
    year         integer NOT NULL,
    committed_on date    NOT NULL,
    left_cents   bigint  NOT NULL
);
CREATE INDEX commitment_open ON commitment (year, committed_on) WHERE left_cents > 0;

-- How long it took from booking to payout, for each claim.
CREATE TABLE settlement (
    claim      uuid    PRIMARY KEY,
    settled_on date    NOT NULL,
    days       integer NOT NULL
);
CREATE INDEX settlement_by_day ON settlement (settled_on);
