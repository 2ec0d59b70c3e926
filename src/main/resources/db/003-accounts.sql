-- How receivers of reports sign in. Secrets are sealed or kept as hashes; ids of receivers are those of the school's settings.
CREATE TABLE account (
    school   TEXT NOT NULL,
    receiver TEXT NOT NULL,
    id       TEXT NOT NULL UNIQUE,
    wrapped  BLOB NOT NULL,
    password BLOB,
    totp     BLOB,
    step     INTEGER NOT NULL DEFAULT 0,
    pin      TEXT,
    made     INTEGER NOT NULL,
    waits    INTEGER,
    PRIMARY KEY (school, receiver)
) STRICT, WITHOUT ROWID;

CREATE TABLE recovery_code (
    school   TEXT NOT NULL,
    receiver TEXT NOT NULL,
    hash     TEXT NOT NULL,
    PRIMARY KEY (school, receiver, hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE passkey (
    school   TEXT NOT NULL,
    id       TEXT NOT NULL,
    receiver TEXT NOT NULL,
    name     TEXT NOT NULL,
    public   BLOB NOT NULL,
    uses     INTEGER NOT NULL,
    copied   INTEGER NOT NULL,
    made     INTEGER NOT NULL,
    PRIMARY KEY (school, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE invitation (
    school   TEXT NOT NULL,
    receiver TEXT NOT NULL,
    hash     TEXT NOT NULL UNIQUE,
    expires  INTEGER NOT NULL,
    waits    INTEGER NOT NULL,
    PRIMARY KEY (school, receiver)
) STRICT, WITHOUT ROWID;

CREATE TABLE desk_session (
    hash     TEXT NOT NULL PRIMARY KEY,
    id       TEXT NOT NULL,
    school   TEXT NOT NULL,
    receiver TEXT NOT NULL,
    how      TEXT NOT NULL,
    began    INTEGER NOT NULL,
    used     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
