//! From Discogs' wire to what the product speaks of.

use super::names::{catno, credit, display_name, labels, seconds};
use super::types::{
    Amount, Artist, Company, Credit, Format, Identifier, Label, Master, Rating, Release, SearchHit, SearchPage, Stats,
    Track, Version, VersionPage,
};
use super::wire;
use crate::http::decode;
use crate::tolerant::year;
use crate::{Error, Exchange};

/// Reads a page of a master's versions.
///
/// # Errors
/// What the exchange stands for, or [`Error::Malformed`].
pub fn read_versions(exchange: &Exchange) -> Result<VersionPage, Error> {
    let body: wire::VersionsBody = decode(exchange)?;
    let number = |value: i64| u32::try_from(value).unwrap_or(0);
    Ok(VersionPage {
        page: number(body.pagination.page),
        pages: number(body.pagination.pages),
        items: number(body.pagination.items),
        versions: body.versions.into_iter().map(version).collect(),
        fetched_at: exchange.fetched_at,
    })
}

fn version(row: wire::Version) -> Version {
    let community = row.stats.and_then(|stats| stats.community);
    let released = row.released.filter(|released| released != "0");
    Version {
        id: row.id,
        title: row.title,
        country: row.country,
        released_year: released.as_deref().and_then(year),
        released,
        format: row.format.unwrap_or_default(),
        major_formats: row.major_formats,
        label: row.label.as_deref().map(labels),
        catno: catno(row.catno),
        thumb_url: row.thumb,
        have: community.as_ref().and_then(|community| small(community.in_collection)),
        want: community.as_ref().and_then(|community| small(community.in_wantlist)),
        status: row.status,
    }
}

/// Reads a page of a database search of any type.
///
/// # Errors
/// What the exchange stands for, or [`Error::Malformed`].
pub fn read_search(exchange: &Exchange) -> Result<SearchPage, Error> {
    let body: wire::SearchBody = decode(exchange)?;
    let number =
        |value: Option<i64>, unsaid: usize| value.map_or(u32::try_from(unsaid), u32::try_from).unwrap_or(u32::MAX);
    let said = body.pagination.as_ref();
    Ok(SearchPage {
        page: number(said.map(|said| said.page), 1),
        pages: number(said.map(|said| said.pages), 1),
        items: number(said.map(|said| said.items), body.results.len()),
        hits: body.results.into_iter().map(hit).collect(),
        fetched_at: exchange.fetched_at,
    })
}

fn hit(hit: wire::Hit) -> SearchHit {
    let community = hit.community.as_ref();
    SearchHit {
        id: hit.id,
        kind: hit.kind,
        title: hit.title,
        year: hit.year.as_deref().and_then(year),
        country: hit.country,
        formats: hit.format,
        labels: distinct(hit.label.iter().map(|label| display_name(label).to_owned())),
        catno: catno(hit.catno),
        master: hit.master_id.filter(|id| *id > 0),
        have: community.and_then(|community| small(community.have)),
        want: community.and_then(|community| small(community.want)),
        thumb_url: hit.thumb,
        media: hit.formats.into_iter().map(format).collect(),
    }
}

/// Reads a release.
///
/// # Errors
/// What the exchange stands for, or [`Error::Malformed`].
pub fn read_release(exchange: &Exchange) -> Result<Release, Error> {
    let release: wire::Release = decode(exchange)?;
    let community = release.community.as_ref();
    let rating = community.and_then(|community| community.rating.as_ref()).map(rating).unwrap_or_default();
    Ok(Release {
        id: release.id,
        title: release.title,
        credit: credit(&release.artists),
        artists: release.artists.into_iter().filter_map(credited).collect(),
        credits: release.extraartists.into_iter().filter_map(credited).collect(),
        country: release.country,
        year: release.year.as_deref().and_then(year).or_else(|| release.released.as_deref().and_then(year)),
        released: release.released.filter(|released| released != "0"),
        status: release.status,
        master: release.master_id.filter(|id| *id > 0),
        rating_average: rating.average,
        rating_count: rating.count,
        have: community.and_then(|community| small(community.have)),
        want: community.and_then(|community| small(community.want)),
        tracks: tracks(release.tracklist),
        genres: release.genres,
        styles: release.styles,
        formats: release.formats.into_iter().map(format).collect(),
        labels: distinct(release.labels.into_iter().filter_map(label)),
        companies: distinct(release.companies.into_iter().filter_map(company)),
        series: distinct(release.series.into_iter().filter_map(label)),
        identifiers: distinct(release.identifiers.into_iter().filter_map(identifier)),
        notes: release.notes,
        for_sale: small(release.num_for_sale),
        lowest_usd: release.lowest_price,
        estimated_weight: small(release.estimated_weight),
        thumb_url: release.thumb,
        image_url: images(release.images).into_iter().next(),
    })
}

/// Reads marketplace statistics.
///
/// # Errors
/// What the exchange stands for, or [`Error::Malformed`].
pub fn read_stats(exchange: &Exchange) -> Result<Stats, Error> {
    let stats: wire::Stats = decode(exchange)?;
    Ok(Stats {
        for_sale: small(stats.num_for_sale),
        lowest: stats.lowest_price.map(amount),
        blocked: stats.blocked_from_sale.unwrap_or(false),
        seen_at: exchange.fetched_at,
    })
}

