-- CN 2.5.3: the oldest texts are looked for.
CREATE INDEX written_vault_age ON written_vault (written_at);
