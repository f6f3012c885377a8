-- Version 4: stories that turned out to be one, and the datelines desks change.
ALTER TABLE copy ADD COLUMN dateline TEXT;

-- What became of a story's id that is no story any more.
CREATE TABLE alias (
    story INTEGER PRIMARY KEY,
    survivor INTEGER NOT NULL
);
