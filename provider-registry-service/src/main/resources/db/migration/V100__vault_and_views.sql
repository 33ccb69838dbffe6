-- The vault: the only place with personal data of counsellors. Not a view: it survives a rebuild.
CREATE TABLE vault (
    counsellor        uuid PRIMARY KEY,
    ssin              text NOT NULL,
    enterprise_number text NOT NULL,
    name              text NOT NULL,
    iban              text NOT NULL,
    email             text NOT NULL,
    UNIQUE (ssin, enterprise_number)
);

-- What a counsellor shows the public. Not a view either: it is told by people, not by events.
CREATE TABLE profile (
    counsellor     uuid PRIMARY KEY REFERENCES vault,
    name           text   NOT NULL,
    municipalities varchar[] NOT NULL,
    postal_codes   varchar[] NOT NULL,
    -- names in small letters and postal codes: what a search for a place compares with
    places         varchar[] NOT NULL,
    languages      varchar[] NOT NULL,
    modes          varchar[] NOT NULL,
    themes         varchar[] NOT NULL,
    target_groups  varchar[] NOT NULL
);

-- View: who stands in the directory.
CREATE TABLE registered_counsellor (
    counsellor     uuid PRIMARY KEY,
    route          text NOT NULL,
    registered_on  date NOT NULL,
    -- a digest of the id: an order that favours no one and never changes
    place_in_order text NOT NULL UNIQUE
);
