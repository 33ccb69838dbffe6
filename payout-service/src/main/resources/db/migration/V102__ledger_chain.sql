-- Not views: survive a rebuild, so that the chain also shows when a rebuild would give other lines.

-- The chain over the ledger: each hash is over the line and the hash before it, in the order in which the lines were posted.
CREATE TABLE ledger_seal (
    position bigint  PRIMARY KEY,
    event_id text    NOT NULL,
    line     integer NOT NULL,
    hash     text    NOT NULL,
    UNIQUE (event_id, line)
);

-- Lines that are posted and not in the chain yet. Chaining at once would let every posting wait for every other.
CREATE TABLE ledger_unsealed (
    event_id  text    NOT NULL,
    line      integer NOT NULL,
    booked_at timestamptz NOT NULL,
    PRIMARY KEY (event_id, line)
);
CREATE INDEX ledger_unsealed_oldest ON ledger_unsealed (booked_at, event_id, line);
INSERT INTO ledger_unsealed SELECT event_id, line, booked_at FROM ledger_line;

CREATE INDEX ledger_line_by_time ON ledger_line (booked_at);
