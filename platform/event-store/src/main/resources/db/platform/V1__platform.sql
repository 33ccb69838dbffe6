-- The event store of one service. Facts are added, never changed.
CREATE TABLE event (
    global_index bigserial PRIMARY KEY,
    event_id     text   NOT NULL UNIQUE,
    stream       text   NOT NULL,
    sequence     bigint NOT NULL,
    stream_type  text   NOT NULL,
    name         text   NOT NULL,
    version      text,
    payload      text   NOT NULL,
    metadata     text,
    stored_at    text   NOT NULL,
    UNIQUE (stream, sequence)
);

CREATE TABLE snapshot (
    stream      text   NOT NULL,
    sequence    bigint NOT NULL,
    stream_type text   NOT NULL,
    event_id    text   NOT NULL UNIQUE,
    name        text   NOT NULL,
    version     text,
    payload     text   NOT NULL,
    metadata    text,
    stored_at   text   NOT NULL,
    PRIMARY KEY (stream, sequence)
);

-- Where each follower of the event store stands.
CREATE TABLE token (
    processor  text    NOT NULL,
    segment    integer NOT NULL,
    token      text,
    token_type text,
    claimed_at text,
    owner      text,
    PRIMARY KEY (processor, segment)
);

-- Ids of the messages whose effect is in the event store.
CREATE TABLE inbox (
    message_id  text        PRIMARY KEY,
    received_at timestamptz NOT NULL
);

-- What could not be handled yet; the rows of one processor and key are worked off in order.
CREATE TABLE dead_letter (
    position        bigserial   PRIMARY KEY,
    processor       text        NOT NULL,
    key             text        NOT NULL,
    message_id      text        NOT NULL,
    body            text        NOT NULL,
    cause           text        NOT NULL,
    attempts        integer     NOT NULL,
    enqueued_at     timestamptz NOT NULL,
    next_attempt_at timestamptz NOT NULL,
    UNIQUE (processor, message_id)
);
CREATE INDEX dead_letter_key ON dead_letter (processor, key, position);

-- Answers already given, so that a repeated command gets the same one.
CREATE TABLE idempotency_key (
    caller      text        NOT NULL,
    key         text        NOT NULL,
    request     text        NOT NULL,
    status      integer,
    headers     text,
    body        text,
    claimed_at  timestamptz NOT NULL,
    PRIMARY KEY (caller, key)
);
