-- Questions whose askers wait until the policy answers them. Who and where are keyed fingerprints; the words are sealed.
-- "known" stands for the policies that a question was last asked of. No time but the last day (since 1970) it is kept.
CREATE TABLE awaited (
    id      TEXT NOT NULL PRIMARY KEY,
    person  TEXT NOT NULL,
    place   TEXT NOT NULL,
    wider   TEXT NOT NULL,
    known   TEXT NOT NULL,
    expires INTEGER NOT NULL,
    wrapped BLOB NOT NULL,
    body    BLOB NOT NULL
) STRICT;

CREATE INDEX awaited_by_person ON awaited (person);

CREATE INDEX awaited_by_expiry ON awaited (expires);
