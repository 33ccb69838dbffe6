-- Vault: how a citizen wants to be reached.
CREATE TABLE citizen_contact (
    citizen uuid    PRIMARY KEY REFERENCES citizen_vault ON DELETE CASCADE,
    email   text,
    notify  boolean NOT NULL
);
-- Vault: files that citizens send in.
CREATE TABLE evidence (
    evidence    uuid        PRIMARY KEY,
    citizen     uuid        NOT NULL REFERENCES citizen_vault ON DELETE CASCADE,
    type        text        NOT NULL,
    content     bytea       NOT NULL,
    received_at timestamptz NOT NULL
);
CREATE INDEX evidence_citizen ON evidence (citizen);
CREATE INDEX evidence_received ON evidence (received_at);
-- Vault: what people wrote about a decision.
CREATE TABLE words (
    reference  uuid        PRIMARY KEY,
    citizen    uuid        NOT NULL REFERENCES citizen_vault ON DELETE CASCADE,
    words      text        NOT NULL,
    written_at timestamptz NOT NULL
);
CREATE INDEX words_citizen ON words (citizen);
CREATE INDEX words_written ON words (written_at);

-- View: a request is read from its events; the table is for finding it, trying it again, and holding it against VDAB's files.
ALTER TABLE entitlement_request ADD COLUMN cheques_used integer;
UPDATE entitlement_request SET cheques_used = (judgement::jsonb ->> 'chequesUsed')::integer WHERE judgement IS NOT NULL;
ALTER TABLE entitlement_request DROP COLUMN judgement, DROP COLUMN sources, DROP COLUMN silent, DROP COLUMN decided_at;

-- View: what waits for an officer, and what was done.
CREATE TABLE work_item (
    request    uuid        NOT NULL,
    kind       text        NOT NULL,
    citizen    uuid        NOT NULL,
    status     text        NOT NULL,
    since      timestamptz NOT NULL,
    officer    text,
    decided_at timestamptz,
    -- oldest first
    place      text        NOT NULL UNIQUE,
    PRIMARY KEY (request, kind)
);
CREATE INDEX work_item_status ON work_item (status, place);
CREATE INDEX work_item_citizen ON work_item (citizen);
