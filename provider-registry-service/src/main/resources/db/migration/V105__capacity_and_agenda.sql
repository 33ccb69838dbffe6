-- Where an appointment can be made.
ALTER TABLE profile ADD COLUMN agenda_link text;

-- View of the directory: how many new citizens somebody can take, and up to which day that is known.
ALTER TABLE registered_counsellor ADD COLUMN places integer;
ALTER TABLE registered_counsellor ADD COLUMN places_until date;
