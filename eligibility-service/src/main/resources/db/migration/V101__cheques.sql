-- Not views: what VDAB's files say of people, and how their reading went. All of it survives a rebuild.
CREATE TABLE cheque_import (
    import      uuid        PRIMARY KEY,
    file        text        NOT NULL,
    officer     text        NOT NULL,
    state       text        NOT NULL,
    lines_read  bigint      NOT NULL DEFAULT 0,
    accepted    bigint      NOT NULL DEFAULT 0,
    refused     bigint      NOT NULL DEFAULT 0,
    added       bigint      NOT NULL DEFAULT 0,
    removed     bigint      NOT NULL DEFAULT 0,
    failure     text,
    started_at  timestamptz NOT NULL,
    touched_at  timestamptz NOT NULL,
    finished_at timestamptz
);
CREATE TABLE cheque_import_error (
    import  uuid   NOT NULL,
    line    bigint NOT NULL,
    problem text   NOT NULL,
    PRIMARY KEY (import, line)
);
-- Lines of an import that is under way; emptied at its end.
CREATE TABLE cheque_import_line (
    import       uuid   NOT NULL,
    line         bigint NOT NULL,
    ssin         text   NOT NULL,
    day          date   NOT NULL,
    amount_cents bigint NOT NULL,
    iban         text   NOT NULL,
    PRIMARY KEY (import, line)
);
-- Vault. nth: the same person may use two cheques on one day.
CREATE TABLE used_cheque (
    ssin    text   NOT NULL,
    used_on date   NOT NULL,
    nth     bigint NOT NULL,
    PRIMARY KEY (ssin, used_on, nth)
);
-- Vault: forgetting the citizen forgets the account.
CREATE TABLE unused_cheque (
    citizen      uuid   NOT NULL REFERENCES citizen_vault ON DELETE CASCADE,
    bought_on    date   NOT NULL,
    nth          bigint NOT NULL,
    amount_cents bigint NOT NULL,
    iban         text   NOT NULL,
    PRIMARY KEY (citizen, bought_on, nth)
);
