CREATE TABLE hand_overs (
    id TEXT PRIMARY KEY NOT NULL, -- of a secret in Redis that was handed out, or ended otherwise
    forget_at INTEGER NOT NULL -- no copy of it can be alive by then
);

CREATE INDEX hand_overs_by_end ON hand_overs (forget_at);
