CREATE TABLE audit_entries (
    sequence BIGINT PRIMARY KEY NOT NULL,
    time BIGINT NOT NULL, -- microseconds since 1970; never falls as the sequence rises, so it needs no index
    actor TEXT COLLATE "C", -- identifier; this and the next two: NULL for none, so that no index holds it
    target TEXT COLLATE "C",
    address TEXT COLLATE "C",
    action TEXT COLLATE "C" NOT NULL,
    outcome TEXT COLLATE "C" NOT NULL,
    content BYTEA NOT NULL -- the canonical bytes, of which the columns are copies
);

CREATE INDEX audit_by_actor ON audit_entries (actor, sequence) WHERE actor IS NOT NULL;

CREATE INDEX audit_by_target ON audit_entries (target, sequence) WHERE target IS NOT NULL;

CREATE INDEX audit_by_address ON audit_entries (address, sequence) WHERE address IS NOT NULL;

CREATE INDEX audit_by_action ON audit_entries (action, sequence);

CREATE INDEX audit_by_outcome ON audit_entries (outcome, sequence);

CREATE TABLE audit_tiles (
    level BIGINT NOT NULL, -- of 256 hashes at level 8 * level of the tree
    position BIGINT NOT NULL,
    hashes BYTEA NOT NULL, -- fewer than 256 at the right edge
    PRIMARY KEY (level, position)
);

CREATE TABLE audit_state (
    id BIGINT PRIMARY KEY NOT NULL, -- one row: 1
    size BIGINT NOT NULL,
    root BYTEA NOT NULL,
    last_time BIGINT NOT NULL -- of the last entry
);

CREATE TABLE audit_checkpoints (
    size BIGINT NOT NULL,
    signer TEXT COLLATE "C" NOT NULL, -- its verifier key
    created_at BIGINT NOT NULL,
    note TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (size, signer)
);
