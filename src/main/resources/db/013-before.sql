-- What a person had unfinished before a delivery changed it: the sealed row of "draft" as it was, or nothing but whose it
-- was where they had none. It stands here from the change until what is to be said of it is kept or was said. Where a crash
-- comes in between, it is put back, and the delivery is worked on as if for the first time. "passed" once something later
-- has changed it again: then it is not put back, and the row holds nothing more.
CREATE TABLE draft_before (
    delivery     TEXT NOT NULL,
    school       TEXT NOT NULL,
    owner        TEXT NOT NULL,
    passed       INTEGER NOT NULL DEFAULT 0 CHECK (passed IN (0, 1)),
    id           TEXT,
    conversation TEXT,
    wrapped      BLOB,
    body         BLOB,
    later        TEXT,
    later_code   BLOB,
    expires      INTEGER,
    PRIMARY KEY (delivery, school, owner)
) STRICT, WITHOUT ROWID;

CREATE INDEX draft_before_by_owner ON draft_before (school, owner);

CREATE INDEX draft_before_by_id ON draft_before (id) WHERE id IS NOT NULL;

-- What was done on account of a delivery that is done once and cannot be put back: words added to a report, a row of the
-- audit log, a vote. Empty again when the delivery is done.
ALTER TABLE delivery ADD COLUMN once TEXT;
