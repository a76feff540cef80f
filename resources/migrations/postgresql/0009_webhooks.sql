CREATE TABLE webhook_state (
    id BIGINT PRIMARY KEY NOT NULL, -- one row: 1
    next_entry BIGINT NOT NULL, -- of the record: the first that was not sent
    owner TEXT COLLATE "C" NOT NULL, -- the instance that sends
    owned_until BIGINT NOT NULL
);

CREATE TABLE webhook_dead_letters (
    sequence BIGINT PRIMARY KEY NOT NULL, -- the entry that could not be delivered
    failed_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    reason TEXT COLLATE "C" NOT NULL,
    retried BIGINT NOT NULL -- 1: to be sent again
);
