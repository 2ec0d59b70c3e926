-- Questions to the policy, redacted before they came here; nobody's, and of a week. "id" is random. A week is written anew
-- from its first row to its last whenever something is added, so that no order tells when a question came.
CREATE TABLE question (
    school   TEXT NOT NULL,
    week     TEXT NOT NULL,
    id       TEXT NOT NULL,
    channel  TEXT NOT NULL,
    words    TEXT NOT NULL,
    outcome  TEXT NOT NULL,
    clauses  TEXT NOT NULL,
    score    INTEGER NOT NULL,
    language TEXT NOT NULL,
    latency  TEXT NOT NULL,
    PRIMARY KEY (school, week, id)
) STRICT, WITHOUT ROWID;

-- Urgent messages: how many in a week, and nothing else of them.
CREATE TABLE urgent_question (
    school TEXT NOT NULL,
    week   TEXT NOT NULL,
    count  INTEGER NOT NULL,
    PRIMARY KEY (school, week)
) STRICT, WITHOUT ROWID;

-- Keyed hashes of those whose questions are not logged.
CREATE TABLE question_silence (
    person TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;
