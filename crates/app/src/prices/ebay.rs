//! eBay: what is for sale of an album on the site of each listener's country, sent there, from Europe. Sellers write titles; each item is
//! matched to the album and, where it says enough, to a pressing.
use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use vinilogy_core::domain::freshness::Kind;
use vinilogy_core::domain::ids::{AlbumId, ArtistId};
use vinilogy_core::domain::money::{Currency, Money};
use vinilogy_core::domain::pressing::Format;
use vinilogy_core::domain::prices::country::{Country, Region};
use vinilogy_core::domain::prices::grade::{Condition, Grade};
use vinilogy_core::domain::prices::offer::{Listing, OfferMatch, Pressing, Wanted, offer_match};
use vinilogy_core::store::{Album, Sale, Scope, Store};
use vinilogy_upstream::ebay::{
    Amount, Ebay as Client, Item, Location, Marketplace, Page, Search, Shipping, Summary, What, words,
};
use vinilogy_upstream::{Class, Error, Fetch};

use super::{Destination, Offer, PriceProvider, Seen, Sighting, Terms};
use crate::Context;
use crate::jobs::JobError;

/// `ebay`.
#[derive(Debug, Clone, Copy)]
pub struct Ebay;

/// An album with what tells its pressings.
#[derive(Debug)]
pub struct AlbumForSale {
    album: Album,
    /// Titles of the artist's other albums.
    others: Vec<String>,
    releases: Vec<i64>,
    pressings: Vec<Pressing>,
    /// Whether somebody waits for the answer.
    class: Class,
}

/// Items a page; a second page is not worth a call of the day's few.
const ITEMS: u32 = 200;
/// Items of a country whose page is read because their row does not say enough: the cheapest.
pub(crate) const PAGES: usize = 2;
/// What a seller filled in stays so: an item's page is read once.
const ASPECTS: std::time::Duration = std::time::Duration::from_secs(30 * 24 * 3600);

impl AlbumForSale {
    /// Of an album's row.
    ///
    /// # Errors
    /// As every statement.
    pub async fn load(store: &Store, album: Album, class: Class) -> Result<Self, JobError> {
        let (albums, rows) = futures::try_join!(
            store.albums_of(ArtistId::from(album.artist_id)),
            store.releases_to_match(AlbumId::from(album.id))
        )?;
        let others = albums.into_iter().filter(|other| other.id != album.id).map(|other| other.title).collect();
        let releases = rows.iter().map(|row| row.id).collect();
        let pressings = rows.into_iter().map(|row| Pressing {
            catnos: row.catno.into_iter().collect(),
            barcodes: row.barcodes,
            labels: row.label.into_iter().collect(),
            year: row.year,
            country: row.country,
            format: Format::read(&row.format),
        });
        Ok(Self { others, releases, pressings: pressings.collect(), album, class })
    }

    fn judge(&self, listing: &Listing<'_>) -> OfferMatch {
        let others: Vec<&str> = self.others.iter().map(String::as_str).collect();
        let wanted = Wanted {
            artist: &self.album.artist_name,
            title: &self.album.title,
            year: self.album.first_release_year,
            others: &others,
            pressings: &self.pressings,
        };
        offer_match(listing, &wanted)
    }
}

impl PriceProvider for Ebay {
    type Subject = AlbumForSale;

    fn name(&self) -> &'static str {
        "ebay"
    }

    /// One look per country; a refusal stands for all that would follow.
    async fn look(&self, context: &Context, subject: &AlbumForSale, terms: &Terms) -> Seen {
        let mut seen = Seen::default();
        for market in terms.markets() {
            match sighting(context, subject, market.country).await {
                Ok(sighting) => seen.sightings.push(sighting),
                Err(error @ JobError::Later(_)) => {
                    seen.failure = Some(error);
                    break;
                }
                Err(error) => seen.failure = Some(error),
            }
        }
        seen
    }
}

async fn sighting(context: &Context, subject: &AlbumForSale, country: Country) -> Result<Sighting, JobError> {
    Ok(in_country(&context.upstreams().await?.ebay, subject, country).await?)
}

/// What is looked for on eBay of an album.
pub(crate) fn words_of(artist: &str, title: &str) -> String {
    words(&format!("{artist} {title}"))
}

/// What is for sale of an album and delivered to a country.
///
/// # Errors
/// As the upstream's.
pub(crate) async fn in_country(ebay: &Client, subject: &AlbumForSale, country: Country) -> Result<Sighting, Error> {
    let words = words_of(&subject.album.artist_name, &subject.album.title);
    // Countries without a site look at the largest one of the Union.
    let marketplace = Marketplace::of_country(country.code()).unwrap_or(Marketplace::De);
    let search = Search {
        what: What::Words(&words),
        marketplace,
        delivery_country: country.code(),
        location: Location::Europe,
        offset: 0,
        limit: ITEMS,
    };
    let fetch = Fetch { class: subject.class, fresh_for: Kind::Prices.ttl() };
    let page = ebay.search(&search, fetch).await?;
    let mut sure = sure(subject, &page);
    read_pages(ebay, subject, &mut sure, marketplace, country).await?;
    let offers = sure.into_values().flat_map(|found| found.offers(subject, country));
    Ok(Sighting {
        scope: Scope::Album { id: subject.album.id, ships_to: country.code().to_owned() },
        seen_at: page.seen_at,
        for_sale: None,
        offers: offers.collect(),
    })
}

