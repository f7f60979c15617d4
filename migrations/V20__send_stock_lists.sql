-- Stock lists that are sent to us for a shop, and the rows of each that are no records for sale; offers that end.

create table stock_lists (
    id          bigint generated always as identity primary key,
    shop_id     bigint      not null references shops (id) on delete cascade,
    -- Who sent it.
    user_id     bigint references users (id) on delete set null,
    -- The file in the bucket.
    object_key  text        not null unique check (object_key like 'imports/%'),
    -- When the shop made it, if that is said; else it is as old as its start.
    made_at     timestamptz,
    -- waiting: for its file and to be started.
    state       text        not null default 'waiting' check (state in ('waiting', 'reading', 'done', 'failed')),
    -- Records for sale; of these, those of albums that are known; of these, those whose pressing is told. Null until it is read.
    records     integer,
    found       integer,
    pressings   integer,
    -- Rows that are no records for sale.
    refused     integer,
    -- Whether it was newer than what was known: an older one changes nothing.
    news        boolean,
    -- Why it failed, or what it waits for.
    note        text,
    created_at  timestamptz not null default now(),
    started_at  timestamptz,
    finished_at timestamptz
);
-- stock_lists.next, shops.stale: lists to be read.
create index stock_lists_reading on stock_lists (shop_id, id) where state = 'reading';
-- stock_lists.drop_refusals, and deleting a shop.
create index stock_lists_shop on stock_lists (shop_id, id);
-- Deleting a listener.
create index stock_lists_user on stock_lists (user_id) where user_id is not null;

-- Of the newest list of each shop that was read.
create table stock_refusals (
    list_id bigint  not null references stock_lists (id) on delete cascade,
    -- Where the row begins, from 1.
    line    integer not null,
    reason  text    not null,
    -- What was understood of it.
    excerpt text    not null,
    primary key (list_id, line)
);

-- quotes.ended: offers whose time is over. Few have one.
create index quotes_ends on quotes (ends_at) where ends_at is not null;
