-- Of which review of which policy somebody was reminded, so that nobody is reminded twice; and the mails that say so.
-- The dates are the policy's own. "at" is a second since 1970.
CREATE TABLE review_reminder (
    policy   TEXT NOT NULL,
    due      TEXT NOT NULL,
    step     TEXT NOT NULL,
    receiver TEXT NOT NULL,
    at       INTEGER NOT NULL,
    PRIMARY KEY (policy, due, step, receiver)
) STRICT;

CREATE TABLE review_notice (
    id         TEXT NOT NULL PRIMARY KEY,
    school     TEXT NOT NULL,
    receiver   TEXT NOT NULL,
    queued     INTEGER NOT NULL,
    next       INTEGER NOT NULL,
    attempts   INTEGER NOT NULL,
    held_until INTEGER,
    accepted   INTEGER
) STRICT;

CREATE INDEX review_notice_waiting ON review_notice (next) WHERE accepted IS NULL;
