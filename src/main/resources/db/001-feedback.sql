-- How often a quoted clause helped. No identity, no words, no time finer than a week.
CREATE TABLE feedback (
    school  TEXT NOT NULL,
    policy  TEXT NOT NULL,
    week    TEXT NOT NULL,
    version TEXT NOT NULL,
    number  TEXT NOT NULL,
    bullet  INTEGER NOT NULL,
    verdict TEXT NOT NULL,
    votes   INTEGER NOT NULL CHECK (votes > 0),
    PRIMARY KEY (school, policy, week, version, number, bullet, verdict)
) STRICT, WITHOUT ROWID;
