-- Version 3: how outlets and agencies have been, and what is to be asked again when.
ALTER TABLE page ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0;

-- What a subject (an outlet or agency as one spider sees it) gave in a quarter of a
-- day; "counts" is a JSON object of numbers.
CREATE TABLE tally (
    subject TEXT NOT NULL,
    quarter TEXT NOT NULL,
    counts TEXT NOT NULL,
    PRIMARY KEY (subject, quarter)
) WITHOUT ROWID;
CREATE INDEX tally_quarter ON tally (quarter);

-- What is wrong with a subject, since when.
CREATE TABLE alarm (
    subject TEXT NOT NULL,
    kind TEXT NOT NULL,
    since TEXT NOT NULL,
    detail TEXT NOT NULL,
    PRIMARY KEY (subject, kind)
) WITHOUT ROWID;

-- When a source was asked last, when it last told something new, and how long it is
-- left alone (seconds).
CREATE TABLE source (
    name TEXT PRIMARY KEY,
    asked TEXT NOT NULL,
    changed TEXT,
    pause INTEGER NOT NULL
) WITHOUT ROWID;

-- Articles that are to be looked at again.
CREATE TABLE visit (
    article TEXT PRIMARY KEY,
    due TEXT NOT NULL,
    turn INTEGER NOT NULL,
    outlet TEXT NOT NULL,
    url TEXT NOT NULL,
    key TEXT
) WITHOUT ROWID;
CREATE INDEX visit_due ON visit (outlet, due);
