-- The ministerial lists: dated reference data that officers add by decree. Not a view: it follows from decrees, not from events.
CREATE TABLE diploma_list (
    decree   text PRIMARY KEY,
    -- SHA-256 of the file
    file     text NOT NULL,
    lines    integer NOT NULL,
    officer  text NOT NULL,
    added_at timestamptz NOT NULL,
    -- oldest first
    place    text NOT NULL UNIQUE
);

-- Each line holds from its first to its last day, both days in; no last day: until a later decree ends it.
CREATE TABLE listed_diploma (
    code     text NOT NULL,
    from_day date NOT NULL,
    to_day   date,
    decree   text NOT NULL,
    name     text NOT NULL,
    -- the decree that gave the line a last day, when that was a later one
    ended_by text,
    PRIMARY KEY (code, from_day)
);

-- Sample data until the ministerial list is delivered.
INSERT INTO listed_diploma (code, from_day, to_day, decree, name) VALUES
    ('BA-SOCIAL-WORK', '2027-01-01', NULL, 'SAMPLE-2026-1', 'Bachelor in het sociaal werk'),
    ('BA-APPLIED-PSYCHOLOGY', '2027-01-01', NULL, 'SAMPLE-2026-1', 'Bachelor in de toegepaste psychologie'),
    ('BA-ORTHOPEDAGOGY', '2027-01-01', NULL, 'SAMPLE-2026-1', 'Bachelor in de orthopedagogie'),
    ('BA-HUMAN-RESOURCES', '2027-01-01', NULL, 'SAMPLE-2026-1', 'Bachelor in het bedrijfsmanagement: human resources'),
    ('BA-EDUCATION', '2027-01-01', NULL, 'SAMPLE-2026-1', 'Bachelor in het onderwijs'),
    ('MA-PSYCHOLOGY', '2027-01-01', NULL, 'SAMPLE-2026-1', 'Master in de psychologie'),
    ('MA-EDUCATIONAL-SCIENCES', '2027-01-01', NULL, 'SAMPLE-2026-1', 'Master in de pedagogische wetenschappen'),
    ('MA-SOCIAL-WORK', '2027-01-01', NULL, 'SAMPLE-2026-1', 'Master in het sociaal werk'),
    ('MA-SOCIOLOGY', '2027-01-01', '2028-12-31', 'SAMPLE-2026-1', 'Master in de sociologie'),
    ('MA-WORK-AND-ORGANISATION', '2029-01-01', NULL, 'SAMPLE-2028-1', 'Master in arbeid en organisatie');
