-- Version 2: the index of keys in sorted shelves instead of a row for each key. The
-- shelves of an older state are filled from its texts when they are first asked.
DROP TABLE shingle;
DROP INDEX copy_digest;

-- Sorted postings (key and copy in 64 bits, little-endian) that do not change any more.
CREATE TABLE shelf (
    number INTEGER PRIMARY KEY,
    postings BLOB NOT NULL
);

-- The keys of the newest copies, until they make a shelf.
CREATE TABLE fresh (
    number INTEGER PRIMARY KEY,
    copy INTEGER NOT NULL,
    keys BLOB NOT NULL
);
