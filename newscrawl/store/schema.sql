-- Version 1 of the state. Times are ISO 8601 text; keys are url_key forms.
CREATE TABLE page (
    key TEXT NOT NULL,
    scope TEXT NOT NULL,
    outcome TEXT NOT NULL,
    at TEXT NOT NULL,
    article TEXT,
    modified TEXT,
    PRIMARY KEY (key, scope)
) WITHOUT ROWID;

CREATE TABLE validator (
    url TEXT PRIMARY KEY,
    etag TEXT,
    last_modified TEXT,
    digest TEXT
) WITHOUT ROWID;

CREATE TABLE host (
    host TEXT PRIMARY KEY,
    not_before TEXT,
    failures INTEGER NOT NULL,
    day TEXT,
    requests INTEGER NOT NULL
) WITHOUT ROWID;

-- The latest version of each written article. "record" is JSON, deflated.
CREATE TABLE article (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    outlet TEXT NOT NULL,
    version INTEGER NOT NULL,
    first_seen TEXT NOT NULL,
    text_hash TEXT NOT NULL,
    record BLOB NOT NULL
);
CREATE INDEX article_text ON article (text_hash, outlet);

-- Every version that was written, without its text.
CREATE TABLE version (
    article TEXT NOT NULL,
    version INTEGER NOT NULL,
    seen TEXT NOT NULL,
    text_hash TEXT NOT NULL,
    PRIMARY KEY (article, version)
) WITHOUT ROWID;

-- Uncredited articles that wait for a credited copy of their story.
CREATE TABLE held (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    record BLOB NOT NULL
);

CREATE TABLE story (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    agency TEXT,
    agency_at TEXT,
    first TEXT NOT NULL,
    first_outlet TEXT NOT NULL,
    first_at TEXT,
    lead INTEGER NOT NULL
);

-- One text per article, written or held; "packed" are its words, deflated.
CREATE TABLE copy (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    story INTEGER NOT NULL,
    outlet TEXT NOT NULL,
    at TEXT,
    headline TEXT NOT NULL,
    agency TEXT,
    version INTEGER NOT NULL,
    digest INTEGER NOT NULL,
    packed BLOB NOT NULL
);
CREATE INDEX copy_story ON copy (story);
CREATE INDEX copy_digest ON copy (digest);

CREATE TABLE shingle (
    key INTEGER NOT NULL,
    copy INTEGER NOT NULL,
    PRIMARY KEY (key, copy)
) WITHOUT ROWID;
