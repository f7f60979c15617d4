//! From Discogs' wire to what the product speaks of.

use super::names::{catno, credit, display_name, labels, seconds};
use super::types::{
    Amount, Artist, Format, Label, Master, Rating, Release, SearchHit, Stats, Track, Version, VersionPage,
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

/// Reads a database search of any type.
///
/// # Errors
/// What the exchange stands for, or [`Error::Malformed`].
pub fn read_search(exchange: &Exchange) -> Result<Vec<SearchHit>, Error> {
    let body: wire::SearchBody = decode(exchange)?;
    let hit = |hit: wire::Hit| SearchHit {
        id: hit.id,
        kind: hit.kind,
        title: hit.title,
        year: hit.year.as_deref().and_then(year),
        country: hit.country,
        formats: hit.format,
        labels: distinct(hit.label.iter().map(|label| display_name(label).to_owned())),
        catno: catno(hit.catno),
        master: hit.master_id.filter(|id| *id > 0),
    };
    Ok(body.results.into_iter().map(hit).collect())
}

/// Reads a release.
///
/// # Errors
/// What the exchange stands for, or [`Error::Malformed`].
pub fn read_release(exchange: &Exchange) -> Result<Release, Error> {
    let release: wire::Release = decode(exchange)?;
    let community = release.community.as_ref();
    let rating = community.and_then(|community| community.rating.as_ref()).map(rating).unwrap_or_default();
    let barcodes = release.identifiers.into_iter().filter(|identifier| identifier.kind.as_deref() == Some("Barcode"));
    Ok(Release {
        id: release.id,
        title: release.title,
        credit: credit(&release.artists),
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
        barcodes: distinct(barcodes.filter_map(|identifier| identifier.value)),
        thumb_url: release.thumb,
        image_url: image(release.images),
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
        image_url: image(master.images),
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
        image_url: image(artist.images),
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

/// What is played: tracks, and of an index either itself, when it has a duration, or its parts.
fn tracks(list: Vec<wire::Track>) -> Vec<Track> {
    let mut tracks = Vec::new();
    for mut entry in list {
        let parts = std::mem::take(&mut entry.sub_tracks);
        match entry.kind.as_deref() {
            Some("heading") => {}
            Some("index") if entry.duration.is_none() && !parts.is_empty() => {
                tracks.extend(parts.into_iter().map(track))
            }
            _ => tracks.push(track(entry)),
        }
    }
    tracks
}

fn track(entry: wire::Track) -> Track {
    Track {
        position: entry.position.unwrap_or_default(),
        title: entry.title.unwrap_or_default(),
        duration_seconds: entry.duration.as_deref().and_then(seconds),
    }
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
    Some(Label { name: display_name(&label.name?).to_owned(), catno: catno(label.catno) })
}

/// The primary image, else the first; addresses are "" when asked without a key.
fn image(images: Vec<wire::Image>) -> Option<String> {
    let real: Vec<wire::Image> = images.into_iter().filter(|image| image.uri.is_some()).collect();
    let primary = real.iter().position(|image| image.kind.as_deref() == Some("primary")).unwrap_or(0);
    real.into_iter().nth(primary).and_then(|image| image.uri)
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
