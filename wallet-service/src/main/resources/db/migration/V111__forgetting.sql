-- CN 2.5.3: what was told longest ago is looked for.
CREATE INDEX citizen_message_age ON citizen_message (ended_at);
