CREATE TABLE setting_overrides (
    name TEXT PRIMARY KEY NOT NULL, -- of the setting, as in the file
    value TEXT NOT NULL, -- as one would write it there
    changed_at BIGINT NOT NULL,
    changed_by TEXT NOT NULL -- who did, as in the record
);

CREATE TRIGGER announce AFTER INSERT OR UPDATE OR DELETE ON setting_overrides EXECUTE FUNCTION gatehouse_announce();
