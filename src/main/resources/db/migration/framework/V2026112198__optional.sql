-- An expectation that is not asked of everybody; the document says how many are asked at least.
ALTER TABLE framework.statement ADD COLUMN optional boolean NOT NULL DEFAULT false;
