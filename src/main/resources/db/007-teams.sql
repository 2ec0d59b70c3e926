-- What Slack and what Teams delivered stand in one table; each finds its own.
ALTER TABLE delivery ADD COLUMN service TEXT NOT NULL DEFAULT 'slack';

-- Where people, places and tenants in Teams are reached. "id" is a keyed hash; the rest is sealed. Forgotten when the app is
-- removed there.
CREATE TABLE teams_reference (
    id      TEXT NOT NULL PRIMARY KEY,
    wrapped BLOB NOT NULL,
    body    BLOB NOT NULL
) STRICT, WITHOUT ROWID;
