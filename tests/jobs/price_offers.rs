//! `price_offers`: what an album costs on eBay in each country of our listeners, item by item matched to the album and its pressings.
use std::collections::BTreeMap;

use support::{TestApp, assert_invariants, listener};
use vinilogy_app::jobs::{JobError, Outcome, PriceOffers};
use vinilogy_sim::{Fault, Rule, Upstream};
use vinilogy_upstream::ebay::{Amount, Location, Marketplace, Page, Search, Shipping, What};
use vinilogy_upstream::{Class, Fetch};

use crate::twice::twice;

/// What the job asked, from the archive.
async fn page(app: &TestApp, album_id: i64, country: &str) -> Page {
    let album = app.store().album(album_id.into()).await.expect("the album");
    let words = format!("{} {}", album.artist_name, album.title);
    let search = Search {
        what: What::Words(&words),
        marketplace: Marketplace::of_country(country).expect("a site"),
        delivery_country: country,
        location: Location::Europe,
        offset: 0,
        limit: 200,
    };
    let fetch = Fetch { class: Class::Bulk, fresh_for: std::time::Duration::from_secs(3600) };
    let calls = app.sim.control().calls().ebay.total;
    let page = app.context.upstreams().await.expect("clients").ebay.search(&search, fetch).await.expect("a page");
    assert_eq!(app.sim.control().calls().ebay.total, calls, "the job asked something else");
    page
}

/// Quotes as eBay's page has them: by offer, how it is sold, its price, and what sending it costs.
type Asked = BTreeMap<String, (String, i64, Option<i64>)>;

fn minor(amount: &Amount) -> i64 {
    amount.minor(2).expect("an amount")
}

/// Every way to buy an item of the page.
fn all(page: &Page) -> Asked {
    let ways = page.items.iter().flat_map(|item| {
        let shipping = match &item.shipping {
            Shipping::Unknown => None,
            Shipping::Free => Some(0),
            Shipping::Costs(cost) => Some(minor(cost)),
        };
        let fixed = item.offered.price.as_ref().map(|p| (item.id.clone(), ("fixed".to_owned(), minor(p), shipping)));
        let bid = item.offered.bid.as_ref();
        let bid = bid.map(|bid| (format!("{} auction", item.id), ("auction".to_owned(), minor(bid), shipping)));
        fixed.into_iter().chain(bid)
    });
    ways.collect()
}

async fn quoted(app: &TestApp, country: &str) -> Asked {
    let rows = "select offer, sale, amount, shipping from quotes where provider = 'ebay' and ships_to = $1";
    let rows = app.database.connect().await.query(rows, &[&country]).await.expect("quotes");
    rows.iter().map(|row| (row.get(0), (row.get(1), row.get(2), row.get(3)))).collect()
}

/// Of all that is quoted: how many are no record, and of how many the pressing is told, rightly or wrongly.
async fn told(app: &TestApp) -> (usize, usize, usize) {
    let rows = "select q.offer, r.discogs_id from quotes q left join releases r on r.id = q.release_id where q.provider = 'ebay'";
    let rows = app.database.connect().await.query(rows, &[]).await.expect("quotes");
    let (mut no_record, mut right, mut wrong) = (0, 0, 0);
    for row in rows {
        let (offer, pressing): (String, Option<i64>) = (row.get(0), row.get(1));
        match app.sim.control().offered(offer.trim_end_matches(" auction")).expect("it is on eBay") {
            None => no_record += 1,
            truth if pressing.is_some() && pressing == truth => right += 1,
            _ => wrong += usize::from(pressing.is_some()),
        }
    }
    (no_record, right, wrong)
}

