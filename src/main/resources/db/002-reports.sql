-- Reports, from the first answer to the tombstone. What a person typed, and what would tell what a report is about, is
-- sealed: these rows hold random ids, keyed fingerprints, wrapped data keys, sealed bytes and times (milliseconds).

-- An unfinished conversation; a person has one at a time. "owner" is the keyed fingerprint of the person in the channel,
-- "later" that of the code by which the conversation is gone on with elsewhere.
CREATE TABLE draft (
    school       TEXT NOT NULL,
    owner        TEXT NOT NULL,
    id           TEXT NOT NULL UNIQUE,
    conversation TEXT NOT NULL,
    wrapped      BLOB NOT NULL,
    body         BLOB NOT NULL,
    later        TEXT UNIQUE,
    later_code   BLOB,
    expires      INTEGER NOT NULL,
    PRIMARY KEY (school, owner)
) STRICT;

CREATE INDEX draft_by_expiry ON draft (expires);

-- "version" rises with every change of the incident, its route or its entries, so that a change which was decided on
-- what has changed meanwhile is decided again.
CREATE TABLE incident (
    id           TEXT NOT NULL PRIMARY KEY,
    school       TEXT NOT NULL,
    conversation TEXT NOT NULL UNIQUE,
    receipt      TEXT NOT NULL UNIQUE,
    reference    TEXT NOT NULL,
    wrapped      BLOB NOT NULL,
    version      INTEGER NOT NULL,
    entries      INTEGER NOT NULL,
    status       TEXT NOT NULL,
    sent         INTEGER NOT NULL,
    escalated    INTEGER NOT NULL CHECK (escalated IN (0, 1)),
    held         INTEGER NOT NULL CHECK (held IN (0, 1)),
    expires      INTEGER,
    summary      BLOB NOT NULL,
    body         BLOB NOT NULL,
    UNIQUE (school, reference)
) STRICT;

CREATE INDEX incident_by_status ON incident (status, sent);

CREATE INDEX incident_by_expiry ON incident (expires) WHERE expires IS NOT NULL;

-- The report that a person sent last, for an hour: a crash between storing a report and showing its receipt does not
-- take the receipt from them.
CREATE TABLE handed_out (
    school   TEXT NOT NULL,
    owner    TEXT NOT NULL,
    incident TEXT NOT NULL REFERENCES incident (id),
    expires  INTEGER NOT NULL,
    PRIMARY KEY (school, owner)
) STRICT, WITHOUT ROWID;

CREATE INDEX handed_out_by_incident ON handed_out (incident);

-- Who may see an incident, and who never may. "person" is a keyed fingerprint, so that the file does not tell whom a
-- report is about.
CREATE TABLE route (
    incident TEXT NOT NULL REFERENCES incident (id),
    person   TEXT NOT NULL,
    kept_out INTEGER NOT NULL CHECK (kept_out IN (0, 1)),
    PRIMARY KEY (incident, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX route_by_person ON route (person);

-- Once kept out, always kept out: the program decides so, and the database refuses anything else.
CREATE TRIGGER kept_out_for_good BEFORE UPDATE ON route WHEN OLD.kept_out = 1
BEGIN SELECT RAISE(ABORT, 'a person who is kept out stays kept out'); END;

-- What happened to an incident, in order: added words, notes, messages, changes.
CREATE TABLE entry (
    incident TEXT NOT NULL REFERENCES incident (id),
    seq      INTEGER NOT NULL,
    body     BLOB NOT NULL,
    PRIMARY KEY (incident, seq)
) STRICT;

-- Files of an unfinished conversation or an incident: a conversation's data key and id become the incident's, so that
-- sending moves no bytes.
CREATE TABLE evidence (
    id       TEXT NOT NULL PRIMARY KEY,
    owner    TEXT NOT NULL,
    seq      INTEGER NOT NULL,
    about    BLOB NOT NULL,
    clean    BLOB NOT NULL,
    original BLOB NOT NULL,
    UNIQUE (owner, seq)
) STRICT;

-- What is left of a deleted incident.
CREATE TABLE tombstone (
    school    TEXT NOT NULL,
    reference TEXT NOT NULL,
    flow      TEXT NOT NULL,
    sent      INTEGER NOT NULL,
    closed    INTEGER NOT NULL,
    deleted   INTEGER NOT NULL,
    PRIMARY KEY (school, reference)
) STRICT, WITHOUT ROWID;

-- Notices to receivers that there is something to read. Not tied to an incident: a stuck notice must not tell of one.
-- "held_until" is set while one is being handed to the mail server; it is free again after that time.
CREATE TABLE notice (
    id         TEXT NOT NULL PRIMARY KEY,
    school     TEXT NOT NULL,
    receiver   TEXT NOT NULL,
    queued     INTEGER NOT NULL,
    next       INTEGER NOT NULL,
    attempts   INTEGER NOT NULL,
    held_until INTEGER,
    accepted   INTEGER
) STRICT;

CREATE INDEX notice_waiting ON notice (next) WHERE accepted IS NULL;

-- Append-only; "hash" is a keyed hash of the row and of the hash before it.
CREATE TABLE audit (
    seq    INTEGER NOT NULL PRIMARY KEY,
    at     INTEGER NOT NULL,
    school TEXT NOT NULL,
    record TEXT NOT NULL,
    actor  TEXT NOT NULL,
    action TEXT NOT NULL,
    hash   TEXT NOT NULL
) STRICT;

CREATE INDEX audit_by_record ON audit (record, seq);

CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;

CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;

CREATE TRIGGER audit_is_in_order BEFORE INSERT ON audit WHEN NEW.seq <> (SELECT COALESCE(MAX(seq), 0) + 1 FROM audit)
BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
