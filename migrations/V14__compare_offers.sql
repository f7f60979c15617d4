-- What is for sale, by whom, in which condition, and what it costs delivered to a listener's country. Amounts are integer minor units of
-- their own currency; what is compared is compared in euro cents at the rate of the day on which it was seen.
-- The prices of before are fetched anew within hours.
drop table album_best_price;
drop table prices;

-- The reference rates of the European Central Bank; the euro itself is one of the currencies.
create table exchange_rates (
    currency char(3) not null,
    day      date    not null,
    -- Units of the currency for one euro, times 100,000,000.
    per_euro bigint  not null check (per_euro > 0),
    -- rates.since: the newest of a currency.
    primary key (currency, day)
);

create table quotes (
    id             bigint generated always as identity primary key,
    album_id       bigint      not null references albums (id) on delete cascade,
    -- Null: it is the album, but which of its pressings is not said.
    release_id     bigint references releases (id) on delete cascade,
    provider       text        not null,
    -- What the provider calls it.
    offer          text        not null,
    -- ISO 3166 destination, or ZZ when the provider does not say where it ships (CLDR's unknown region).
    ships_to       char(2)     not null default 'ZZ',
    -- lowest: the cheapest of many, about which nothing else is said.
    sale           text        not null check (sale in ('fixed', 'auction', 'lowest')),
    currency       char(3)     not null,
    amount         bigint      not null check (amount >= 0),
    -- In the same currency. Unknown shipping is null, never zero.
    shipping       bigint check (shipping >= 0),
    -- Goldmine's grades: 1 poor, 2 fair, 3 good, 4 good plus, 5 very good, 6 very good plus, 7 near mint, 8 mint.
    media          smallint check (media between 1 and 8),
    sleeve         smallint check (sleeve between 1 and 8),
    seller         text,
    ships_from     char(2),
    title          text,
    url            text        not null,
    -- How sure it is that this is the album, and the pressing.
    confidence     real        not null default 1 check (confidence between 0 and 1),
    ends_at        timestamptz,
    -- VG+ or better, as `domain::prices::grade` judges record and sleeve.
    very_good_plus boolean     not null default false,
    -- In euro cents, by `domain::prices::landed`; null when no rate of the currency is known.
    item_cents     bigint check (item_cents >= 0),
    -- With shipping and import taxes: at least, and at most. No upper bound when something of it is unknown.
    delivered_low  bigint check (delivered_low >= 0),
    delivered_high bigint check (delivered_high >= delivered_low),
    -- Import taxes in it; null when unknown.
    tax_cents      bigint check (tax_cents >= 0),
    -- Shipping is not the seller's but what others like it ask.
    estimated      boolean     not null default false,
    -- The day of the rate.
    rate_day       date,
    -- Its place among the offers there, `domain::prices::landed::SortKey`: the lower, the better.
    rank           smallint    not null,
    rank_cents     bigint      not null,
    observed_at    timestamptz not null,
    unique (provider, offer, ships_to)
) with (fillfactor = 85);
-- quotes.of_album, best_prices.save: all that is asked for an album.
create index quotes_album on quotes (album_id, ships_to);
-- releases.of_album, quotes.of_release: all that is asked for a pressing.
create index quotes_release on quotes (release_id, ships_to) where release_id is not null;

-- quotes.shipping_known: what is asked for shipping there.
create index quotes_shipping on quotes (ships_to) where shipping is not null;

-- Which offer is the best for those who live there, kept in the transaction that writes an offer: cheapest delivered, the same in VG+ or
-- better, the same of a first pressing. What cannot be bought now (auctions) is none.
create table album_best_price (
    album_id bigint  not null references albums (id) on delete cascade,
    ships_to char(2) not null,
    class    text    not null check (class in ('cheapest', 'very_good_plus', 'original')),
    quote_id bigint  not null references quotes (id) on delete cascade,
    -- Of how many offers.
    offers   integer not null check (offers > 0),
    primary key (album_id, ships_to, class)
);
-- Deleting a quote finds what it was the best of.
create index album_best_price_quote on album_best_price (quote_id);

-- What a pressing cost over time, at one provider, in one currency and condition: a point only when something changed.
create table price_histories (
    release_id bigint    not null references releases (id) on delete cascade,
    provider   text      not null,
    -- any: the cheapest whatever its condition.
    class      text      not null check (class in ('any', 'very_good_plus')),
    currency   char(3)   not null,
    -- Minutes since 1970, ascending.
    minutes    integer[] not null,
    -- Of the same length. The lowest amount from then on; -1: none was for sale.
    lows       integer[] not null,
    -- Copies for sale; -1 where the provider does not say.
    for_sale   integer[] not null,
    primary key (release_id, provider, class, currency),
    check (cardinality(minutes) = cardinality(lows) and cardinality(minutes) = cardinality(for_sale))
);

-- What Discogs suggests to ask for a pressing in each grade, from what was paid for it.
create table price_suggestions (
    release_id bigint      primary key references releases (id) on delete cascade,
    currency   char(3)     not null,
    -- Eight, from poor to mint; null where nothing is suggested.
    amounts    bigint[]    not null check (cardinality(amounts) = 8),
    fetched_at timestamptz not null default now()
);

-- Who was asked for an album's offers when, and what came of it: a page says whose prices are missing.
create table price_checks (
    album_id   bigint      not null references albums (id) on delete cascade,
    provider   text        not null,
    checked_at timestamptz,
    failed_at  timestamptz,
    failure    text,
    primary key (album_id, provider)
);
