-- A view: the sessions of each claim, for the statement of a counsellor. Filled for older claims by a rebuild.
CREATE TABLE claim_session (
    claim        uuid    NOT NULL,
    session      uuid    NOT NULL,
    delivered_on date    NOT NULL,
    half_hours   integer NOT NULL,
    PRIMARY KEY (claim, session)
);
