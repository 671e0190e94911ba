-- Where a draft began, and the steps by which it was changed since; an undone step stays until another takes its place.
CREATE TABLE framework.draft_beginning (
    version_id bigint PRIMARY KEY REFERENCES framework.version ON DELETE CASCADE,
    document   jsonb  NOT NULL,
    revision   bigint NOT NULL -- of the draft, as its standing steps make it; at any other they are not its steps
);

CREATE TABLE framework.draft_step (
    version_id bigint NOT NULL REFERENCES framework.draft_beginning ON DELETE CASCADE,
    step       int NOT NULL,
    kind       text NOT NULL,
    change     jsonb NOT NULL,
    undone     boolean NOT NULL DEFAULT false,
    made_by    bigint NOT NULL,
    made_at    timestamptz NOT NULL,
    PRIMARY KEY (version_id, step)
);
