CREATE TABLE hand_overs (
    id TEXT COLLATE "C" PRIMARY KEY NOT NULL, -- of a secret in Redis that was handed out, or ended otherwise
    forget_at BIGINT NOT NULL -- no copy of it can be alive by then
);

CREATE INDEX hand_overs_by_end ON hand_overs (forget_at);
