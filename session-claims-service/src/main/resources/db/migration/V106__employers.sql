-- View: who has the same employer; both are pseudonyms.
CREATE TABLE employee (
    wallet   uuid NOT NULL,
    employer uuid NOT NULL,
    PRIMARY KEY (wallet, employer)
);
