-- What staff ask and the policies do not answer, as it was found last: only words that five or more share, and numbers that
-- are about right. Written anew as a whole after each block of four weeks, and emptied when the log is.
CREATE TABLE gap_finding (
    school  TEXT NOT NULL PRIMARY KEY,
    first   TEXT NOT NULL,
    as_of   TEXT NOT NULL,
    sampled INTEGER NOT NULL
) STRICT;

CREATE TABLE gap (
    school   TEXT NOT NULL,
    place    INTEGER NOT NULL,
    id       TEXT NOT NULL,
    name     TEXT NOT NULL,
    wordings TEXT NOT NULL,
    about    INTEGER NOT NULL,
    centre   BLOB NOT NULL,
    PRIMARY KEY (school, place)
) STRICT;

-- What the policies' owner decided of a gap; theirs, and kept until it is taken back.
CREATE TABLE gap_decision (
    school   TEXT NOT NULL,
    gap      TEXT NOT NULL,
    kind     TEXT NOT NULL,
    name     TEXT NOT NULL,
    policy   TEXT NOT NULL,
    number   TEXT NOT NULL,
    bullet   INTEGER NOT NULL,
    words    TEXT NOT NULL,
    taught   TEXT NOT NULL,
    wordings TEXT NOT NULL,
    centre   BLOB NOT NULL,
    week     TEXT NOT NULL,
    PRIMARY KEY (school, gap)
) STRICT;
