-- No view: what is to be told to a citizen, and what became of it. Holds no address; that is asked when it is sent.
CREATE TABLE citizen_message (
    message  text        PRIMARY KEY,
    kind     text        NOT NULL,
    wallet   uuid        NOT NULL,
    booking  uuid        NOT NULL,
    due_at   timestamptz NOT NULL,
    outcome  text,
    ended_at timestamptz,
    attempts integer     NOT NULL DEFAULT 0,
    retry_at timestamptz NOT NULL
);
CREATE INDEX citizen_message_open ON citizen_message (retry_at) WHERE outcome IS NULL;
CREATE INDEX citizen_message_wallet ON citizen_message (wallet, due_at DESC, message DESC);
