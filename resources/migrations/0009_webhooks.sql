CREATE TABLE webhook_state (
    id INTEGER PRIMARY KEY NOT NULL, -- one row: 1
    next_entry INTEGER NOT NULL, -- of the record: the first that was not sent
    owner TEXT NOT NULL, -- the instance that sends
    owned_until INTEGER NOT NULL
);

CREATE TABLE webhook_dead_letters (
    sequence INTEGER PRIMARY KEY NOT NULL, -- the entry that could not be delivered
    failed_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    reason TEXT NOT NULL,
    retried INTEGER NOT NULL -- 1: to be sent again
);
