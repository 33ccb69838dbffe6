-- Not views: what passes between this service and the bank. Survives a rebuild.

-- Personal data (names and accounts), kept apart: the text of a payment file from when it is made until the bank has it and that is
-- noted. After a crash it is sent again from here, the same to the byte.
CREATE TABLE payment_file_vault (
    batch           uuid PRIMARY KEY,
    content         text       NOT NULL,
    made_at         timestamptz NOT NULL,
    attempts        integer     NOT NULL,
    next_attempt_at timestamptz NOT NULL
);

-- Number of the last file of the bank whose effects are stored.
CREATE TABLE bank_cursor (
    one          boolean PRIMARY KEY CHECK (one),
    last_number  bigint NOT NULL
);
INSERT INTO bank_cursor VALUES (true, 0);

-- Counsellors whose payee cannot be had; their payouts wait, the others go on.
CREATE TABLE payee_problem (
    counsellor      uuid PRIMARY KEY,
    attempts        integer     NOT NULL,
    next_attempt_at timestamptz NOT NULL
);

-- What a person has to look at.
CREATE TABLE work_list (
    id        text PRIMARY KEY,
    kind      text        NOT NULL,
    file      bigint      NOT NULL,
    reference text        NOT NULL,
    noted_at  timestamptz NOT NULL
);
