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
    let rating = community
        .and_then(|community| community.rating.as_ref())
        .map(rating)
        .unwrap_or_default();
    let barcodes = release
        .identifiers
        .into_iter()
        .filter(|identifier| identifier.kind.as_deref() == Some("Barcode"));
    Ok(Release {
        id: release.id,
        title: release.title,
        credit: credit(&release.artists),
        country: release.country,
        year: release
            .year
            .as_deref()
            .and_then(year)
            .or_else(|| release.released.as_deref().and_then(year)),
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
    Ok(suggestions
        .into_iter()
        .map(|(grade, price)| (grade, amount(price)))
        .collect())
}

fn amount(price: wire::Amount) -> Amount {
    Amount {
        currency: price.currency,
        value: price.value,
    }
}

/// Nobody's votes have no average, although Discogs writes 0.
fn rating(rating: &wire::Rating) -> Rating {
    let count = small(rating.count);
    Rating {
        average: rating.average.filter(|_| count != Some(0)),
        count,
    }
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
    Some(Label {
        name: display_name(&label.name?).to_owned(),
        catno: catno(label.catno),
    })
}

/// The primary image, else the first; addresses are "" when asked without a key.
fn image(images: Vec<wire::Image>) -> Option<String> {
    let real: Vec<wire::Image> = images.into_iter().filter(|image| image.uri.is_some()).collect();
    let primary = real
        .iter()
        .position(|image| image.kind.as_deref() == Some("primary"))
        .unwrap_or(0);
    real.into_iter().nth(primary).and_then(|image| image.uri)
}

fn small(number: Option<i64>) -> Option<i32> {
    number
        .and_then(|number| i32::try_from(number).ok())
        .filter(|number| *number >= 0)
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
mod tests {
    use super::*;
    use crate::Upstream;
    use crate::exchange::tests::answer;

    fn body(json: &str) -> Exchange {
        answer(Upstream::Discogs, 200, json)
    }

    fn versions(rows: &str) -> Result<VersionPage, Error> {
        read_versions(&body(&format!(
            r#"{{"pagination":{{"page":1,"pages":1,"items":1,"urls":{{}}}},"versions":[{rows}]}}"#
        )))
    }

    #[test]
    fn a_version_of_which_little_is_known_is_still_a_version() {
        for row in [
            r#"{"id":1,"title":" T "}"#,
            r#"{"id":1,"title":"T","label":"","country":"","catno":"none","released":"0","format":"","major_formats":[],"thumb":"","stats":{}}"#,
            r#"{"id":"1","title":"T","country":null,"released":"","thumb":null,"stats":{"community":{}}}"#,
        ] {
            let page = versions(row).unwrap();
            let version = &page.versions[0];
            assert_eq!(
                (version.id, version.title.as_str(), version.format.as_str()),
                (1, "T", ""),
                "{row}"
            );
            assert_eq!(
                (
                    &version.country,
                    &version.label,
                    &version.catno,
                    &version.thumb_url,
                    &version.released
                ),
                (&None, &None, &None, &None, &None)
            );
            assert_eq!((version.released_year, version.have, version.want), (None, None, None));
        }
    }

    #[test]
    fn a_version_is_translated() {
        let page = versions(
            r#"{"id":7,"title":"Hot Tuna","label":"RCA (2)","country":"US","catno":"LSP-4353","released":"1970-05-00","format":"LP, Album",
            "major_formats":["Vinyl"],"status":"Accepted","thumb":"https://i.discogs.com/x.jpeg",
            "stats":{"community":{"in_wantlist":290,"in_collection":3936}}}"#,
        );
        let version = page.unwrap().versions.remove(0);
        assert_eq!(
            (version.have, version.want, version.released_year),
            (Some(3936), Some(290), Some(1970))
        );
        assert_eq!(
            (version.label.as_deref(), version.released.as_deref()),
            (Some("RCA"), Some("1970-05-00"))
        );
    }

    #[test]
    fn what_is_missing_is_named() {
        let malformed = |field: &str| {
            Err(Error::Malformed {
                field: field.to_owned(),
            })
        };
        assert_eq!(
            versions(r#"{"id":1,"title":"T"},{"title":"U"}"#),
            malformed("versions[1].id: missing")
        );
        assert_eq!(
            versions(r#"{"id":null,"title":"T"}"#),
            malformed("versions[0].id: a number is required")
        );
        assert_eq!(
            versions(r#"{"id":{},"title":"T"}"#),
            malformed("versions[0].id: invalid type: map, expected a number, or a number as text")
        );
        assert_eq!(read_versions(&body("{}")), malformed("pagination: missing"));
    }

    #[test]
    fn tracks_are_counted_once() {
        let release = read_release(&body(
            r#"{"id":1,"title":"T","tracklist":[
            {"position":"","type_":"heading","title":"Side A","duration":""},
            {"position":"A1","type_":"track","title":"One","duration":"4:23"},
            {"position":"","type_":"index","title":"Suite","duration":"10:00","sub_tracks":[{"position":"A2a","type_":"track","title":"x","duration":""}]},
            {"position":"","type_":"index","title":"Suite 2","duration":"","sub_tracks":[{"position":"B1a","type_":"track","title":"y","duration":"1:00"},{"position":"B1b","title":"z"}]},
            {"position":"B2","title":"Old rows have no type"}]}"#,
        ));
        let titles: Vec<String> = release.unwrap().tracks.into_iter().map(|track| track.title).collect();
        assert_eq!(titles, ["One", "Suite", "y", "z", "Old rows have no type"]);
    }

    #[test]
    fn a_release_is_translated() {
        let release = read_release(&body(
            r#"{"id":1,"title":"T","year":0,"released":"1998-07-00","country":null,"master_id":0,
            "artists":[{"name":"Muse (4)","anv":"","join":","},{"name":"X","anv":"Y*","join":"&"},{"name":"Z","join":","}],
            "labels":[{"name":"L (6)","catno":"none"},{"name":"L (6)","catno":"none"}],
            "formats":[{"name":"Vinyl","qty":"99999999999999999999","descriptions":["LP"],"text":"180 Gram"}],
            "identifiers":[{"type":"Barcode","value":"1 2 3"},{"type":"Matrix / Runout","value":"M"}],
            "images":[{"type":"secondary","uri":"s"},{"type":"primary","uri":""}],
            "community":{"have":5,"want":6,"rating":{"count":0,"average":0}},"thumb":""}"#,
        ));
        let release = release.unwrap();
        assert_eq!(release.credit, "Muse, Y & Z");
        assert_eq!(
            (release.year, release.master, release.thumb_url, release.country),
            (Some(1998), None, None, None)
        );
        assert_eq!(
            (release.rating_average, release.rating_count, release.have, release.want),
            (None, Some(0), Some(5), Some(6))
        );
        assert_eq!(
            release.labels,
            [Label {
                name: "L".to_owned(),
                catno: None
            }]
        );
        assert_eq!(release.formats[0].quantity, None);
        assert_eq!(release.barcodes, ["1 2 3"]);
        assert_eq!(release.image_url.as_deref(), Some("s"));
    }

    #[test]
    fn nothing_for_sale_is_an_answer() {
        let nothing = Stats {
            for_sale: Some(0),
            lowest: None,
            blocked: false,
        };
        assert_eq!(
            read_stats(&body(
                r#"{"num_for_sale":0,"lowest_price":null,"blocked_from_sale":false}"#
            )),
            Ok(nothing)
        );
        let blocked = Stats {
            for_sale: None,
            lowest: None,
            blocked: true,
        };
        assert_eq!(
            read_stats(&body(
                r#"{"num_for_sale":null,"lowest_price":null,"blocked_from_sale":true}"#
            )),
            Ok(blocked)
        );
        let price = read_stats(&body(
            r#"{"num_for_sale":66,"lowest_price":{"value":64,"currency":"EUR"}}"#,
        ))
        .unwrap();
        assert_eq!(
            price.lowest,
            Some(Amount {
                currency: "EUR".to_owned(),
                value: 64.0
            })
        );
        let broken = read_stats(&body(r#"{"lowest_price":{"currency":"EUR"}}"#));
        assert_eq!(
            broken,
            Err(Error::Malformed {
                field: "lowest_price.value: missing".to_owned()
            })
        );
    }

    #[test]
    fn search_rows_of_any_type_are_read() {
        let rows = read_search(&body(
            r#"{"results":[{"id":95780,"type":"artist","title":"Trash80","thumb":null,"master_id":null},
            {"id":1,"type":"release","title":"A - B","year":"2008","label":"8bitpeoples","catno":"none","country":"","master_id":0},
            {"id":2,"type":"master","title":"A - B","year":"","label":["X","X (2)","Y"],"master_id":2}]}"#,
        ));
        let rows = rows.unwrap();
        assert_eq!((rows[0].year, rows[0].master), (None, None));
        assert_eq!(
            (rows[1].year, rows[1].master, &rows[1].country, &rows[1].catno),
            (Some(2008), None, &None, &None)
        );
        assert_eq!(rows[1].labels, ["8bitpeoples"]);
        assert_eq!((rows[2].year, rows[2].labels.join("|").as_str()), (None, "X|Y"));
    }
}