#[tokio::test(flavor = "multi_thread")]
async fn offers_become_quotes_of_the_album_and_its_pressings_delivered_to_the_listener() {
    let app = TestApp::start().await;
    listener(app.store(), "ana").await;
    let album_id = app.album_with_pressings("Radiohead").await;

    let outcome = twice(&app, PriceOffers { album_id }, async || {
        let (quotes, offered) = (quoted(&app, "ES").await, all(&page(&app, album_id, "ES").await));
        assert!(quotes.len() >= 2 && quotes.iter().all(|(offer, asked)| offered.get(offer) == Some(asked)), "{quotes:?}");
        assert_eq!(app.count("select count(*) from quotes where provider = 'ebay' and ships_to <> 'ES'").await, 0);
        assert_eq!(app.count(&format!("select count(*) from quotes where album_id <> {album_id}")).await, 0);
        let (no_record, right, wrong) = told(&app).await;
        assert!(no_record == 0 && wrong == 0 && right > 0, "{no_record} no records, {right} right, {wrong} wrong");
        let far = "select count(*) from quotes where ships_from in ('US', 'JP', 'CA', 'AU')";
        assert_eq!(app.count(far).await, 0, "only from Europe");
        let within = "select count(*) from quotes where currency = 'EUR' and shipping is not null
                      and ships_from in ('ES', 'DE', 'FR', 'IT', 'NL', 'BE', 'PT', 'AT')
                      and (delivered_high <> amount + shipping or tax_cents <> 0)";
        assert_eq!(app.count(within).await, 0, "within the Union there are no import taxes");
        let from_outside = "select count(*) from quotes where shipping is not null and ships_from = 'GB'
                            and (tax_cents is null or tax_cents <= 0)";
        assert_eq!(app.count(from_outside).await, 0, "from the United Kingdom there are");
        assert!(app.count("select count(*) from album_best_price where ships_to = 'ES'").await >= 1);
        let remembered = "select count(*) from (select distinct release_id from quotes where sale = 'fixed' and release_id is not null
                          except select release_id from price_histories where provider = 'ebay') forgotten";
        assert_eq!(app.count(remembered).await, 0, "what a pressing costs there is remembered");
        let calls = app.sim.control().calls().ebay;
        assert_eq!((calls.endpoint("token"), calls.endpoint("item_summary_search")), (1, 1));
        assert!(calls.endpoint("item") <= 2);
        let archived = app.archived().await;
        let kept = |folder: &str| archived.iter().filter(|key| key.starts_with(folder)).count() as u64;
        assert_eq!(kept("raw/ebay/item_summary_search/"), 1);
        assert_eq!(kept("raw/ebay/item/"), calls.endpoint("item"));
        assert_eq!(kept("raw/ebay/"), calls.endpoint("item") + 1, "no token");
        let checked = "select count(*) from price_checks where provider = 'ebay' and checked_at is not null and failure is null";
        assert_eq!(app.count(checked).await, 1);
    })
    .await;

    assert_eq!(outcome, Outcome::Done(1));
}

/// Albums enough for every kind of offer to be among theirs.
async fn several(app: &TestApp) -> Vec<i64> {
    let albums: Vec<i64> = app.albums_of("Radiohead").await.into_iter().take(6).collect();
    for &album_id in &albums {
        app.run(vinilogy_app::jobs::IngestReleases { album_id }).await.expect("pressings");
    }
    app.forget().await;
    albums
}

