-- What a pressing costs. Amounts are integer minor units of their own currency; two currencies are never compared.
create table prices (
    release_id  bigint      not null references releases (id) on delete cascade,
    provider    text        not null,
    -- ISO 3166 destination, or ZZ when the provider does not say where it ships (CLDR's unknown region).
    ships_to    char(2)     not null default 'ZZ',
    currency    char(3)     not null,
    amount      bigint      not null check (amount >= 0),
    -- Unknown shipping is null, never zero.
    shipping    bigint check (shipping >= 0),
    condition   text,
    sleeve      text,
    url         text        not null,
    observed_at timestamptz not null,
    primary key (release_id, provider, ships_to, currency)
);

-- The cheapest price of all pressings of an album, kept in the transaction that writes a price.
create table album_best_price (
    album_id        bigint      not null references albums (id) on delete cascade,
    ships_to        char(2)     not null,
    currency        char(3)     not null,
    amount          bigint      not null,
    shipping        bigint,
    release_id      bigint      not null references releases (id) on delete cascade,
    provider        text        not null,
    -- How many pressings have a price here.
    priced_releases integer     not null,
    observed_at     timestamptz not null,
    primary key (album_id, ships_to, currency)
);
-- Deleting or moving a pressing finds the best prices that named it.
create index album_best_price_release on album_best_price (release_id);
