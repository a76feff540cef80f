CREATE TABLE shared_secrets (
    id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    state TEXT COLLATE "C" NOT NULL CHECK (state IN ('waiting', 'taken', 'expired', 'burned', 'destroyed')),
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    data TEXT COLLATE "C", -- as it came; NULL in all states but waiting
    restrictions TEXT COLLATE "C" NOT NULL, -- JSON, in the row of what they guard; empty: none
    failed_attempts BIGINT NOT NULL DEFAULT 0, -- wrong passphrases
    locked_until BIGINT NOT NULL DEFAULT 0,
    receipt_hash BYTEA, -- SHA-256 of the creator's token; NULL: none was asked for
    taken_address TEXT COLLATE "C", -- these three only for a receipt
    taken_country TEXT COLLATE "C",
    taken_asn BIGINT,
    ended_at BIGINT, -- NULL while waiting, as the next
    forget_at BIGINT -- when the row goes
);

CREATE INDEX shared_secrets_by_expiry ON shared_secrets (expires_at) WHERE state = 'waiting';

CREATE INDEX shared_secrets_by_end ON shared_secrets (forget_at) WHERE forget_at IS NOT NULL;

CREATE TABLE share_tokens (
    id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    hash BYTEA NOT NULL UNIQUE, -- SHA-256 of the token
    kind TEXT COLLATE "C" NOT NULL CHECK (kind IN ('share', 'admin')),
    label TEXT COLLATE "C" NOT NULL, -- who made it: 'default', or the identifier of a token or user
    upload_size_limit BIGINT, -- NULL: that of the server
    one_time BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);

CREATE INDEX share_tokens_by_expiry ON share_tokens (expires_at);

CREATE TABLE secret_requests (
    id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    state TEXT COLLATE "C" NOT NULL CHECK (state IN ('open', 'answered', 'collected')),
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    public_key BYTEA NOT NULL, -- of the asker: a point of P-256, 65 bytes
    note TEXT COLLATE "C" NOT NULL, -- empty: none
    collect_hash BYTEA NOT NULL, -- SHA-256 of the asker's token
    size_limit BIGINT NOT NULL, -- of the answer, as it was for the asker
    answer TEXT COLLATE "C" -- NULL in all states but answered
);

CREATE INDEX secret_requests_by_expiry ON secret_requests (expires_at);

CREATE TABLE sharing_state (
    name TEXT COLLATE "C" PRIMARY KEY NOT NULL, -- of what is kept beyond a restart
    value BIGINT NOT NULL
);
