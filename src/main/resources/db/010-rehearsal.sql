-- Which drafts the questions of a block of four weeks were counted for; "draft" is a hash. Nothing of a question.
CREATE TABLE rehearsal_turn (
    school TEXT NOT NULL,
    block  TEXT NOT NULL,
    draft  TEXT NOT NULL,
    PRIMARY KEY (school, block, draft)
) STRICT, WITHOUT ROWID;
