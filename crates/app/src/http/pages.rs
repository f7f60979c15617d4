//! Where services show what they have an id for.

/// The page of a service for one of its ids; `kind` is that of a link: artist, album or pressing. `None` where the service has none.
pub(super) fn page_url(service: &str, kind: &str, id: &str) -> Option<String> {
    let page = match (service, kind) {
        ("musicbrainz", "artist") => "https://musicbrainz.org/artist/",
        ("musicbrainz", "album") => "https://musicbrainz.org/release-group/",
        ("discogs", "artist") => "https://www.discogs.com/artist/",
        ("discogs", "album") => "https://www.discogs.com/master/",
        ("discogs", "pressing") => "https://www.discogs.com/release/",
        ("spotify", "artist") => "https://open.spotify.com/artist/",
        _ => return None,
    };
    Some(format!("{page}{id}"))
}