/// An item that is a record of the album.
struct Found {
    item: Summary,
    judged: OfferMatch,
    condition: Condition,
}

/// Each item once. eBay is not strict about where an item is: what lies outside of Europe is left out.
fn sure(subject: &AlbumForSale, page: &Page) -> BTreeMap<String, Found> {
    let origin = |item: &Summary| item.country.as_deref().and_then(Country::read);
    let near = page.items.iter().filter(|item| origin(item).is_none_or(|from| from.region() != Region::World));
    let found = near.filter_map(|item| {
        let judged = subject.judge(&Listing { title: &item.title, ..Listing::default() });
        let number = item.condition_id.as_deref().and_then(|id| id.parse().ok());
        let condition = Condition::of_ebay(number, &item.title);
        judged.is_sure().then(|| (item.id.clone(), Found { item: item.clone(), judged, condition }))
    });
    found.collect()
}

/// Reads the pages of the cheapest items that do not say their grade or pressing. A page that cannot be had is no failure: the offer is
/// shown with what is known, which is in the archive already.
async fn read_pages(
    ebay: &Client,
    subject: &AlbumForSale,
    sure: &mut BTreeMap<String, Found>,
    marketplace: Marketplace,
    country: Country,
) -> Result<(), Error> {
    let mut vague: Vec<(i64, String)> = sure
        .iter()
        .filter(|(_, found)| found.condition.media.is_none() || found.judged.sure_release().is_none())
        .filter_map(|(id, found)| Some((money(found.item.offered.price.as_ref()?)?.minor, id.clone())))
        .collect();
    vague.sort_unstable();
    for (_, id) in vague.into_iter().take(PAGES) {
        let fetch = Fetch { class: subject.class, fresh_for: ASPECTS };
        match ebay.item(&id, marketplace, country.code(), fetch).await {
            Ok(item) => {
                let found = sure.remove(&id).map(|found| told(subject, found, &item));
                sure.extend(found.filter(|found| found.judged.is_sure()).map(|found| (id, found)));
            }
            Err(Error::NotFound) => drop(sure.remove(&id)),
            Err(error) => {
                tracing::warn!(item = id, %error, "an item's page was not read");
                break;
            }
        }
    }
    Ok(())
}

/// An item with what its page says.
fn told(subject: &AlbumForSale, found: Found, item: &Item) -> Found {
    let aspects = &item.aspects;
    let barcode = aspects.barcode();
    let listing = Listing {
        title: &found.item.title,
        artist: aspects.value(&["Artist", "Interpret", "Artista", "Artiste"]),
        album: aspects.value(&["Release Title", "Titel", "Título", "Titre", "Titolo"]),
        catno: aspects.catalogue_number(),
        barcode: barcode.as_deref(),
        year: aspects.release_year(),
        country: None,
        format: None,
    };
    let condition = Condition {
        media: aspects.record_grade().and_then(Grade::read).or(found.condition.media),
        sleeve: aspects.sleeve_grade().and_then(Grade::read).or(found.condition.sleeve),
    };
    Found { judged: subject.judge(&listing), condition, item: found.item }
}

impl Found {
    /// At a fixed price, in an auction, or both.
    fn offers(self, subject: &AlbumForSale, to: Country) -> Vec<Offer> {
        let release = self.judged.sure_release();
        let confidence =
            release.map_or(self.judged.confidence, |_| self.judged.confidence.min(self.judged.release_confidence));
        let offer = |sale: Sale, amount: &Amount, ends_at: Option<DateTime<Utc>>| {
            let price = money(amount)?;
            let shipping = match &self.item.shipping {
                Shipping::Unknown => None,
                Shipping::Free => Some(0),
                // In another currency than the item it is no part of one sum.
                Shipping::Costs(cost) => {
                    money(cost).filter(|cost| cost.currency == price.currency).map(|cost| cost.minor)
                }
            };
            Some(Offer {
                key: if sale == Sale::Auction { format!("{} auction", self.item.id) } else { self.item.id.clone() },
                album_id: subject.album.id,
                release_id: release.and_then(|at| subject.releases.get(at)).copied(),
                confidence,
                sale,
                price,
                delivery: vec![(Destination::To(to), shipping)],
                condition: self.condition,
                seller: self.item.seller.name.clone(),
                origin: self.item.country.as_deref().and_then(Country::read),
                title: Some(self.item.title.clone()),
                url: self.item.link.clone(),
                ends_at,
            })
        };
        // What is sold to whom bids most is at its fixed price until then.
        let fixed = self.item.offered.price.as_ref().and_then(|price| offer(Sale::Fixed, price, self.item.ends_at));
        let bid = self.item.offered.bid.as_ref().and_then(|bid| offer(Sale::Auction, bid, self.item.ends_at));
        fixed.into_iter().chain(bid).collect()
    }
}

/// `None` for what is no amount, and for nothing: a listing error.
fn money(amount: &Amount) -> Option<Money> {
    let currency: Currency = amount.currency.parse().ok()?;
    amount.minor(currency.minor_digits()).filter(|minor| *minor >= 0).map(|minor| Money::new(minor, currency))
}
