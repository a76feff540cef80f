CREATE TABLE shared_secrets (
    id TEXT PRIMARY KEY NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'taken', 'expired', 'burned', 'destroyed')),
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    data BLOB, -- as it came; NULL in all states but waiting
    restrictions TEXT NOT NULL, -- JSON, in the row of what they guard; empty: none
    failed_attempts INTEGER NOT NULL DEFAULT 0, -- wrong passphrases
    locked_until INTEGER NOT NULL DEFAULT 0,
    receipt_hash BLOB, -- SHA-256 of the creator's token; NULL: none was asked for
    taken_address TEXT, -- these three only for a receipt
    taken_country TEXT,
    taken_asn INTEGER,
    ended_at INTEGER, -- NULL while waiting, as the next
    forget_at INTEGER -- when the row goes
);

CREATE INDEX shared_secrets_by_expiry ON shared_secrets (expires_at) WHERE state = 'waiting';

CREATE INDEX shared_secrets_by_end ON shared_secrets (forget_at) WHERE forget_at IS NOT NULL;

CREATE TABLE share_tokens (
    id TEXT PRIMARY KEY NOT NULL,
    hash BLOB NOT NULL UNIQUE, -- SHA-256 of the token
    kind TEXT NOT NULL CHECK (kind IN ('share', 'admin')),
    label TEXT NOT NULL, -- who made it: 'default', or the identifier of a token or user
    upload_size_limit INTEGER, -- NULL: that of the server
    one_time INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
);

CREATE INDEX share_tokens_by_expiry ON share_tokens (expires_at);

CREATE TABLE secret_requests (
    id TEXT PRIMARY KEY NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'answered', 'collected')),
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    public_key BLOB NOT NULL, -- of the asker: a point of P-256, 65 bytes
    note TEXT NOT NULL, -- empty: none
    collect_hash BLOB NOT NULL, -- SHA-256 of the asker's token
    size_limit INTEGER NOT NULL, -- of the answer, as it was for the asker
    answer BLOB -- NULL in all states but answered
);

CREATE INDEX secret_requests_by_expiry ON secret_requests (expires_at);

CREATE TABLE sharing_state (
    name TEXT PRIMARY KEY NOT NULL, -- of what is kept beyond a restart
    value INTEGER NOT NULL
);
