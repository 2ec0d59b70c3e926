-- Who has read which version of a policy. Days are counted since 1970; no times. Nothing here has an id or a name that
-- any other table has, and no answer to a question is kept.
CREATE TABLE reader (
    id     TEXT NOT NULL PRIMARY KEY,
    school TEXT NOT NULL,
    name   TEXT NOT NULL,
    email  TEXT NOT NULL,
    UNIQUE (school, email)
) STRICT;

CREATE TABLE reading_round (
    id       TEXT NOT NULL PRIMARY KEY,
    school   TEXT NOT NULL,
    policy   TEXT NOT NULL,
    title    TEXT NOT NULL,
    version  TEXT NOT NULL,
    hash     TEXT NOT NULL,
    asked    INTEGER NOT NULL,
    weeks    INTEGER NOT NULL,
    checks   TEXT NOT NULL,
    replaced INTEGER,
    ended    INTEGER
) STRICT;

CREATE TABLE reading (
    id      TEXT NOT NULL PRIMARY KEY,
    round   TEXT NOT NULL REFERENCES reading_round (id) ON DELETE CASCADE,
    reader  TEXT NOT NULL REFERENCES reader (id) ON DELETE CASCADE,
    due     INTEGER NOT NULL,
    mailed  INTEGER,
    mails   INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    done    INTEGER,
    UNIQUE (round, reader)
) STRICT;

CREATE INDEX reading_by_reader ON reading (reader);
