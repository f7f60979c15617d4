//! From the Cover Art Archive's wire to what the product speaks of.

use uuid::Uuid;

use super::wire;
use crate::http::decode;
use crate::{Error, Exchange};

/// The images of a release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Covers {
    /// The release that stands for the group.
    pub release: Option<Uuid>,
    /// In the archive's order.
    pub covers: Vec<Cover>,
}

/// One image.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cover {
    /// Its number.
    pub id: String,
    /// Shows the front.
    pub front: bool,
    /// Shows the back.
    pub back: bool,
    /// The editors of MusicBrainz have agreed to it.
    pub approved: bool,
    /// `Front`, `Booklet`, `Medium`, ….
    pub types: Vec<String>,
    /// Where it is, the size that suits a cover first: 1200 pixels, 500, as it was uploaded, 250. HTTPS.
    pub urls: Vec<String>,
}

impl Covers {
    /// The front: the first approved one, else the first.
    #[must_use]
    pub fn front(&self) -> Option<&Cover> {
        let fronts = || self.covers.iter().filter(|cover| cover.front && !cover.urls.is_empty());
        fronts().find(|cover| cover.approved).or_else(|| fronts().next())
    }
}

/// Reads the index of a release or of a release group.
///
/// # Errors
/// What the exchange stands for, or [`Error::Malformed`].
pub fn read_covers(exchange: &Exchange) -> Result<Covers, Error> {
    let index: wire::Index = decode(exchange)?;
    let release = index.release.as_deref().and_then(|url| url.trim_end_matches('/').rsplit('/').next()?.parse().ok());
    Ok(Covers { release, covers: index.images.into_iter().map(cover).collect() })
}

fn cover(image: wire::Image) -> Cover {
    let thumbnail = |size: &str| image.thumbnails.get(size).cloned().flatten();
    let sizes = [
        thumbnail("1200"),
        thumbnail("500").or_else(|| thumbnail("large")),
        image.image.clone(),
        thumbnail("250").or_else(|| thumbnail("small")),
    ];
    let mut urls: Vec<String> = sizes.into_iter().flatten().filter(|url| !url.trim().is_empty()).collect();
    urls.iter_mut().for_each(|url| *url = https(url));
    urls.dedup();
    // Old indexes say it in the types alone.
    let says = |kind: &str| image.types.iter().any(|said| said == kind);
    Cover {
        front: image.front || says("Front"),
        back: image.back || says("Back"),
        id: image.id,
        approved: image.approved,
        types: image.types,
        urls,
    }
}

/// The archive answers over HTTPS everywhere, although its indexes say otherwise. A simulator's address keeps its port and is left.
fn https(url: &str) -> String {
    match url.trim().strip_prefix("http://") {
        Some(rest) if !rest.split('/').next().is_some_and(|host| host.contains(':')) => format!("https://{rest}"),
        _ => url.trim().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Upstream;
    use crate::exchange::tests::answer;

    fn read(status: u16, body: &str) -> Result<Covers, Error> {
        read_covers(&answer(Upstream::Coverartarchive, status, body))
    }

    #[test]
    fn old_and_new_indexes_are_read() {
        let body = r#"{"images":[
            {"id":"12977","types":["Back","Spine"],"front":false,"back":true,"image":"http://coverartarchive.org/release/a/12977.jpg",
             "thumbnails":{"large":"http://coverartarchive.org/release/a/12977-500.jpg","small":null},"edit":"http://mb/edit/1"},
            {"id":31935858269,"types":["Front"],"front":true,"back":false,"approved":true,"comment":"","image":"https://x/3.jpg",
             "thumbnails":{"250":"https://x/3-250.jpg","500":"https://x/3-500.jpg","1200":"https://x/3-1200.jpg","large":"https://x/3-500.jpg"}}],
            "release":"http://musicbrainz.org/release/037263c9-36f3-44e1-b019-278a035a7e91"}"#;
        let covers = read(200, body).unwrap();
        assert_eq!(covers.release.unwrap().to_string(), "037263c9-36f3-44e1-b019-278a035a7e91");
        let old =
            ["https://coverartarchive.org/release/a/12977-500.jpg", "https://coverartarchive.org/release/a/12977.jpg"];
        assert_eq!(covers.covers[0].urls, old);
        let front = covers.front().unwrap();
        assert_eq!(
            (front.id.as_str(), front.urls[0].as_str(), front.urls.len()),
            ("31935858269", "https://x/3-1200.jpg", 4)
        );
    }

    #[test]
    fn an_approved_front_goes_first_and_a_back_is_none() {
        let image = |id: u8, kind: &str, approved: bool| {
            format!(r#"{{"id":{id},"types":["{kind}"],"approved":{approved},"image":"https://x/{id}.jpg"}}"#)
        };
        let index = |images: &[String]| read(200, &format!(r#"{{"images":[{}]}}"#, images.join(","))).unwrap();
        let front = |covers: Covers| covers.front().map(|cover| cover.id.clone());
        assert_eq!(front(index(&[image(1, "Front", false), image(2, "Front", true)])).as_deref(), Some("2"));
        assert_eq!(front(index(&[image(1, "Back", true), image(2, "Front", false)])).as_deref(), Some("2"));
        assert_eq!(front(index(&[image(1, "Back", true)])), None);
        assert_eq!(front(index(&[])), None);
    }

    #[test]
    fn a_page_says_by_its_status_what_it_means() {
        let html = "<!doctype html><title>404 Not Found</title>";
        assert_eq!(read(404, html), Err(Error::NotFound));
        assert_eq!(read(503, html), Err(Error::RateLimited(None)));
        assert!(matches!(read(400, html), Err(Error::Malformed { .. })));
        assert!(matches!(read(502, html), Err(Error::Unavailable(_))));
        assert!(matches!(read(200, html), Err(Error::Unavailable(_))));
    }
}
