CREATE TABLE audit_entries (
    sequence INTEGER PRIMARY KEY NOT NULL,
    time INTEGER NOT NULL, -- microseconds since 1970; never falls as the sequence rises, so it needs no index
    actor TEXT, -- identifier; this and the next two: NULL for none, so that no index holds it
    target TEXT,
    address TEXT,
    action TEXT NOT NULL,
    outcome TEXT NOT NULL,
    content BLOB NOT NULL -- the canonical bytes, of which the columns are copies
);

CREATE INDEX audit_by_actor ON audit_entries (actor) WHERE actor IS NOT NULL;

CREATE INDEX audit_by_target ON audit_entries (target) WHERE target IS NOT NULL;

CREATE INDEX audit_by_address ON audit_entries (address) WHERE address IS NOT NULL;

CREATE INDEX audit_by_action ON audit_entries (action);

CREATE INDEX audit_by_outcome ON audit_entries (outcome);

CREATE TABLE audit_tiles (
    level INTEGER NOT NULL, -- of 256 hashes at level 8 * level of the tree
    position INTEGER NOT NULL,
    hashes BLOB NOT NULL, -- fewer than 256 at the right edge
    PRIMARY KEY (level, position)
);

CREATE TABLE audit_state (
    id INTEGER PRIMARY KEY NOT NULL, -- one row: 1
    size INTEGER NOT NULL,
    root BLOB NOT NULL,
    last_time INTEGER NOT NULL -- of the last entry
);

CREATE TABLE audit_checkpoints (
    size INTEGER NOT NULL,
    signer TEXT NOT NULL, -- its verifier key
    created_at INTEGER NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (size, signer)
);
