-- Vault: an enterprise number can be that of a person, so everywhere else an employer is a random pseudonym.
CREATE TABLE employer_vault (
    employer   uuid PRIMARY KEY,
    enterprise text NOT NULL UNIQUE
);
-- Whose employers they are: an employer is forgotten with its last citizen.
CREATE TABLE employee (
    citizen  uuid NOT NULL REFERENCES citizen_vault ON DELETE CASCADE,
    employer uuid NOT NULL REFERENCES employer_vault ON DELETE CASCADE,
    PRIMARY KEY (citizen, employer)
);
CREATE INDEX employee_employer ON employee (employer);
