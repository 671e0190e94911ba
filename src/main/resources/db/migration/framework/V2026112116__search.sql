-- What the search finds: one row for everything in the versions that are in force.
CREATE TABLE framework.finding (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    version_id bigint NOT NULL REFERENCES framework.version,
    kind       text NOT NULL, -- framework, role-profile, level, group, expectation, entry-criterion, learning, route
    key        text NOT NULL, -- the level's, group's or statement's id, the route's number
    level      text,
    root       text, -- the root group
    heading    text NOT NULL,
    text       text NOT NULL,
    words      tsvector NOT NULL -- of the plain words of heading (weight A, a sentence B) and text (weight C)
);
CREATE INDEX finding_words ON framework.finding USING gin (words) WITH (fastupdate = off);
CREATE INDEX finding_version ON framework.finding (version_id);

-- The words that occur in them, to find the one somebody meant.
CREATE TABLE framework.word (
    version_id bigint NOT NULL REFERENCES framework.version,
    word       text COLLATE "C" NOT NULL,
    stem       text COLLATE "C" NOT NULL,
    PRIMARY KEY (version_id, word)
);
CREATE INDEX word_word ON framework.word (word);
CREATE INDEX word_stem ON framework.word (stem);
CREATE INDEX word_alike ON framework.word USING gin (word gin_trgm_ops) WITH (fastupdate = off);
