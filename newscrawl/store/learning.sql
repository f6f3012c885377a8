-- Version 6: what outlets put around their texts. "pages" counts an outlet's stories,
-- "first" and "last" are such counts; "key" stands for a paragraph's comparison form,
-- "own" counts the stories of which other outlets pass it over.
CREATE TABLE learnt (
    outlet TEXT PRIMARY KEY,
    pages INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE block (
    outlet TEXT NOT NULL,
    key INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    count INTEGER NOT NULL,
    touching INTEGER NOT NULL,
    shared INTEGER NOT NULL,
    text TEXT,
    own INTEGER NOT NULL,
    seen TEXT NOT NULL,
    PRIMARY KEY (outlet, key)
) WITHOUT ROWID;
CREATE INDEX block_key ON block (key);
