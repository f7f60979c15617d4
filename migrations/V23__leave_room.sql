-- A pressing is written again whenever it is priced, in columns that no index has: where its page has room, the new version stays there and
-- no index is touched. Pages that are full already get their room as they are rewritten.
alter table releases set (fillfactor = 85);