#[tokio::test(flavor = "multi_thread")]
async fn auctions_and_shipping_that_is_free_known_or_unknown_are_told_apart() {
    let app = TestApp::start().await;
    listener(app.store(), "ana").await;
    let mut offered = Asked::new();
    for album_id in several(&app).await {
        app.run(PriceOffers { album_id }).await.expect("priced");
        offered.extend(all(&page(&app, album_id, "ES").await));
    }
    let quotes = quoted(&app, "ES").await;
    for (offer, asked) in &quotes {
        assert_eq!(offered.get(offer), Some(asked), "{offer}");
    }
    let how_many = |is: fn(&(String, i64, Option<i64>)) -> bool| quotes.values().filter(|asked| is(asked)).count();
    let kinds = [
        how_many(|(sale, ..)| sale == "fixed"),
        how_many(|(sale, ..)| sale == "auction"),
        how_many(|(.., shipping)| shipping.is_none()),
        how_many(|(.., shipping)| *shipping == Some(0)),
        how_many(|(.., shipping)| shipping.is_some_and(|cents| cents > 0)),
    ];
    assert!(kinds.iter().all(|kind| *kind > 0), "fixed, auction, unknown, free, known: {kinds:?}");
    let wrong = [
        "select count(*) from quotes where shipping is null and not estimated and rank < 2",
        "select count(*) from quotes where sale = 'auction' and ends_at is null",
        "select count(*) from album_best_price b join quotes q on q.id = b.quote_id where q.sale = 'auction'",
        "select count(*) from quotes where very_good_plus and (media < 6 or sleeve < 6)",
        "select count(*) from album_best_price b join quotes q on q.id = b.quote_id where b.class = 'very_good_plus' and not very_good_plus",
        "select count(*) from album_best_price b join quotes q on q.id = b.quote_id join releases r on r.id = q.release_id
         where b.class = 'original' and not r.original",
    ];
    for query in wrong {
        assert_eq!(app.count(query).await, 0, "{query}");
    }
    assert_eq!(app.count("select count(distinct class) from album_best_price").await, 3, "every class has its best");
    assert_invariants(&app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn each_country_of_a_listener_is_asked_for_and_kept_apart() {
    let app = TestApp::start().await;
    listener(app.store(), "ana").await;
    app.store().get_or_create_user("Ann", "GB", "GBP", "en").await.expect("listener");
    let album_id = app.album_with_pressings("Radiohead").await;

    let outcome = twice(&app, PriceOffers { album_id }, async || {
        for (country, currency) in [("ES", "EUR"), ("GB", "GBP")] {
            let (quotes, offered) = (quoted(&app, country).await, all(&page(&app, album_id, country).await));
            assert!(!quotes.is_empty() && quotes.iter().all(|(offer, asked)| offered.get(offer) == Some(asked)));
            let other =
                format!("select count(*) from quotes where ships_to = '{country}' and currency <> '{currency}'");
            assert_eq!(app.count(&other).await, 0, "{country}");
            let best =
                format!("select count(*) from album_best_price where ships_to = '{country}' and class = 'cheapest'");
            assert_eq!(app.count(&best).await, 1, "{country}");
        }
        let both =
            "select count(*) from (select offer from quotes group by offer having count(distinct ships_to) = 2) sent";
        assert!(app.count(both).await > 0, "what is sent to both countries is quoted for both");
        assert_eq!(
            app.count("select count(*) from quotes where item_cents is null").await,
            0,
            "in euros, by the rate of the day"
        );
        assert_eq!(app.sim.control().calls().ebay.endpoint("item_summary_search"), 2);
    })
    .await;

    assert_eq!(outcome, Outcome::Done(2));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_country_that_could_not_be_seen_is_asked_for_again_and_the_others_are_not() {
    let app = TestApp::start().await;
    listener(app.store(), "ana").await;
    app.store().get_or_create_user("Ann", "GB", "GBP", "en").await.expect("listener");
    let album_id = app.album_with_pressings("Radiohead").await;
    let failing = Rule::new(Upstream::Ebay, Fault::Status { status: 500, body: None }).endpoint("item_summary_search");
    app.sim.control().fault(failing.times(1));

    let failed = app.run(PriceOffers { album_id }).await;

    assert!(
        matches!(&failed, Err(JobError::Retry(why)) if why.starts_with("upstream unavailable: status 500")),
        "{failed:?}"
    );
    assert!(quoted(&app, "ES").await.is_empty() && !quoted(&app, "GB").await.is_empty(), "what was seen is written");
    let missing = "select count(*) from price_checks where provider = 'ebay' and failure like 'upstream unavailable: status 500%'";
    assert_eq!(app.count(missing).await, 1);

    app.sim.control().reset_calls();
    assert_eq!(app.run(PriceOffers { album_id }).await.expect("well again"), Outcome::Done(1), "one country is news");
    assert_eq!(app.sim.control().calls().ebay.endpoint("item_summary_search"), 1);
    assert!(!quoted(&app, "ES").await.is_empty());
    assert_eq!(app.count("select count(*) from price_checks where provider = 'ebay' and failure is null").await, 1);
    assert_eq!(app.run(PriceOffers { album_id }).await.expect("no error"), Outcome::Skipped("fresh"));
    assert_invariants(&app).await;
}

/// Six hours and more pass.
async fn age(app: &TestApp) {
    let age = "update price_checks set checked_at = checked_at - interval '7 hours';
               update price_looks set seen_at = seen_at - interval '7 hours';
               update quotes set observed_at = observed_at - interval '7 hours';
               update upstream_requests set fresh_until = now() - interval '1 hour'";
    app.database.connect().await.batch_execute(age).await.expect("older");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_sold_meanwhile_goes_and_what_is_new_comes() {
    let app = TestApp::start().await;
    listener(app.store(), "ana").await;
    let album_id = app.album_with_pressings("Radiohead").await;
    app.run(PriceOffers { album_id }).await.expect("priced");
    let before = quoted(&app, "ES").await;
    age(&app).await;
    app.sim.control().advance_market(20);

    app.run(PriceOffers { album_id }).await.expect("priced again");

    let (quotes, offered) = (quoted(&app, "ES").await, all(&page(&app, album_id, "ES").await));
    assert!(!quotes.is_empty() && quotes.iter().all(|(offer, asked)| offered.get(offer) == Some(asked)), "{quotes:?}");
    assert!(before.keys().any(|offer| !quotes.contains_key(offer)), "something was sold");
    let (no_record, _, wrong) = told(&app).await;
    assert_eq!((no_record, wrong), (0, 0));
    assert_invariants(&app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_credentials_nothing_is_asked() {
    let app = TestApp::start().await;
    let album_id = app.album_with_pressings("Radiohead").await;
    let without = app.sandbox_with(|config| {
        config.upstream.ebay_client_id = None;
        config.upstream.ebay_client_secret = None;
    });
    let rows = app.content_hash().await;
    let outcome = vinilogy_app::jobs::Job::run(PriceOffers { album_id }, &without).await.expect("no error");
    assert_eq!(outcome, Outcome::Skipped("eBay's credentials are not set"));
    assert_eq!((app.sim.control().calls().total(), app.content_hash().await), (0, rows));
    assert_eq!(app.run(PriceOffers { album_id: 987_654 }).await.expect("no error"), Outcome::Skipped("no such album"));
}
