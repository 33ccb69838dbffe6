-- Not a view: the only place where a citizen number meets the pseudonym. Deleting a row is forgetting.
CREATE TABLE citizen_vault (
    citizen uuid PRIMARY KEY,
    ssin    text NOT NULL UNIQUE
);

-- View: the requests of a citizen; judgement and sources as stored in the deciding event.
CREATE TABLE entitlement_request (
    request      uuid        PRIMARY KEY,
    citizen      uuid        NOT NULL,
    requested_on date        NOT NULL,
    requested_at timestamptz NOT NULL,
    status       text        NOT NULL,
    decided_at   timestamptz,
    judgement    text,
    sources      text,
    silent       text,
    due_at       timestamptz
);
CREATE INDEX entitlement_request_citizen ON entitlement_request (citizen, requested_at DESC);
CREATE INDEX entitlement_request_due ON entitlement_request (due_at) WHERE due_at IS NOT NULL;
