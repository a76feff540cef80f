CREATE TABLE users (
    id TEXT PRIMARY KEY NOT NULL,
    username TEXT NOT NULL,
    username_key TEXT NOT NULL UNIQUE, -- in lower case: names are unique without regard to case
    password_hash TEXT NOT NULL, -- PHC string
    role TEXT NOT NULL CHECK (role IN ('user', 'operator', 'admin')),
    disabled INTEGER NOT NULL DEFAULT 0,
    tokens_not_before BIGINT NOT NULL DEFAULT 0, -- access tokens made up to then are void
    created_at BIGINT NOT NULL -- this and all times: milliseconds since 1970
);

CREATE TABLE sessions (
    id TEXT PRIMARY KEY NOT NULL,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    created_at BIGINT NOT NULL,
    last_used_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL, -- of its newest refresh token
    access_expires_at BIGINT NOT NULL, -- of the last of its access tokens: a revocation matters until then
    revoked_at BIGINT,
    client_address TEXT NOT NULL
);

CREATE INDEX sessions_by_user ON sessions (user_id);

CREATE INDEX sessions_by_revocation ON sessions (access_expires_at) WHERE revoked_at IS NOT NULL;

CREATE INDEX sessions_by_expiry ON sessions (expires_at);

CREATE TABLE refresh_tokens (
    hash BLOB PRIMARY KEY NOT NULL, -- SHA-256 of the token
    session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    expires_at BIGINT NOT NULL,
    spent_at BIGINT,
    successor_salt BLOB, -- with the token itself gives its successor; gone once the successor was used
    successor_hash BLOB
);

CREATE INDEX refresh_tokens_by_session ON refresh_tokens (session_id);

CREATE INDEX refresh_tokens_by_successor ON refresh_tokens (successor_hash) WHERE successor_hash IS NOT NULL;

CREATE TABLE setup_codes (
    hash BLOB PRIMARY KEY NOT NULL -- SHA-256 of the code that may make the first administrator
);

CREATE TABLE server_keys (
    name TEXT PRIMARY KEY NOT NULL,
    material BLOB NOT NULL -- of keys that all instances share and that outlive a rotation of the signing keys
);
