-- What Slack delivered in the last day, so that what comes twice is done once. "id" is a keyed hash. The words stand here,
-- sealed, only from the acknowledgement to the end of the work, and then, sealed, what is to be said on account of them,
-- until it was said; so that a crash in between loses nothing.
CREATE TABLE delivery (
    id      TEXT NOT NULL UNIQUE,
    at      INTEGER NOT NULL,
    tries   INTEGER NOT NULL DEFAULT 0,
    wrapped BLOB,
    body    BLOB,
    CHECK ((wrapped IS NULL) = (body IS NULL))
) STRICT;

CREATE INDEX delivery_by_time ON delivery (at);

CREATE INDEX delivery_undone ON delivery (at) WHERE body IS NOT NULL;

-- Workspaces that installed the app. "id" is a keyed hash of the workspace's or organisation's id; the rest is sealed.
CREATE TABLE slack_installation (
    id      TEXT NOT NULL PRIMARY KEY,
    wrapped BLOB NOT NULL,
    body    BLOB NOT NULL
) STRICT, WITHOUT ROWID;
