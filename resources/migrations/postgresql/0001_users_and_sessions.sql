CREATE TABLE users (
    id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    username TEXT COLLATE "C" NOT NULL,
    username_key TEXT COLLATE "C" NOT NULL UNIQUE, -- in lower case: names are unique without regard to case
    password_hash TEXT COLLATE "C" NOT NULL, -- PHC string
    role TEXT COLLATE "C" NOT NULL CHECK (role IN ('user', 'operator', 'admin')),
    disabled BIGINT NOT NULL DEFAULT 0,
    created_at BIGINT NOT NULL -- this and all times: milliseconds since 1970
);

CREATE TABLE sessions (
    id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    user_id TEXT COLLATE "C" NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    created_at BIGINT NOT NULL,
    last_used_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    revoked_at BIGINT,
    client_address TEXT COLLATE "C" NOT NULL
);

CREATE INDEX sessions_by_user ON sessions (user_id);

CREATE INDEX sessions_by_revocation ON sessions (revoked_at) WHERE revoked_at IS NOT NULL;

CREATE INDEX sessions_by_expiry ON sessions (expires_at);

CREATE TABLE refresh_tokens (
    hash BYTEA PRIMARY KEY NOT NULL, -- SHA-256 of the token
    session_id TEXT COLLATE "C" NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    expires_at BIGINT NOT NULL,
    spent_at BIGINT,
    successor_salt BYTEA, -- with the token itself gives its successor
    successor_hash BYTEA
);

CREATE INDEX refresh_tokens_by_session ON refresh_tokens (session_id);

CREATE TABLE setup_codes (
    hash BYTEA PRIMARY KEY NOT NULL -- SHA-256 of the code that may make the first administrator
);