/// Reads a master.
///
/// # Errors
/// What the exchange stands for, or [`Error::Malformed`].
pub fn read_master(exchange: &Exchange) -> Result<Master, Error> {
    let master: wire::Master = decode(exchange)?;
    Ok(Master {
        id: master.id,
        title: master.title,
        credit: credit(&master.artists),
        year: master.year.as_deref().and_then(year),
        main_release: master.main_release.filter(|id| *id > 0),
        genres: master.genres,
        styles: master.styles,
        tracks: tracks(master.tracklist),
        image_urls: images(master.images),
    })
}

/// Reads an artist.
///
/// # Errors
/// What the exchange stands for, or [`Error::Malformed`].
pub fn read_artist(exchange: &Exchange) -> Result<Artist, Error> {
    let artist: wire::ArtistBody = decode(exchange)?;
    Ok(Artist {
        id: artist.id,
        name: display_name(&artist.name).to_owned(),
        real_name: artist.realname,
        variations: artist.namevariations,
        urls: artist.urls.into_iter().filter(|url| !url.trim().is_empty()).collect(),
        image_urls: images(artist.images),
    })
}

/// Reads a release's community rating.
///
/// # Errors
/// What the exchange stands for, or [`Error::Malformed`].
pub fn read_community_rating(exchange: &Exchange) -> Result<(i64, Rating), Error> {
    let body: wire::RatingBody = decode(exchange)?;
    Ok((body.release_id, rating(&body.rating)))
}

/// Reads price suggestions: an amount for each grade, in Discogs' words (`Very Good Plus (VG+)`), none without a history.
///
/// # Errors
/// What the exchange stands for, or [`Error::Malformed`].
pub fn read_price_suggestions(exchange: &Exchange) -> Result<Vec<(String, Amount)>, Error> {
    let suggestions: wire::PriceSuggestions = decode(exchange)?;
    Ok(suggestions.into_iter().map(|(grade, price)| (grade, amount(price))).collect())
}

fn amount(price: wire::Amount) -> Amount {
    Amount { currency: price.currency, value: price.value }
}

/// Nobody's votes have no average, although Discogs writes 0.
fn rating(rating: &wire::Rating) -> Rating {
    let count = small(rating.count);
    Rating { average: rating.average.filter(|_| count != Some(0)), count }
}

/// Tracks and headings. An index counts once: itself when it has a duration, else its parts, of which it is the heading.
fn tracks(list: Vec<wire::Track>) -> Vec<Track> {
    let mut tracks = Vec::new();
    for mut entry in list {
        let parts = std::mem::take(&mut entry.sub_tracks);
        let whole = parts.is_empty() || entry.duration.is_some();
        let heading = entry.kind.as_deref() == Some("heading") || !whole;
        tracks.push(track(entry, heading));
        if !whole {
            tracks.extend(parts.into_iter().map(|part| track(part, false)));
        }
    }
    tracks
}

fn track(entry: wire::Track, heading: bool) -> Track {
    Track {
        position: entry.position.unwrap_or_default(),
        title: entry.title.unwrap_or_default(),
        duration_seconds: entry.duration.as_deref().and_then(seconds),
        credit: Some(credit(&entry.artists)).filter(|credit| !credit.is_empty()),
        heading,
    }
}

/// The name as printed: the variation, else the name.
fn credited(artist: wire::Artist) -> Option<Credit> {
    let name = artist.anv.or(artist.name)?;
    Some(Credit {
        name: display_name(&name).to_owned(),
        id: artist.id.filter(|id| *id > 0),
        join: artist.join,
        role: artist.role,
        tracks: artist.tracks,
    })
}

fn format(format: wire::Format) -> Format {
    Format {
        name: format.name.unwrap_or_default(),
        quantity: format.qty.and_then(|quantity| quantity.parse().ok()),
        descriptions: format.descriptions,
        text: format.text,
    }
}

fn label(label: wire::Label) -> Option<Label> {
    let id = label.id.filter(|id| *id > 0);
    Some(Label { name: display_name(&label.name?).to_owned(), catno: catno(label.catno), id })
}

fn company(company: wire::Label) -> Option<Company> {
    let (id, role) = (company.id.filter(|id| *id > 0), company.entity_type_name);
    Some(Company { name: display_name(&company.name?).to_owned(), id, role })
}

fn identifier(identifier: wire::Identifier) -> Option<Identifier> {
    Some(Identifier { kind: identifier.kind?, value: identifier.value?, description: identifier.description })
}

/// Their addresses, the primary one first; they are "" when asked without a key.
fn images(mut images: Vec<wire::Image>) -> Vec<String> {
    images.sort_by_key(|image| image.kind.as_deref() != Some("primary"));
    images.into_iter().filter_map(|image| image.uri).collect()
}

fn small(number: Option<i64>) -> Option<i32> {
    number.and_then(|number| i32::try_from(number).ok()).filter(|number| *number >= 0)
}

/// Without repetitions: labels repeat once per role, barcodes once per printing.
fn distinct<T: PartialEq>(values: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut kept = Vec::new();
    for value in values {
        if !kept.contains(&value) {
            kept.push(value);
        }
    }
    kept
}

#[cfg(test)]
mod tests;
